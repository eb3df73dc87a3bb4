import { actions } from "./actions";
import { activity } from "./activity";
import { customers } from "./customers";
import { drips } from "./drips";
import { invoices } from "./invoices";
import { partners } from "./partners";
import { payouts } from "./payouts";
import { rewards } from "./rewards";
import { settings } from "./settings";
import type { RecordOfColumns, Table } from "./table";
import { transactions } from "./transactions";
import { triggers } from "./triggers";

/** The registry of the eleven tabs (SHEET-1), in the order in which set-up makes them. */
export const tables = {
  partners,
  customers,
  transactions,
  actions,
  triggers,
  rewards,
  drips,
  invoices,
  payouts,
  settings,
  activity,
} as const satisfies Readonly<Record<string, Table>>;

export type TableName = keyof typeof tables;
export type RecordOf<N extends TableName> = RecordOfColumns<(typeof tables)[N]["columns"]>;
export const tableNames = Object.keys(tables) as readonly TableName[];
/** The table seen without its column types, for code that serves them all. */
export const tableOf = (name: TableName): Table => tables[name];

export type Partner = RecordOf<"partners">;
export type Customer = RecordOf<"customers">;
export type Transaction = RecordOf<"transactions">;
export type Action = RecordOf<"actions">;
export type Trigger = RecordOf<"triggers">;
export type Reward = RecordOf<"rewards">;
export type Drip = RecordOf<"drips">;
export type Invoice = RecordOf<"invoices">;
export type Payout = RecordOf<"payouts">;
