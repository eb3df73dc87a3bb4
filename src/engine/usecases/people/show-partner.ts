import { detailsOf } from "../../intake/partner-details";
import { paymentEstimates } from "../../invoices/estimated-payment";
import { firstMonthToOpen } from "../../invoices/months";
import { clip } from "../../kernel/cells";
import { codesIn } from "../../kernel/codes";
import { currenciesOf } from "../../kernel/currency-order";
import { addToMonth, type Day, type Month } from "../../kernel/day";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { type Currency, toDecimal } from "../../kernel/money";
import { type RowsOf, some } from "../../program/reads";
import type { Work } from "../../program/work";
import { balanceNow } from "../../reports/statements/balance-now";
import { countedOn } from "../../reports/statements/statement";
import { chosen } from "../shared/chosen";
import { useCase } from "../shared/use-case";

const MOST_CODES = 20;
const shownRewards = some(
  "rewards",
  "partner",
  "amount",
  "currency",
  "status",
  "accepted",
  "earnedOn",
  "invoice",
  "firstInvoice",
  "paidOn",
);
type Shown = RowsOf<typeof shownRewards>["rewards"];

/** One partner with the balance in each currency (STATEMENT-7). Throws PARTNER_UNKNOWN. */
export const showPartner = useCase({
  name: "show-partner",
  edits: "read only",
  inputs: { partner: input("Partner", keyField, { required: true }) },
  reads: ["partners", shownRewards, "invoices"],
  decide: (work, { partner: key }) => {
    const partner = chosen(work, "partners", key);
    const { name, email, group, joinedOn, status, archivedOn, test } = partner;
    const rewards = work.where("rewards", "partner", key);
    const { programCurrency } = work.settings;
    const own = currenciesOf(
      rewards.map(({ currency }) => currency),
      programCurrency,
    );
    const estimate = paymentEstimates(work);
    const currencies = own.length > 0 ? own : [programCurrency];
    return {
      key,
      name: clip(name),
      email: email && clip(email, 254),
      group: group && clip(group),
      joinedOn,
      status,
      archivedOn,
      test,
      codes: codesIn(partner.codes ?? "")
        .slice(0, MOST_CODES)
        .map((code) => clip(code)),
      codesUntil: partner.codesUntil,
      /** What a form may change, whole. */
      details: detailsOf(partner),
      balances: currencies.map((currency) => balanceIn(rewards, currency, estimate)),
      /** The months that have a statement, newest first: the first is not opened yet. */
      months: statementMonths(work, rewards),
      /** The currencies of the partner's rewards; the program's where there are none. */
      currencies,
    };
  },
});

function balanceIn(
  rewards: readonly Shown[],
  currency: Currency,
  estimate: (reward: Shown) => Day | null,
) {
  const { owed, pending, held, nextOn } = balanceNow(rewards, currency, estimate);
  const text = (amount: number) => toDecimal({ amount, currency });
  return {
    currency,
    owed: text(owed),
    pending: text(pending),
    held: text(held),
    estimatedPaymentOn: nextOn,
  };
}

const MOST_MONTHS = 60;

/** From the month of the first line to the one that opens next. */
function statementMonths(
  work: Work<"settings" | "invoices">,
  rewards: readonly Shown[],
): readonly Month[] {
  const opening = firstMonthToOpen(work);
  const counted = rewards.flatMap((reward) => {
    const invoice = work.get("invoices", countedOn(reward));
    return invoice ? [invoice.month] : [];
  });
  const first = counted.sort()[0] ?? opening;
  const months: Month[] = [];
  for (let month = opening; months.length < MOST_MONTHS; month = addToMonth(month, -1)) {
    months.push(month);
    if (month <= first) break;
  }
  return months;
}
