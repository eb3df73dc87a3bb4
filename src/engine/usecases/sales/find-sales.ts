import { clip } from "../../kernel/cells";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { down, ownKey } from "../../kernel/order";
import { some } from "../../program/reads";
import { netOfRefunds, refundsAsTyped } from "../../sales/net-of-refunds";
import { currencyOf, isRefund, refundColumns } from "../../sales/refund-row";
import { dayTexts } from "../shared/every-word";
import { list, matching } from "../shared/list";
import { customerName, textsOfCustomer } from "../shared/names";

/** The sales, newest first, found by every word in customer, product, key, amount or date; refunds are left out. */
export const findSales = list({
  name: "find-sales",
  reads: [
    some("customers", "name", "email", "externalId"),
    some("transactions", "customer", "product", ...refundColumns),
  ],
  hint: "A customer, a product, an amount or a key.",
  filters: { customer: input("Customer", keyField, { hint: "Blank means all customers." }) },
  rows: (work, { customer }) =>
    matching(work, "transactions", { customer }).filter((sale) => !isRefund(sale)),
  texts: (work, sale, { entry }) => [
    sale.key,
    ...textsOfCustomer(work, sale.customer),
    ...dayTexts(sale.date.day, entry),
    sale.product,
    toDecimal({ amount: sale.amount, currency: currencyOf(work, sale) }),
  ],
  order: (_) => [down(({ date }) => `${date.day} ${date.time}`), ownKey],
  /** Amounts are decimal text of the sale's currency. */
  show: (work) => (sale) => {
    const { key, customer, date, product, status } = sale;
    const currency = currencyOf(work, sale);
    return {
      key,
      customer,
      customerName: customerName(work, customer),
      date: date.day,
      amount: toDecimal({ amount: sale.amount, currency }),
      /** What is not given back. */
      kept: toDecimal({
        amount: netOfRefunds(sale.amount, refundsAsTyped(work, sale.key)),
        currency,
      }),
      currency,
      product: clip(product ?? ""),
      status,
    };
  },
});
