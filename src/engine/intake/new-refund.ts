import type { Env } from "../kernel/env";
import { amountField, currencyField, dayField, keyField } from "../kernel/fields";
import { type InputOf, input } from "../kernel/input";
import { format } from "../kernel/money";
import { DomainError } from "../kernel/problem";
import { refuseInput } from "../kernel/refuse-input";
import type { Work } from "../program/work";
import { keptAfter, refundsGiven } from "../sales/kept";
import { currencyOf, isRefund } from "../sales/refund-row";
import type { Transaction } from "../tables";
import { formIdInput, sentBefore } from "./form-id";
import { ownKey } from "./own-key";

export const refundInputs = {
  refundOf: input("Sale", keyField, { required: true }),
  amount: input("Amount given back", amountField, { hint: "Blank means all that is left." }),
  currency: input("Currency", currencyField, { hint: "The sale's own." }),
  date: input("Date", dayField, { hint: "Blank means today." }),
  key: input("Key", keyField, { hint: "Your own key. Blank, and it is filled in." }),
  formId: formIdInput,
};
export type RefundForm = InputOf<typeof refundInputs>;

/**
 * Adds a refund of a sale, in the sale's currency (REFUND-1). Throws SALE_UNKNOWN, or INPUT_INVALID for
 * another currency, for more than is left of the sale, for a day before it or a key that is taken.
 */
export function newRefund(
  work: Work<"transactions">,
  given: RefundForm,
  env: Pick<Env, "today" | "newId">,
): Transaction {
  const sale = work.get("transactions", given.refundOf);
  if (!sale || isRefund(sale)) throw new DomainError("SALE_UNKNOWN");
  const currency = currencyOf(work, sale);
  // An amount beside a blank currency was read in the program's.
  const { programCurrency } = work.settings;
  const meant = given.currency ?? (given.amount === null ? currency : programCurrency);
  if (meant !== currency) {
    refuseInput("currency", `A refund is in its sale's currency, ${currency}.`);
  }
  const left = keptAfter(sale.amount, refundsGiven(work, sale.key));
  const amount = Math.abs(given.amount ?? left);
  if (left <= 0) refuseInput("refundOf", "All of this sale is given back already.");
  if (amount === 0) refuseInput("amount", "The amount can't be 0.");
  if (amount > left) {
    refuseInput("amount", `Only ${format({ amount: left, currency })} of this sale is left.`);
  }
  const day = given.date ?? env.today;
  if (day < sale.date.day) refuseInput("date", `The sale was on ${sale.date.day}, which is later.`);
  return work.insert("transactions", {
    key: ownKey(work, "transactions", given.key, () => env.newId("trx")),
    customer: sale.customer,
    refundOf: sale.key,
    amount,
    currency,
    date: { day, time: "" },
  });
}

/** The refund that this form recorded before; throws as `sentBefore`. */
export const refundSentBefore = (
  work: Work<"transactions">,
  { formId, key, date, amount, ...says }: RefundForm,
): Transaction | undefined => {
  const given = {
    ...(date !== null && { date: { day: date, time: "" } }),
    ...(amount !== null && { amount: Math.abs(amount) }),
  };
  return sentBefore(work, {
    table: "transactions",
    prefix: "trx",
    formId,
    key,
    says: { ...says, ...given },
  });
};
