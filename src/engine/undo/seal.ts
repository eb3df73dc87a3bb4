import type { Field } from "../kernel/field";
import { fingerprint } from "../kernel/keys";
import { type TableName, tableOf } from "../tables";
import type { PackedField } from "../tables/packed/packed";

export const SEAL_LENGTH = 4;

export const isDerived = (table: TableName, column: string): boolean =>
  tableOf(table).columns[column]?.derived === true;

/** A few characters that differ where the columns' values do, but for one case in a million. */
export function sealOf(table: TableName, record: object, ...ids: readonly string[]): string {
  const values = record as Readonly<Record<string, unknown>>;
  const { columns } = tableOf(table);
  const texts = ids.map((id) => sealed(columns[id]?.field, values[id]));
  return fingerprint(JSON.stringify(texts)).slice(-SEAL_LENGTH);
}

/** Packed data as its text: read back, it has its parts in another order than when it was made. */
const sealed = (field: Field<unknown> | undefined, value: unknown): unknown =>
  field?.kind === "packed" && value ? (field as PackedField<unknown>).text(value) : value;

/** The same for all of a row that is not worked out from others. */
export function sealOfRow(table: TableName, record: object): string {
  const ids = Object.keys(tableOf(table).columns);
  return sealOf(table, record, ...ids.filter((id) => id !== "problems" && !isDerived(table, id)));
}
