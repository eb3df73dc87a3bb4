import { dayField } from "../kernel/fields";
import { input } from "../kernel/input";
import { DomainError } from "../kernel/problem";
import { refuseInput } from "../kernel/refuse-input";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { netOfRefunds, refundsAsTyped } from "../sales/net-of-refunds";
import { currencyOf, isRefund } from "../sales/refund-row";
import { columnInput } from "../tables/table";
import { transactions } from "../tables/transactions";
import { ownKey, rowForm, rowInputs } from "./row-form";

const { refundOf, currency } = transactions.columns;

/**
 * A refund of a sale, in the sale's currency (REFUND-1). Throws SALE_UNKNOWN, or INPUT_INVALID for another currency,
 * for more than is left of the sale, for a day before it or a key that is taken.
 */
export const refundForm = rowForm({
  table: "transactions",
  inputs: {
    refundOf: { ...columnInput(refundOf, { required: true, hint: "" }), label: "Sale" },
    amount: {
      ...columnInput(transactions.columns.amount, {
        hint: "Blank means the full remaining amount.",
      }),
      label: "Amount refunded",
    },
    currency: columnInput(currency, { hint: "The sale's currency." }),
    date: input("Date", dayField, { hint: "Blank means today." }),
    ...rowInputs,
  },
  says: ({ amount }) => (amount === null ? {} : { amount: Math.abs(amount) }),
  make: (work: Work<"transactions">, given, env) => {
    const sale = work.get("transactions", given.refundOf);
    if (!sale || isRefund(sale)) throw new DomainError("SALE_UNKNOWN");
    const own = currencyOf(work, sale);
    // An amount beside a blank currency was read in the program's.
    const { programCurrency } = work.settings;
    const meant = given.currency ?? (given.amount === null ? own : programCurrency);
    if (meant !== own) refuseInput("currency", `A refund is in its sale's currency, ${own}.`);
    const left = netOfRefunds(sale.amount, refundsAsTyped(work, sale.key));
    const amount = Math.abs(given.amount ?? left);
    if (left <= 0) refuseInput("refundOf", "All of this sale is given back already.");
    if (amount === 0) refuseInput("amount", "The amount can't be 0.");
    if (amount > left) {
      refuseInput("amount", say`Only ${{ amount: left, currency: own }} of this sale is left.`);
    }
    const day = given.date ?? env.today;
    if (day < sale.date.day) {
      refuseInput("date", say`The sale was on ${{ day: sale.date.day }}, which is later.`);
    }
    const row = work.insert("transactions", {
      key: ownKey(work, "transactions", given.key, env),
      customer: sale.customer,
      refundOf: sale.key,
      amount,
      currency: own,
      date: { day, time: "" },
    });
    return { row, notes: [] };
  },
});
