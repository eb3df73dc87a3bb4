import { fingerprint } from "../kernel/keys";
import { type TableName, tableOf } from "../tables";

export const SEAL_LENGTH = 4;

export const isDerived = (table: TableName, column: string): boolean =>
  tableOf(table).columns[column]?.derived === true;

/** A few characters that differ where the columns' values do, but for one case in a million. */
export function sealOf(record: object, ...columns: readonly string[]): string {
  const values = record as Readonly<Record<string, unknown>>;
  return fingerprint(JSON.stringify(columns.map((id) => values[id]))).slice(-SEAL_LENGTH);
}

/** The same for all of a row that is not worked out from others. */
export function sealOfRow(table: TableName, record: object): string {
  const ids = Object.keys(tableOf(table).columns);
  return sealOf(record, ...ids.filter((id) => id !== "problems" && !isDerived(table, id)));
}
