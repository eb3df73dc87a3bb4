import { keyField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Customer, Partner, Transaction } from "../../tables";
import { dripReads } from "../../timeline/life";

/** The tables whose records are archived, never deleted (SHEET-11). */
export const archivableTables = ["partners", "customers", "transactions"] as const;
export type ArchivableTable = (typeof archivableTables)[number];

/** What archiving a record, or bringing it back, reads. */
export const archivingReads = [...dripReads, "activity"] as const;
/** The record that a person chose. */
export const recordInputs = {
  table: input("Table", wordField(archivableTables), { required: true }),
  key: input("Key", keyField, { required: true }),
};

/** What one record of each is called, and the column of Drips that names it. */
export const recordNouns = {
  partners: "partner",
  customers: "customer",
  transactions: "transaction",
} as const satisfies { readonly [T in ArchivableTable]: string };

/** How a record is named to a person: its name, else its key. */
export const recordName = (record: Partner | Customer | Transaction): string =>
  ("name" in record ? record.name : null) ?? record.key;
