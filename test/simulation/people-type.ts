import { type MarkerCell, unpacked } from "../support/unpacked";
import { plusDays } from "./calendar";
import { type Life, type Row, rowsOf } from "./life";
import { typeCell } from "./type-cell";

/** The key by which people know a row: the one it was judged with, whatever was typed over it since. */
export const keyOf = ({ Key, Judged }: Row): string =>
  unpacked<MarkerCell>(Judged)?.key ?? String(Key);

type Cells = Readonly<Record<string, string | number>>;
const exponents: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };
export const digitsOf = (currency: unknown): number => exponents[String(currency)] ?? 2;

/** Pastes a row with a mark of its own, and remembers each cell: it is the team's, and stays as it is. */
export function paste(life: Life, tab: string, cells: Cells): void {
  const mark = `m${++life.count}`;
  const row = { ...cells, "Our mark": mark };
  life.host.append(tab, [row as never]);
  life.typed.set(mark, new Map(Object.entries(row)));
}

/** Types over a cell; of a row that people pasted it is remembered, those that the sidebar made have no mark. */
export function typeOver(
  life: Life,
  tab: string,
  row: Row,
  header: string,
  value: string | number,
): void {
  if (!typeCell(life, tab, { Key: row.Key as string }, header, value)) return;
  life.typed.get(String(row["Our mark"]))?.set(header, value);
}

export function addPartners(life: Life, count: number): void {
  for (let i = 0; i < count; i++) {
    const n = ++life.count;
    paste(life, "Partners", {
      Key: `ptn_${n}`,
      Name: `Partner ${n}`,
      "E-mail": `ann@partner${n}.example`,
      Group: life.dice.of(["Gold", "Silver", ""]),
      "Joined on": life.today,
      "Payout method": life.dice.of(["bank transfer", "PayPal", "Wise", ""]),
      "Payment e-mail": life.dice.chance(0.8) ? `pay@partner${n}.example` : "",
      "Account reference": `DE${n}`,
    });
  }
}

export function addCustomers(life: Life, count: number): void {
  const partners = rowsOf(life, "Partners");
  for (let i = 0; i < count; i++) {
    const n = ++life.count;
    const partner = partners.length > 0 ? keyOf(life.dice.of(partners)) : "";
    paste(life, "Customers", {
      Key: life.dice.chance(0.9) ? `cus_${n}` : "",
      Name: `Customer ${n}`,
      "E-mail": life.dice.chance(0.05)
        ? partner.replace(/^ptn_(\d+)$/, "ben@partner$1.example")
        : "",
      Partner: life.dice.chance(0.95) ? partner : "",
      "Created on": plusDays(life.today, -life.dice.below(5)),
      Plan: life.dice.of(["Pro", "Basic", ""]),
    });
  }
}

export function addActions(life: Life, count: number): void {
  const customers = rowsOf(life, "Customers");
  if (customers.length === 0) return;
  for (let i = 0; i < count; i++) {
    paste(life, "Actions", {
      Key: "",
      Kind: life.dice.of(["demo", "demo", "review", "cancel"]),
      Count: life.dice.below(3) + 1,
      Date: plusDays(life.today, -life.dice.below(4)),
      Customer: keyOf(life.dice.of(customers)),
    });
  }
}

/** A sale of a random customer, now and then typed late, dated ahead, in other words for the currency, or to nobody. */
export function addSale(life: Life): void {
  const { dice, today } = life;
  const customers = rowsOf(life, "Customers");
  if (customers.length === 0) return;
  const currency = dice.of(["USD", "USD", "USD", "EUR", "EUR", "JPY", "KWD"]);
  const days = dice.chance(0.2) ? -dice.below(40) : dice.chance(0.05) ? dice.below(9) : 0;
  const amount = dice.chance(0.02) ? 0 : dice.below(90_000) / 100;
  paste(life, "Transactions", {
    Key: dice.chance(0.8) ? `trx_${life.count}` : "",
    Customer: keyOf(dice.of(customers)),
    Date: plusDays(today, days),
    Amount: Number(amount.toFixed(digitsOf(currency))),
    Currency:
      currency === "USD" && dice.chance(0.2)
        ? ""
        : dice.chance(0.1)
          ? currency.toLowerCase()
          : currency,
    Product: dice.of(["Plan", "Plan", "Licence", "Hours", ""]),
    Region: dice.of(["North", "South"]),
  });
}
