import { fingerprint } from "../keys";
import { type TableName, tableOf } from "../tables";

export const SEAL_LENGTH = 4;

/** What is worked out from other rows: it follows them, so a change of it is no person's act. */
const derived: { readonly [N in TableName]?: readonly string[] } = {
  rewards: ["estimatedPayment"],
  drips: ["status", "paidSoFar", "toCome", "nextDate"],
  invoices: ["status", "lines", "total"],
};
export const isDerived = (table: TableName, column: string): boolean =>
  derived[table]?.includes(column) === true;

/** A few characters that differ where a column's value does, but for one case in a million. */
export const sealOf = (record: object, column: string): string =>
  short((record as Readonly<Record<string, unknown>>)[column] ?? null);

/** The same for all of a row that is not worked out from others. */
export function sealOfRow(table: TableName, record: object): string {
  const values = record as Readonly<Record<string, unknown>>;
  const ids = Object.keys(tableOf(table).columns);
  return short(
    ids.filter((id) => id !== "problems" && !isDerived(table, id)).map((id) => values[id] ?? null),
  );
}

const short = (value: unknown): string => fingerprint(JSON.stringify(value)).slice(-SEAL_LENGTH);
