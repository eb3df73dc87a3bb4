import { clip } from "../kernel/cells";
import type { Key } from "../kernel/keys";
import { type TableName, tableNames, tableOf } from "../tables";
import type { Named } from "../tables/table";

type AnyRecord = Readonly<Record<string, unknown>>;
/** The record of a key, to be named by. */
export type Namesake = (table: "partners" | "customers", key: Key) => AnyRecord | undefined;
interface NameColumn {
  readonly id: string;
  readonly of: Named;
}

/** A partner's or customer's name as such a column shows it; one that is longer is cut. */
export const shownName = (record: AnyRecord | null | undefined): string =>
  clip((record?.name as string | null | undefined) ?? "", 200);

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
  find: Namesake,
): Readonly<Record<string, string | null>> | undefined {
  let stale: Record<string, string | null> | undefined;
  for (const { id, of } of columns) {
    const key = record[of] as Key | null;
    const named = key === null ? null : find(`${of}s`, key);
    const known = (named as { readonly errors?: AnyRecord } | null | undefined)?.errors?.name;
    if (named === undefined || known !== undefined) continue;
    const name = shownName(named) || null;
    if (name !== record[id]) {
      stale ??= {};
      stale[id] = name;
    }
  }
  return stale;
}

/**
 * Changes of a record together with the names of the keys that they change: a name never stands beside another key than its
 * own, though it may be blank until the next run, where the table that has it is not read.
 */
export function withNames(
  table: TableName,
  changes: AnyRecord,
  before: AnyRecord,
  find: Namesake,
): AnyRecord {
  const columns = nameColumns[table];
  const changed = columns.filter(({ of }) => of in changes && changes[of] !== before[of]);
  if (changed.length === 0) return changes;
  const blank = Object.fromEntries(changed.map(({ id }) => [id, null]));
  const after = { ...before, ...changes, ...blank };
  return { ...changes, ...blank, ...staleNames(changed, after, find) };
}
