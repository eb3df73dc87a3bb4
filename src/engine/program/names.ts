import { clip } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import { type TableName, tableNames, tableOf } from "../tables";
import type { Named } from "../tables/table";

type AnyRecord = Readonly<Record<string, unknown>>;
type Find = (table: "partners" | "customers", key: Key) => AnyRecord | undefined;
interface NameColumn {
  readonly id: string;
  readonly of: Named;
}

/** A name that is longer is cut: the cell is read, not compared. */
const LONGEST = 200;

/** The columns of each table that name the partner or customer of their row (SHEET-40). */
export const nameColumns: Readonly<Record<TableName, readonly NameColumn[]>> = Object.fromEntries(
  tableNames.map((table) => [
    table,
    Object.entries(tableOf(table).columns).flatMap(([id, { nameOf }]): readonly NameColumn[] =>
      nameOf === null ? [] : [{ id, of: nameOf }],
    ),
  ]),
) as never;

/** Whether a column names the partner or customer of its row. */
export const isName = (table: TableName, column: string): boolean =>
  nameColumns[table].some(({ id }) => id === column);

/**
 * What the name columns of a record should say, where that is something else: the names that its keys have now, blank where
 * there is no key or nobody has it. Where `find` knows no record, and where a name is an error value, it stays as it is.
 */
export function staleNames(
  columns: readonly NameColumn[],
  record: AnyRecord,
  find: Find,
): Readonly<Record<string, string | null>> | undefined {
  let stale: Record<string, string | null> | undefined;
  for (const { id, of } of columns) {
    const key = record[of] as Key | null;
    const named = key === null ? null : find(`${of}s`, key);
    const known = (named as { readonly errors?: AnyRecord } | null | undefined)?.errors?.name;
    if (named === undefined || known !== undefined) continue;
    const text = named?.name as string | null | undefined;
    const name = text ? clip(text, LONGEST) : null;
    if (name !== record[id]) {
      stale ??= {};
      stale[id] = name;
    }
  }
  return stale;
}
