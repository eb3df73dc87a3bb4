import { quoted } from "../kernel/cells";
import type { FieldContext } from "../kernel/fields";
import { type Key, readInvoiceKey, readPayoutKey } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import type { RawRow, Table } from "../tables/table";
import { type MadeRow, parseKept } from "./kept-cells";
import { readDrip } from "./read-drip";
import { readReward } from "./read-reward";

type Read = (table: Table, key: Key, raw: RawRow, context: FieldContext) => MadeRow;

const readInvoice: Read = (table, key, raw, context) => {
  const said = readInvoiceKey(key);
  const read = parseKept(table, key, raw, context, () => ({ ...said }));
  if (said || key === "") return read;
  return { ...read, isUsable: false, problems: [...read.problems, notAnInvoice(table, key)] };
};

const notAnInvoice = ({ sheet }: Table, row: Key): Problem => ({
  code: "RECORD_INCONSISTENT",
  at: { table: sheet, row, column: "Key" },
  message: `${quoted(row)} is no invoice: its key says its month and currency, as in inv_2026-03_USD. Put the key back, or delete the row.`,
});

const readPayout: Read = (table, key, raw, context) => {
  const said = readPayoutKey(key);
  const currency = readInvoiceKey(said?.invoice ?? "")?.currency;
  const kept = said && currency ? { ...said, currency } : {};
  return parseKept(table, key, raw, context, () => kept);
};

const readers: Readonly<Record<string, Read>> = {
  rewards: readReward,
  drips: readDrip,
  invoices: readInvoice,
  payouts: readPayout,
};
const read: Read = (table, key, raw, context) => parseKept(table, key, raw, context, () => ({}));

/**
 * Reads a row. What the program made and nobody may change (an invoice's month and currency, whom a payout pays, a
 * drip's terms, a reward's currency) counts as it was made, whatever is typed over it.
 */
export const readMadeRow: Read = (table, ...row) => (readers[table.name] ?? read)(table, ...row);
