import { plusDays } from "../calendar";
import { type Life, type Row, someRow } from "../life";
import {
  addActions,
  addCustomers,
  addPartners,
  addSale,
  digitsOf,
  keyOf,
  paste,
  typeOver,
} from "../people-type";
import type { Acts } from "./act";

const isSale = (row: Row): boolean => row["Refund of"] === "";

/** Gives a part, all, or more than all of a sale back; now and then in a wrong currency. */
function refund(life: Life): void {
  const { dice } = life;
  const sale = someRow(
    life,
    "Transactions",
    (row) => isSale(row) && String(row.Date) <= life.today,
  );
  // Nobody copies a formula that fails just now into a row of its own.
  if (!sale || [sale.Customer, sale.Currency].some((cell) => /^#|^Loading/.test(String(cell))))
    return;
  const part = dice.chance(0.3) ? 1 : dice.chance(0.1) ? 1.5 : dice.below(10) / 10;
  const amount = Number((Number(sale.Amount) * part).toFixed(digitsOf(sale.Currency)));
  // An amount that shows an error is none.
  if (!amount) return;
  const days = dice.below(4);
  const on = plusDays(life.today, -days);
  paste(life, "Transactions", {
    Key: `ref_${life.count}`,
    Customer: String(sale.Customer),
    Date: on < String(sale.Date) ? life.today : on,
    Amount: dice.chance(0.5) ? -amount : amount,
    Currency: dice.chance(0.03) ? "CHF" : String(sale.Currency),
    "Refund of": String(sale.Key),
  });
}

/** Archives a row, or takes that back; the day may be blank, or one that has passed. */
function archive(life: Life, tab: string, test: (row: Row) => boolean): void {
  const { dice, today } = life;
  const row = someRow(life, tab, test);
  if (!row) return;
  const isBack = row.Status === "archived";
  typeOver(life, tab, row, "Status", isBack ? "active" : "archived");
  const day = dice.chance(0.3) ? "" : plusDays(today, -dice.below(20));
  typeOver(life, tab, row, "Archived on", isBack ? "" : day);
}

/** Types over a cell of a person's column after the row was judged. */
function correct(life: Life): unknown {
  const { dice } = life;
  const customer = someRow(life, "Customers", () => true);
  const partner = someRow(life, "Partners", () => true);
  if (!customer || !partner) return;
  switch (dice.below(5)) {
    case 0:
      return typeOver(life, "Customers", customer, "Partner", keyOf(partner));
    case 1:
      return typeOver(life, "Customers", customer, "Plan", dice.of(["Pro", "Basic"]));
    case 2:
      return typeOver(life, "Partners", partner, "Group", dice.of(["Gold", "Silver"]));
    case 3:
      return typeOver(life, "Partners", partner, "Name", `Renamed ${life.count}`);
    default: {
      const sale = someRow(life, "Transactions", isSale);
      if (sale) typeOver(life, "Transactions", sale, "Region", dice.of(["East", "West"]));
    }
  }
}

/** What people type into the tabs that are theirs. */
export const recordActs: Acts = [
  [30, addSale],
  [10, refund],
  [5, (life) => addCustomers(life, 1)],
  [1, (life) => addPartners(life, 1)],
  [5, (life) => addActions(life, 1)],
  [3, (life) => archive(life, "Customers", () => true)],
  [1, (life) => archive(life, "Partners", () => true)],
  [2, (life) => archive(life, "Transactions", isSale)],
  [4, (life) => archive(life, "Transactions", (row) => !isSale(row))],
  [5, correct],
];
