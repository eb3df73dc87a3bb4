import {
  type ChangedCell,
  changesSince,
  type TableJudged,
  tablesJudged,
} from "../../judging/judged-as";
import { textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Work } from "../../program/work";
import { tableOf } from "../../tables";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** A judged row whose facts changed since. */
export interface ChangedRow {
  readonly table: string;
  readonly key: string;
  /** The day that it is dated now. */
  readonly on: string;
  readonly changes: readonly ChangedCell[];
}

/**
 * The rows “changed since judged” (JUDGE-20): nothing re-prices by itself, so each waits for *judge again*, or for
 * *accept-changed*, which leaves what was made as it is.
 */
export const listChanged = useCase({
  name: "list-changed",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A tab, a key, a day, or what a cell says." }),
    ...pageInputs,
  },
  reads: [...tablesJudged, "settings"],
  decide: (work, { search, ...asked }): Page<ChangedRow> => {
    const says = everyWord(search);
    const found = changedRows(work).filter(({ table, key, on, changes }) =>
      says(() => [
        table,
        key,
        on,
        ...changes.flatMap(({ column, was, now }) => [column, was, now]),
      ]),
    );
    return pageOf(found, asked, (each): ChangedRow => each);
  },
});

/** All rows changed since judged, table by table. */
export const changedRows = (work: Work<TableJudged>): readonly ChangedRow[] =>
  tablesJudged.flatMap((table) =>
    work.all(table).flatMap((record): readonly ChangedRow[] => {
      const changes = changesSince(work, table, record);
      if (changes.length === 0) return [];
      const { day } = "createdOn" in record ? record.createdOn : record.date;
      return [{ table: tableOf(table).sheet, key: record.key, on: day, changes }];
    }),
  );
