import type { Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet } from "../workbook/book";
import { lookUpColumns } from "../workbook/columns";
import { lengthOf, type Span, spansOf } from "../workbook/spans";

/**
 * Puts the columns that only the program needs into groups, which fold in a new tab and stay open in one that a team knows
 * (SHEET-42). Where the tab has any group, nothing is made: groups are never nested.
 */
export function groupColumns(
  table: Table,
  sheet: Sheet,
  headers: readonly Raw[],
  folds: boolean,
): void {
  const runs = table.folds.flatMap(([first, last]) => runsOf(table, headers, first, last));
  const isGrouped = (column: number) => sheet.getColumnGroupDepth(column) > 0;
  // Where they are ours already, the first of them tells.
  if (runs.length === 0 || runs.some(({ first }) => isGrouped(first + 1))) return;
  if (headers.some((_, at) => isGrouped(at + 1))) return;
  for (const run of runs) {
    const first = run.first + 1;
    sheet.getRange(1, first, 1, lengthOf(run)).shiftColumnGroupDepth(1);
    if (folds) sheet.getColumnGroup(first, 1)?.collapse();
  }
}

/** Where these columns of a table stand side by side, with no column of the team's own between. */
function runsOf(table: Table, headers: readonly Raw[], from: string, to: string): readonly Span[] {
  const ids = Object.keys(table.columns);
  const { byId } = lookUpColumns(table, headers);
  const places = ids
    .slice(ids.indexOf(from), ids.indexOf(to) + 1)
    .flatMap((id) => byId.get(id) ?? []);
  return spansOf(places).filter((span) => lengthOf(span) > 1);
}
