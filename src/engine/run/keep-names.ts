import type { Key } from "../kernel/keys";
import { nameColumns, staleNames } from "../program/names";
import type { TableData } from "../program/program";
import type { Work } from "../program/work";
import { isLocked } from "../rewards/final";
import { type RecordOf, type TableName, tableNames } from "../tables";

/** The most blank names of final rows that one run fills in, so that the first run after an upgrade is not slow. */
const FILLED_A_RUN = 2_000;

/** Which rows are final, in the tables whose rows can be. */
const final: { readonly [N in TableName]?: (work: Work, row: RecordOf<N>) => boolean } = {
  transactions: (_, { judged }) => judged !== null,
  rewards: isLocked,
  drips: (_, { status }) => status !== "Created",
  payouts: (_, { status }) => status === "paid" || status === "returned",
};

/**
 * Keeps the names beside keys current, whoever was renamed and whatever was typed over them (SHEET-40). A final row keeps the
 * names that it has; where it has none they are filled in, the lowest rows first.
 */
export function keepNames(work: Work): void {
  let left = FILLED_A_RUN;
  // A row that can't be read now has its name still.
  const find = (table: "partners" | "customers", key: Key) =>
    work.get(table, key) ?? (work.has(table, key) ? undefined : {});
  for (const table of tableNames) {
    const data = work.program.tables[table] as TableData | undefined;
    const columns = nameColumns[table].filter(({ id }) => !data?.absent.includes(id));
    if (columns.length === 0) continue;
    const isFinal = final[table] as ((work: Work, row: unknown) => boolean) | undefined;
    const rows = work.all(table) as readonly (Readonly<Record<string, unknown>> & {
      key: string;
    })[];
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at] as (typeof rows)[number];
      const stale = staleNames(columns, row, find);
      if (!stale) continue;
      const isKept = isFinal?.(work, row) ?? false;
      const blank = Object.entries(stale).filter(([id]) => row[id] === null);
      if (!isKept) work.update(table, row.key, stale as never);
      else if (blank.length > 0 && left-- > 0) {
        work.update(table, row.key, Object.fromEntries(blank) as never);
      }
    }
  }
}
