import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { keyField, textField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { toDecimal } from "../../kernel/money";
import type { RecordStatus } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { keptAfter, refundsGiven } from "../../sales/kept";
import { currencyOf, isRefund } from "../../sales/refund-row";
import type { Transaction } from "../../tables";
import { everyWord } from "../shared/find-by-text";
import { type Page, pageInputs, pageOf } from "../shared/paging";
import { useCase } from "../shared/use-case";

/** A sale as lists show it; amounts are decimal text of its currency. */
export interface FoundSale {
  readonly key: Key;
  readonly customer: Key;
  readonly customerName: string;
  readonly date: Day;
  readonly amount: string;
  /** What is not given back. */
  readonly kept: string;
  readonly currency: string;
  readonly product: string;
  readonly status: RecordStatus;
}

/** The sales, newest first, found by every word in customer, product, key, amount or date; refunds are left out. */
export const findSales = useCase({
  name: "find-sales",
  edits: "read only",
  inputs: {
    search: input("Search", textField, { hint: "A customer, a product, an amount or a key." }),
    customer: input("Customer", keyField, { hint: "Blank means the sales of all." }),
    ...pageInputs,
  },
  reads: ["settings", "customers", "transactions"],
  decide: (work, { search, customer, ...asked }): Page<FoundSale> => {
    const says = everyWord(search);
    const rows =
      customer === null
        ? work.all("transactions")
        : work.where("transactions", "customer", customer);
    const found = rows
      .filter((sale) => !isRefund(sale))
      .filter((sale) => says(() => textsOf(work, sale)))
      .sort(newestFirst);
    return pageOf(found, asked, (sale) => shown(work, sale));
  },
});

type Tables = "settings" | "customers" | "transactions";

function textsOf(work: Work<Tables>, sale: Transaction) {
  const { key, customer, date, product } = sale;
  const whom = work.get("customers", customer);
  return [key, customer, whom?.name, whom?.email, date.day, product, moneyOf(work, sale)];
}

const moneyOf = (work: Work<Tables>, sale: Transaction, amount = sale.amount): string =>
  toDecimal({ amount, currency: currencyOf(work, sale) });

function shown(work: Work<Tables>, sale: Transaction): FoundSale {
  const { key, customer, date, product, status } = sale;
  return {
    key,
    customer,
    customerName: clip(work.get("customers", customer)?.name ?? customer),
    date: date.day,
    amount: moneyOf(work, sale),
    kept: moneyOf(work, sale, keptAfter(sale.amount, refundsGiven(work, sale.key))),
    currency: currencyOf(work, sale),
    product: clip(product ?? ""),
    status,
  };
}

function newestFirst(a: Transaction, b: Transaction): number {
  const [x, y] = [a, b].map(({ date }) => `${date.day} ${date.time}`) as [string, string];
  return x === y ? (a.key < b.key ? -1 : 1) : x < y ? 1 : -1;
}
