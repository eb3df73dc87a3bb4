import { changesSince, type TableJudged, tablesJudged } from "../../judging/judged-as";
import type { Work } from "../../program/work";
import { tableOf } from "../../tables";
import { dayTexts } from "../shared/every-word";
import { list } from "../shared/list";

/**
 * The rows “changed since judged” (JUDGE-20): nothing re-prices by itself, so each waits for *judge again*, or for
 * *accept-changed*, which leaves what was made as it is.
 */
export const listChanged = list({
  name: "list-changed",
  reads: [...tablesJudged],
  hint: "A tab, a key, a day, or what a cell says.",
  rows: changedRows,
  texts: (_, { table, key, on, changes }, { entry }) => [
    table,
    key,
    ...dayTexts(on, entry),
    ...changes.flatMap(({ column, was, now }) => [column, was, now]),
  ],
  show: () => (row) => row,
});

/** All rows changed since judged, table by table; `on` is the day that a row is dated now. */
export function changedRows(work: Work<TableJudged>) {
  return tablesJudged.flatMap((table) =>
    work.all(table).flatMap((record) => {
      const changes = changesSince(work, table, record);
      const { day } = "createdOn" in record ? record.createdOn : record.date;
      const row = { table: tableOf(table).sheet, key: record.key, on: day, changes };
      return changes.length === 0 ? [] : [row];
    }),
  );
}
