/** What a packed cell of a sheet says, read without the program: `[version, value]`. Undefined for a blank cell. */
export function unpacked<T>(cell: unknown): T | undefined {
  if (cell === "" || cell === null || cell === undefined) return undefined;
  const [, value] = JSON.parse(String(cell)) as readonly [number, T];
  return value;
}

/** Which row a *Judged* cell is the marker of, its number, and the triggers that acted. */
export interface MarkerCell {
  readonly key: string;
  readonly day: string;
  readonly number: number;
  readonly acted: readonly string[];
}

/** The occurrences that a drip's cell lists. */
export const numbersIn = (cell: unknown): readonly number[] =>
  unpacked<readonly number[]>(cell) ?? [];
