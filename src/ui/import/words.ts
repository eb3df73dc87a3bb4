import type { Sureness } from "../../engine/intake/import/guess-columns";
import type { AnswerTarget, NamedTarget } from "../../engine/intake/import/header-names";
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
};

/** The same of the answers of a form. */
export const answerWords: Readonly<Record<AnswerTarget, string>> = {
  date: "When it was sent",
  name: "Applicant's name",
  email: "Applicant's e-mail",
  code: "Code they would like",
  answer: "An answer, shown as it is",
  payoutMethod: "Payout method",
  payeeName: "Payee name",
  payeeType: "Payee type",
  paymentEmail: "Payment e-mail",
  accountReference: "Account reference (IBAN)",
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
