import { boundingSpan, type Span, spansOf } from "./spans";

/** Rows by column, as 0-based places. */
type Changed = ReadonlyMap<number, ReadonlySet<number>>;
interface Rectangle {
  readonly rows: Span;
  readonly columns: Span;
}
interface Rectangles {
  readonly whole: readonly Rectangle[];
  /** Columns in which so many pieces change that they are written as one, around what lies between. */
  readonly around: readonly Span[];
}

/**
 * Another round trip is made only where it saves this many cells. Writing 6,250 cells takes about as long as a round trip
 * (PLATFORM-56a), but the cost of a round trip is known less surely than that of cells (SHEET-21).
 */
const CELLS_OF_A_TRIP = 30_000;

/**
 * In which rectangles changed cells are written. In the `system` columns, which only the program fills in: one of each block of
 * columns, over the span of changed rows, or several where that saves more cells than a `trip` is worth. In those that people
 * also fill in: only the changed cells, or one block around them where they lie in more than `pieces` pieces. Those beside a block that
 * change in just its rows go with it, which saves a round trip.
 */
export function rectanglesOf(
  system: ReadonlySet<number>,
  changed: Changed,
  pieces: number,
  trip = CELLS_OF_A_TRIP,
): Rectangles {
  const all = [...changed.keys()];
  const shared = new Set(
    columnsWithSameRows(
      all.filter((each) => !system.has(each)),
      changed,
    ),
  );
  const whole: Rectangle[] = [];
  for (const block of spansOf(system)) {
    const columns = all.filter((each) => block.first <= each && each <= block.last);
    const rows = boundingSpan(rowsOf(columns, changed));
    if (!rows) continue;
    for (const each of shared) {
      const isBeside =
        each.columns.last === block.first - 1 || each.columns.first === block.last + 1;
      const [only, second] = each.rows;
      if (!isBeside || second || only?.first !== rows.first || only.last !== rows.last) continue;
      shared.delete(each);
      for (let at = each.columns.first; at <= each.columns.last; at++) columns.push(at);
    }
    whole.push(...splitColumns(columns, changed, trip));
  }
  const around: Span[] = [];
  for (const { columns, rows } of shared) {
    if (rows.length > pieces) around.push(columns);
    else whole.push(...rows.map((span) => ({ rows: span, columns })));
  }
  return { whole, around };
}

const rowsOf = (columns: readonly number[], changed: Changed): readonly number[] =>
  columns.flatMap((each) => [...(changed.get(each) ?? [])]);

/** The rectangles of some columns that cost least: of all ways to cut them into runs, each over the span of its rows. */
export function splitColumns(
  columns: readonly number[],
  changed: Changed,
  trip = CELLS_OF_A_TRIP,
): Rectangle[] {
  const sorted = [...columns].sort((a, b) => a - b);
  const spans = sorted.map((each) => boundingSpan(changed.get(each) ?? []) as Span);
  const least = [0];
  const starts: number[] = [];
  for (let end = 0; end < sorted.length; end++) {
    let { first, last } = spans[end] as Span;
    let best = Number.POSITIVE_INFINITY;
    for (let start = end; start >= 0; start--) {
      first = Math.min(first, spans[start]?.first as number);
      last = Math.max(last, spans[start]?.last as number);
      const width = (sorted[end] as number) - (sorted[start] as number) + 1;
      const cost = (least[start] as number) + trip + width * (last - first + 1);
      if (cost >= best) continue;
      best = cost;
      starts[end] = start;
    }
    least.push(best);
  }
  const rectangles: Rectangle[] = [];
  for (let end = sorted.length - 1; end >= 0; end = (starts[end] as number) - 1) {
    const run = sorted.slice(starts[end], end + 1);
    const rows = boundingSpan(rowsOf(run, changed)) as Span;
    rectangles.unshift({ rows, columns: boundingSpan(run) as Span });
  }
  return rectangles;
}

/** Groups adjacent columns that change in the same rows. */
function columnsWithSameRows(columns: readonly number[], changed: Changed) {
  const groups: { columns: { first: number; last: number }; rows: readonly Span[]; id: string }[] =
    [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const rows = spansOf(changed.get(column) ?? []);
    const id = JSON.stringify(rows);
    const last = groups[groups.length - 1];
    if (last && last.id === id && last.columns.last === column - 1) last.columns.last = column;
    else groups.push({ columns: { first: column, last: column }, rows, id });
  }
  return groups;
}
