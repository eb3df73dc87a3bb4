import type { Env } from "../kernel/env";
import { amountField, currencyField, dayField, keyField, textField } from "../kernel/fields";
import { type InputOf, input } from "../kernel/input";
import { format } from "../kernel/money";
import { DomainError } from "../kernel/problem";
import { refuseInput } from "../kernel/refuse-input";
import type { Work } from "../program/work";
import { currencyOf, isRefund } from "../sales/refund-row";
import type { Transaction } from "../tables";
import { formIdInput, sentBefore } from "./form-id";
import type { Recorded } from "./new-customer";
import { ownKey } from "./own-key";

export const saleInputs = {
  customer: input("Customer", keyField, { required: true }),
  amount: input("Amount", amountField, { required: true }),
  currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
  date: input("Date", dayField, { hint: "Blank means today." }),
  product: input("Product", textField),
  category: input("Category", textField),
  key: input("Key", keyField, { hint: "Your own key. Blank, and it is filled in." }),
  formId: formIdInput,
};
export type SaleForm = InputOf<typeof saleInputs>;

/**
 * Adds a sale as a row that is not judged yet: the same as one typed (SHEET-25). Throws CUSTOMER_UNKNOWN, or
 * INPUT_INVALID for a negative amount or a key that is taken.
 */
export function newSale(
  work: Work<"transactions" | "customers">,
  given: SaleForm,
  env: Pick<Env, "today" | "newId">,
): Recorded<Transaction> {
  const { customer, amount, currency, product, category } = given;
  if (!work.get("customers", customer)) throw new DomainError("CUSTOMER_UNKNOWN");
  if (amount < 0) refuseInput("amount", "A sale is not negative. Money given back is a refund.");
  const day = given.date ?? env.today;
  const wanted = currency ?? work.settings.programCurrency;
  const alike = work
    .where("transactions", "customer", customer)
    .filter((each) => !isRefund(each) && each.amount === amount && each.date.day === day)
    .filter((each) => currencyOf(work, each) === wanted);
  const row = work.insert("transactions", {
    key: ownKey(work, "transactions", given.key, () => env.newId("trx")),
    customer,
    amount,
    currency,
    product,
    category,
    date: { day, time: "" },
  });
  const what = `A sale of ${format({ amount, currency: wanted })} on that day`;
  const notes = alike.map(({ key }) => `${what} is already there for this customer: “${key}”.`);
  return { row, notes: notes.slice(0, 3) };
}

/** The sale that this form recorded before; throws as `sentBefore`. */
export const saleSentBefore = (
  work: Work<"transactions">,
  { formId, key, date, ...says }: SaleForm,
): Transaction | undefined => {
  const day = date === null ? {} : { date: { day: date, time: "" } };
  return sentBefore(work, {
    table: "transactions",
    prefix: "trx",
    formId,
    key,
    says: { ...says, ...day },
  });
};
