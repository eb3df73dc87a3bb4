import {
  amountField,
  currencyField,
  dayField,
  integerField,
  keyOf,
  longTextField,
  madeKeyOf,
  textField,
  wordField,
} from "../kernel/fields";
import { rewardSources, rewardStatuses } from "../kernel/vocabulary";
import { customerName, madeColumns, madeKey, partnerName } from "./common";
import { acceptedField, acceptedForField } from "./packed/accepted";
import { decisionsField } from "./packed/decisions";
import { keysField } from "./packed/lists";
import { termsField } from "./packed/terms";
import { whyField } from "./packed/why";
import { both, derived, program, restored, table } from "./table";

const untilFinal = { open: "accept", final: "restore" } as const;

/** An amount owed to a partner, with its cause (SHEET-7). */
export const rewards = table({
  name: "rewards",
  sheet: "Rewards",
  prefix: "rew",
  folds: [["calculated", "run"]],
  columns: {
    key: madeKey("rewards", "The permanent name of this reward, from what caused it."),
    partner: program("Partner", keyOf("partners"), "The key of the partner who is owed.", {
      required: true,
      onEdit: untilFinal,
    }),
    partnerName: partnerName(),
    description: both(
      "Description",
      longTextField,
      "What the reward is for. The partner can see it.",
    ),
    amount: both(
      "Amount",
      amountField,
      "What is owed. You can change it until its invoice is final.",
      { required: true, onEdit: { open: "accept", final: "propose" } },
    ),
    currency: restored("Currency", currencyField, "The reward's own currency.", { required: true }),
    status: both(
      "Status",
      wordField(rewardStatuses),
      "pending, approved, held or declined. Only a payout makes it paid.",
      { required: true, ofPayment: true, onEdit: untilFinal },
    ),
    reason: both("Reason", longTextField, "Why it is on hold or declined. The partner can see it."),
    earnedOn: restored("Earned on", dayField, "The day on which it was earned.", {
      required: true,
    }),
    estimatedPayment: derived(
      "Estimated payment",
      dayField,
      "When it is expected to be paid; once paid, the actual date.",
    ),
    customer: restored("Customer", keyOf("customers"), "The customer it was earned with."),
    customerName: customerName(),
    transaction: restored(
      "Transaction",
      keyOf("transactions"),
      "The transaction it was earned with.",
    ),
    source: restored("Source", wordField(rewardSources), "trigger, drip, manual or adjustment.", {
      required: true,
    }),
    trigger: restored("Trigger", keyOf("triggers"), "The trigger that made it."),
    triggerVersion: program(
      "Trigger version",
      integerField(1, 1_000_000),
      "That trigger's version.",
    ),
    drip: restored("Drip", madeKeyOf("drips"), "The drip it is a part of."),
    occurrence: restored("Occurrence", integerField(1, 600), "Which part of the drip, from 1."),
    adjusts: restored("Adjusts", madeKeyOf("rewards"), "The reward that this one corrects."),
    invoice: program("Invoice", keyOf("invoices"), "The invoice it is on.", { onEdit: untilFinal }),
    payout: program("Payout", madeKeyOf("payouts"), "The payout that paid it.", {
      ofPayment: true,
    }),
    paidOn: program("Paid on", dayField, "When it was paid.", { ofPayment: true }),
    calculated: restored(
      "Calculated amount",
      amountField,
      "What its terms come to now, if its amount differs: changed manually, or refunded since.",
    ),
    terms: restored(
      "Terms",
      termsField,
      "Its frozen terms: percent, sale, rounding, and what limits left; or a flat amount. Blank means the amount as it was made.",
    ),
    refunds: restored(
      "Refunds counted",
      keysField,
      "The refunds that its calculated amount takes into account.",
    ),
    firstInvoice: restored(
      "First invoice",
      keyOf("invoices"),
      "The first invoice that became final with it; it differs where the line was carried.",
    ),
    accepted: restored(
      "Accepted",
      acceptedField,
      "The last accepted status and amount, and the invoices it was on.",
      {
        ofPayment: true,
      },
    ),
    acceptedFor: program(
      "Accepted for",
      acceptedForField,
      "Its own currency, the partner last accepted, and the day it was earned.",
      { keepsKey: true },
    ),
    decisions: program(
      "Decisions",
      decisionsField,
      "What was typed, declined and approved, from which its amount follows. Kept by the program.",
      { since: 2 },
    ),
    decidedBy: program(
      "Decided by",
      textField,
      "Who approved, declined or paid it, or put it on hold.",
      { ofPayment: true },
    ),
    decidedOn: program("Decided on", dayField, "When that was.", { ofPayment: true }),
    why: program("Why", whyField, "Why this reward exists. The sidebar shows it in plain words."),
    ...madeColumns(),
  },
});
