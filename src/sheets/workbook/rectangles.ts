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
 * In which rectangles changed cells are written. In the `system` columns, which only the program fills in: one of each block of
 * columns, over the span of changed rows. In those that people also fill in: only the changed cells, or around them where they are
 * in more than so many `pieces`. Those beside a block that change in just its rows go with it, which saves a round trip.
 */
export function rectanglesOf(
  system: ReadonlySet<number>,
  changed: Changed,
  pieces: number,
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
    const own = all.filter((each) => block.first <= each && each <= block.last);
    const rows = boundingSpan(own.flatMap((each) => [...(changed.get(each) ?? [])]));
    if (!rows) continue;
    const columns = [...own];
    for (const each of shared) {
      const isBeside =
        each.columns.last === block.first - 1 || each.columns.first === block.last + 1;
      const [only, second] = each.rows;
      if (!isBeside || second || only?.first !== rows.first || only.last !== rows.last) continue;
      shared.delete(each);
      columns.push(each.columns.first, each.columns.last);
    }
    whole.push({ rows, columns: boundingSpan(columns) as Span });
  }
  const around: Span[] = [];
  for (const { columns, rows } of shared) {
    if (rows.length > pieces) around.push(columns);
    else whole.push(...rows.map((span) => ({ rows: span, columns })));
  }
  return { whole, around };
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
