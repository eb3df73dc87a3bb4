import { wordField } from "../../kernel/fields";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Customer, Partner, Transaction } from "../../tables";

/** The tables whose records are archived, never deleted (SHEET-11). */
export const archivableTables = ["partners", "customers", "transactions"] as const;
export type ArchivableTable = (typeof archivableTables)[number];
export const archivableField = wordField(archivableTables);

/** What one record of each is called, and the column of Drips that names it. */
export const recordNouns = {
  partners: "partner",
  customers: "customer",
  transactions: "transaction",
} as const satisfies { readonly [T in ArchivableTable]: string };

const unknown = {
  partners: "PARTNER_UNKNOWN",
  customers: "CUSTOMER_UNKNOWN",
  transactions: "TRANSACTION_UNKNOWN",
} as const satisfies { readonly [T in ArchivableTable]: string };

/** The record to archive, or to bring back. Throws PARTNER_UNKNOWN, CUSTOMER_UNKNOWN or TRANSACTION_UNKNOWN. */
export function archivableRecord(
  work: Work<ArchivableTable>,
  table: ArchivableTable,
  key: Key,
): Partner | Customer | Transaction {
  const record = work.get(table, key);
  if (!record) throw new DomainError(unknown[table]);
  return record;
}

/** How a record is named to a person: its name, else its key. */
export const recordName = (record: Partner | Customer | Transaction): string =>
  ("name" in record ? record.name : null) ?? record.key;
