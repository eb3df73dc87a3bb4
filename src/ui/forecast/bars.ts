/** The parts of a bar, from bottom to top. */
export const kinds = [
  { kind: "approved", label: "Approved" },
  { kind: "pending", label: "Pending" },
  { kind: "drips", label: "Drips to come" },
] as const;
type Kind = (typeof kinds)[number]["kind"];

export const WIDTH = 268;
export const HEIGHT = 110;
const WIDEST = 40;

interface Bar {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where each part of each bar is drawn, and the y of the zero line: amounts owed go up from it, amounts that partners
 * owe go down. The amounts are decimal text.
 */
export function barsOf(rows: readonly { readonly [K in Kind]: string }[]): {
  readonly bars: readonly Bar[];
  readonly zero: number;
} {
  const values = rows.map((row) => kinds.map(({ kind }) => Number(row[kind])));
  const sum = (sign: 1 | -1) => (row: readonly number[]) =>
    row.reduce((all, value) => all + (value * sign > 0 ? value : 0), 0);
  const most = Math.max(0, ...values.map(sum(1)));
  const least = Math.min(0, ...values.map(sum(-1)));
  const scale = most > least ? HEIGHT / (most - least) : 0;
  const step = WIDTH / Math.max(1, rows.length);
  const width = Math.min(step * 0.7, WIDEST);
  const bars = values.flatMap((row, i) => {
    let [up, down] = [0, 0];
    return kinds.flatMap(({ kind }, k): Bar[] => {
      const value = row[k] ?? 0;
      if (value === 0) return [];
      const top = value > 0 ? up + value : down;
      if (value > 0) up += value;
      else down += value;
      const x = i * step + (step - width) / 2;
      return [{ kind, x, y: (most - top) * scale, width, height: Math.abs(value) * scale }];
    });
  });
  return { bars, zero: most * scale };
}
