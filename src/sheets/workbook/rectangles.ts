import { boundingSpan, lengthOf, type Span, spansOf } from "./spans";

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
 * A further range is written only where it saves this many cells (SHEET-21). Ranges written together share a round trip
 * (PLATFORM-51a); one more probably costs as much as ten cells, so this is cautious.
 */
const CELLS_OF_A_RANGE = 250;
/**
 * A range that is read by itself makes a round trip of its own, which takes about as long as reading so many cells (PLATFORM-56a).
 */
export const CELLS_OF_A_TRIP = 30_000;

/**
 * In which rectangles changed cells are written. In the `system` columns, which only the program fills in: one of each block of
 * columns, over the span of changed rows, or several where that saves more cells than one more `range` is worth. In those that people
 * also fill in: only the changed cells, or one block around them where they lie in more than `pieces` pieces. Those beside a block that
 * change in just its rows go with it.
 */
export function rectanglesOf(
  system: ReadonlySet<number>,
  changed: Changed,
  pieces: number,
  range = CELLS_OF_A_RANGE,
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
    whole.push(
      ...splitColumns(columns, changed, range).flatMap((run) => splitRows(run, changed, range)),
    );
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
  range = CELLS_OF_A_TRIP,
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
      const cost = (least[start] as number) + range + width * (last - first + 1);
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

/** Leaves out rows between those that change, where that saves enough cells. */
function splitRows({ columns }: Rectangle, changed: Changed, range: number): Rectangle[] {
  const { first, last } = columns;
  const touched = [...changed.keys()].filter((each) => first <= each && each <= last);
  const rectangles: { rows: { first: number; last: number }; columns: Span }[] = [];
  for (const rows of spansOf(rowsOf(touched, changed))) {
    const before = rectangles[rectangles.length - 1];
    const between = before ? (rows.first - before.rows.last - 1) * lengthOf(columns) : 0;
    if (before && between <= range) before.rows.last = rows.last;
    else rectangles.push({ rows: { ...rows }, columns });
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
