import {
  amountField,
  currencyField,
  dayField,
  integerField,
  keyOf,
  longTextField,
  percentField,
  plainTextField,
  textField,
  wordField,
} from "../kernel/fields";
import { amountModes, eventKinds, triggerStates, units } from "../kernel/vocabulary";
import { limitColumns, problemsColumn } from "./common";
import { keptTermsField } from "./packed/kept-terms";
import { both, column, program, restored, table, term } from "./table";

const length = integerField(0, 10_000);

/** Event + rules + action: "when this happens, and these rules hold, do that" (SHEET-6). */
export const triggers = table({
  name: "triggers",
  sheet: "Triggers",
  prefix: "trg",
  columns: {
    key: both(
      "Key",
      keyOf("triggers"),
      "The permanent name of this trigger. Filled in if left blank.",
    ),
    name: term("Name", textField, "For the team only; partners never see it.", { required: true }),
    // Pausing and resuming changes no term, so the state is none.
    state: column(
      "State",
      wordField(triggerStates),
      "draft, active or paused. Only active triggers apply.",
      { fallback: "draft" as const },
    ),
    order: term(
      "Order",
      integerField(0, 1_000_000),
      "Triggers run from the lowest to the highest.",
      { fallback: 0 },
    ),
    event: term("Event", wordField(eventKinds), "What this trigger listens to.", {
      required: true,
    }),
    rules: term(
      "Rules",
      longTextField,
      "The conditions as JSON. Blank means always. The sidebar writes it.",
    ),
    action: term("Action", textField, "What is done when the rules hold.", { required: true }),
    currency: term(
      "Currency",
      currencyField,
      "The currency of the amount. Blank means the program's.",
    ),
    amount: term(
      "Amount",
      amountField,
      "A flat amount. For a drip: per occurrence, or the total to split.",
    ),
    percent: term("Percent", percentField, "Instead of an amount: a percent of the transaction."),
    percentOf: term(
      "Percent of",
      plainTextField,
      "The number column of your own on Transactions that the percent is of. Blank means Amount.",
      { since: 2 },
    ),
    mode: term(
      "Mode",
      wordField(amountModes),
      "For a drip: the amount is per occurrence, or a total to split.",
      { fallback: "per occurrence" as const },
    ),
    delay: term("Delay", length, "For a drip: how long to wait before the first occurrence.", {
      fallback: 0,
    }),
    delayUnit: term("Delay unit", wordField(units), "days, weeks, months or years.", {
      fallback: "months" as const,
    }),
    cycle: term("Cycle", length, "For a drip: the time between occurrences.", { fallback: 0 }),
    cycleUnit: term("Cycle unit", wordField(units), "days, weeks, months or years.", {
      fallback: "months" as const,
    }),
    occurrences: term(
      "Occurrences",
      integerField(1, 600),
      "For a drip: how many rewards it makes, 1 to 600.",
      { fallback: 1 },
    ),
    group: term("Group", plainTextField, "For a move: the partner's new group."),
    offer: term("Offer description", longTextField, "What partners may read about this offer."),
    from: term("From", dayField, "The first day on which events count."),
    until: term("Until", dayField, "The last day on which events count."),
    set: term(
      "Set",
      plainTextField,
      "Triggers that share a set: only the first that matches applies.",
    ),
    firstEvents: term(
      "First n events",
      integerField(1, 1_000_000),
      "Only the customer's first n matching events.",
    ),
    firstOfPartner: term(
      "First n of partner",
      integerField(1, 1_000_000),
      "Only the partner's first n matching events. 1 pays a milestone once for each partner.",
      { since: 2 },
    ),
    withinMonths: term(
      "Within months",
      integerField(1, 1200),
      "Only within n months of the customer's sign-up.",
    ),
    limitCurrency: term(
      "Limit currency",
      currencyField,
      "The currency of the limits. Blank means the program's.",
    ),
    ...limitColumns(term),
    version: program(
      "Version",
      integerField(1, 1_000_000),
      "Goes up when the terms change. Kept by the program.",
      { fallback: 1 },
    ),
    terms: restored(
      "Terms",
      keptTermsField,
      "A fingerprint of the terms of this version, and this trigger's key. Kept by the program.",
      { saysJudged: true, keepsKey: true },
    ),
    problems: problemsColumn(),
  },
});
