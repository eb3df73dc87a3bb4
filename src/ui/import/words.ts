import type { Sureness } from "../../engine/intake/import/guess-columns";
import type { NamedTarget } from "../../engine/intake/import/header-names";
import type { LineKind } from "../../engine/intake/import/move-row";

/** What a column becomes, as the drop-down says it. */
export const targetWords: Readonly<Record<NamedTarget, string>> = {
  key: "Transaction's key",
  customer: "Customer",
  email: "Customer's e-mail",
  name: "Customer's name",
  date: "Date",
  time: "Clock time",
  zone: "Time zone",
  amount: "Amount",
  currency: "Currency",
  refundOf: "Refund of (key of the sale)",
  refunded: "Amount refunded",
  refundedOn: "Date of the refund",
  status: "Status",
  kind: "Kind (sale, refund …)",
  flag: "Yes or no: disputed, canceled …",
  product: "Product",
  category: "Category",
  partner: "Partner",
  code: "Code (discount code, coupon)",
  test: "Test: yes or no",
  answer: "An answer, shown as it is",
  payoutMethod: "Payout method",
  payeeName: "Payee name",
  payeeType: "Payee type",
  paymentEmail: "Payment e-mail",
  accountReference: "Account reference (IBAN)",
};

/** The same of a form's answers, where it differs. */
export const answerWords: Readonly<Partial<Record<Target, string>>> = {
  date: "When it was sent",
  email: "Applicant's e-mail",
  name: "Applicant's name",
  code: "Code they would like",
};

/** What the lines of a file are, as the drop-down says it. */
export const lineWords: Readonly<Record<LineKind, string>> = {
  sales: "Sales",
  partners: "Partners",
  customers: "Customers",
  "open rewards": "Rewards that are still owed",
  applications: "Answers of an application form",
};

export const surenessWords: Readonly<Record<Sureness, string>> = {
  sure: "",
  likely: "Likely",
  guess: "A guess",
};
