import { dayField } from "../kernel/fields";
import { input } from "../kernel/input";
import { DomainError } from "../kernel/problem";
import { refuseInput } from "../kernel/refuse-input";
import { say } from "../kernel/say";
import { customersNamed } from "../program/customer-names";
import type { Work } from "../program/work";
import { currencyOf, isRefund } from "../sales/refund-row";
import { columnInput } from "../tables/table";
import { transactions } from "../tables/transactions";
import { ownKey, rowForm, rowInputs, someNotes } from "./row-form";

const { customer, amount, currency, product, category, code } = transactions.columns;

/** A sale. Throws CUSTOMER_UNKNOWN, or INPUT_INVALID for a negative amount or a key that is taken. */
export const saleForm = rowForm({
  table: "transactions",
  inputs: {
    customer: columnInput(customer, { required: true, hint: "" }),
    amount: columnInput(amount, { required: true, hint: "" }),
    currency: columnInput(currency, { hint: "Blank means the program's currency." }),
    date: input("Date", dayField, { hint: "Blank means today." }),
    product: columnInput(product, { hint: "" }),
    category: columnInput(category, { hint: "" }),
    code: columnInput(code, { hint: "A partner's code, if the customer gave one." }),
    ...rowInputs,
  },
  make: (work: Work<"transactions" | "customers">, { key, date, formId: _, ...given }, env) => {
    const [only = given.customer, second] = customersNamed(work.program.tables, given.customer);
    if (second !== undefined) {
      refuseInput("customer", "Several customers are called so. Choose one, or give the key.");
    }
    const says = { ...given, customer: only };
    if (!work.get("customers", says.customer)) throw new DomainError("CUSTOMER_UNKNOWN");
    if (says.amount < 0) {
      refuseInput("amount", "A sale is not negative. Money given back is a refund.");
    }
    const day = date ?? env.today;
    const wanted = says.currency ?? work.settings.programCurrency;
    const alike = work
      .where("transactions", "customer", says.customer)
      .filter((each) => !isRefund(each) && each.amount === says.amount && each.date.day === day)
      .filter((each) => currencyOf(work, each) === wanted);
    const row = work.insert("transactions", {
      key: ownKey(work, "transactions", key, env),
      ...says,
      date: { day, time: "" },
    });
    const money = { amount: says.amount, currency: wanted };
    const notes = alike.map(
      (each) =>
        say`A sale of ${money} on that day is already there for this customer: “${each.key}”.`,
    );
    return { row, notes: someNotes(notes) };
  },
});
