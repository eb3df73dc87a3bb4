import { ask, type Life, type Row, someRow } from "../life";
import type { Acts } from "./act";

function recordSale(life: Life): unknown {
  const { dice } = life;
  const customer = someRow(life, "Customers", () => true);
  if (!customer) return;
  return ask(life, "record-sale", {
    customer: customer.Key,
    amount: String(1 + dice.below(50_000) / 100),
    currency: dice.of(["USD", "EUR", ""]),
    product: dice.of(["Plan", "Licence", ""]),
  });
}

function recordRefund(life: Life): unknown {
  const { dice } = life;
  const isSale = (row: Row) => row["Refund of"] === "" && row.Status !== "archived";
  const sale = someRow(life, "Transactions", isSale);
  const amount = dice.chance(0.4) ? "" : String(1 + dice.below(40));
  const currency = dice.chance(0.7) ? (sale?.Currency ?? "") : "";
  return sale && ask(life, "record-refund", { refundOf: sale.Key, amount, currency });
}

function addCustomer(life: Life): unknown {
  const partner = someRow(life, "Partners", () => true);
  if (!partner) return;
  return ask(life, "add-customer", { partner: partner.Key, name: `Recorded ${++life.count}` });
}

const tables = {
  Partners: "partners",
  Customers: "customers",
  Transactions: "transactions",
} as const;

/** Archives a record, or makes it active again; a killed call leaves open which of the two it is now. */
async function archive(life: Life): Promise<void> {
  const { dice } = life;
  const tab = dice.of(["Partners", "Customers", "Customers", "Transactions"] as const);
  const row = someRow(life, tab, () => true);
  if (!row) return;
  const cells = life.typed.get(String(row["Our mark"]));
  for (const header of ["Status", "Archived on"]) cells?.delete(header);
  const name = row.Status === "archived" ? "unarchive-record" : "archive-record";
  const record = { table: tables[tab], key: row.Key };
  await ask(life, name, { ...record, confirmed: dice.chance(0.8) });
}

/** What people record in the sidebar instead of typing it. */
export const recordingActs: Acts = [
  [4, recordSale],
  [3, recordRefund],
  [2, addCustomer],
  [2, archive],
];
