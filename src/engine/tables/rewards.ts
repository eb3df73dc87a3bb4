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
import { madeKey, problemsColumn, runColumn } from "./common";
import { acceptedField, acceptedForField } from "./packed/accepted";
import { decisionsField } from "./packed/decisions";
import { keysField } from "./packed/lists";
import { termsField } from "./packed/terms";
import { whyField } from "./packed/why";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;
const derived = { ...program, derived: true } as const;
const restored = { ...program, onEdit: "restore" } as const;
const untilFinal = { open: "accept", final: "restore" } as const;

/** An amount owed to a partner, with its cause (SHEET-7). */
export const rewards = table({
  name: "rewards",
  sheet: "Rewards",
  prefix: "rew",
  columns: {
    key: madeKey("rewards", "The permanent name of this reward, from what caused it."),
    partner: column("Partner", keyOf("partners"), "The key of the partner who is owed.", {
      ...program,
      required: true,
      onEdit: untilFinal,
    }),
    description: column(
      "Description",
      longTextField,
      "What the reward is for. The partner can see it.",
      {
        filledBy: "both",
      },
    ),
    amount: column(
      "Amount",
      amountField,
      "What is owed. You can change it until its invoice is final.",
      {
        filledBy: "both",
        required: true,
        onEdit: { open: "accept", final: "propose" },
      },
    ),
    currency: column("Currency", currencyField, "The reward's own currency.", {
      ...restored,
      required: true,
    }),
    status: column(
      "Status",
      wordField(rewardStatuses),
      "pending, approved, held or declined. Only a payout makes it paid.",
      {
        filledBy: "both",
        required: true,
        ofPayment: true,
        onEdit: untilFinal,
      },
    ),
    reason: column(
      "Reason",
      longTextField,
      "Why it is on hold or declined. The partner can see it.",
      {
        filledBy: "both",
      },
    ),
    earnedOn: column("Earned on", dayField, "The day on which it was earned.", {
      ...program,
      required: true,
    }),
    estimatedPayment: column(
      "Estimated payment",
      dayField,
      "When it is expected to be paid; once paid, the actual date.",
      derived,
    ),
    customer: column("Customer", keyOf("customers"), "The customer it was earned with.", program),
    transaction: column(
      "Transaction",
      keyOf("transactions"),
      "The transaction it was earned with.",
      restored,
    ),
    source: column("Source", wordField(rewardSources), "trigger, drip, manual or adjustment.", {
      ...program,
      required: true,
    }),
    trigger: column("Trigger", keyOf("triggers"), "The trigger that made it.", restored),
    triggerVersion: column(
      "Trigger version",
      integerField(1, 1_000_000),
      "That trigger's version.",
      program,
    ),
    drip: column("Drip", madeKeyOf("drips"), "The drip it is a part of.", restored),
    occurrence: column(
      "Occurrence",
      integerField(1, 600),
      "Which part of the drip, from 1.",
      restored,
    ),
    adjusts: column(
      "Adjusts",
      madeKeyOf("rewards"),
      "The reward that this one corrects.",
      restored,
    ),
    invoice: column("Invoice", keyOf("invoices"), "The invoice it is on.", {
      ...program,
      onEdit: untilFinal,
    }),
    payout: column("Payout", madeKeyOf("payouts"), "The payout that paid it.", {
      ...program,
      ofPayment: true,
    }),
    paidOn: column("Paid on", dayField, "When it was paid.", { ...program, ofPayment: true }),
    calculated: column(
      "Calculated amount",
      amountField,
      "What its terms come to now, if its amount differs: changed manually, or refunded since.",
      restored,
    ),
    terms: column(
      "Terms",
      termsField,
      "Its frozen terms: percent, sale, rounding, and what limits left; or a flat amount. Blank means the amount as it was made.",
      restored,
    ),
    refunds: column(
      "Refunds counted",
      keysField,
      "The refunds that its calculated amount takes into account.",
      restored,
    ),
    firstInvoice: column(
      "First invoice",
      keyOf("invoices"),
      "The first invoice that became final with it; it differs where the line was carried.",
      program,
    ),
    accepted: column("Accepted", acceptedField, "The last accepted status and amount.", {
      ...restored,
      ofPayment: true,
    }),
    acceptedFor: column(
      "Accepted for",
      acceptedForField,
      "Its own currency, and the partner last accepted.",
      { ...program, keepsKey: true },
    ),
    decisions: column(
      "Decisions",
      decisionsField,
      "What was typed, declined and approved, from which its amount follows. Kept by the program.",
      { ...program, since: 2 },
    ),
    decidedBy: column(
      "Decided by",
      textField,
      "Who approved, declined or paid it, or put it on hold.",
      { ...program, ofPayment: true },
    ),
    decidedOn: column("Decided on", dayField, "When that was.", { ...program, ofPayment: true }),
    why: column(
      "Why",
      whyField,
      "Why this reward exists. The sidebar shows it in plain words.",
      program,
    ),
    run: runColumn(),
    problems: problemsColumn(),
  },
});
