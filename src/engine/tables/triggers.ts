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
import { problemsColumn } from "./common";
import { keptTermsField } from "./packed/kept-terms";
import { column, table } from "./table";

const length = integerField(0, 10_000);

/** Event + rules + action: "when this happens, and these rules hold, do that" (SHEET-6). */
export const triggers = table({
  name: "triggers",
  sheet: "Triggers",
  prefix: "trg",
  columns: {
    key: column(
      "Key",
      keyOf("triggers"),
      "The permanent name of this trigger. Filled in if left blank.",
      {
        filledBy: "both",
      },
    ),
    name: column("Name", textField, "For the team only; partners never see it.", {
      term: true,
      required: true,
    }),
    // Pausing and resuming changes no term, so the state is none.
    state: column(
      "State",
      wordField(triggerStates),
      "draft, active or paused. Only active triggers apply.",
      {
        fallback: "draft" as const,
      },
    ),
    order: column(
      "Order",
      integerField(0, 1_000_000),
      "Triggers run from the lowest to the highest.",
      {
        term: true,
        fallback: 0,
      },
    ),
    event: column("Event", wordField(eventKinds), "What this trigger listens to.", {
      term: true,
      required: true,
    }),
    rules: column(
      "Rules",
      longTextField,
      "The conditions as JSON. Blank means always. The sidebar writes it.",
      { term: true },
    ),
    action: column("Action", textField, "What is done when the rules hold.", {
      term: true,
      required: true,
    }),
    currency: column(
      "Currency",
      currencyField,
      "The currency of the amount. Blank means the program's.",
      { term: true },
    ),
    amount: column(
      "Amount",
      amountField,
      "A flat amount. For a drip: per occurrence, or the total to split.",
      { term: true },
    ),
    percent: column(
      "Percent",
      percentField,
      "Instead of an amount: a percent of the transaction.",
      { term: true },
    ),
    mode: column(
      "Mode",
      wordField(amountModes),
      "For a drip: the amount is per occurrence, or a total to split.",
      {
        term: true,
        fallback: "per occurrence" as const,
      },
    ),
    delay: column("Delay", length, "For a drip: how long to wait before the first occurrence.", {
      term: true,
      fallback: 0,
    }),
    delayUnit: column("Delay unit", wordField(units), "days, weeks, months or years.", {
      term: true,
      fallback: "months" as const,
    }),
    cycle: column("Cycle", length, "For a drip: the time between occurrences.", {
      term: true,
      fallback: 0,
    }),
    cycleUnit: column("Cycle unit", wordField(units), "days, weeks, months or years.", {
      term: true,
      fallback: "months" as const,
    }),
    occurrences: column(
      "Occurrences",
      integerField(1, 600),
      "For a drip: how many rewards it makes, 1 to 600.",
      {
        term: true,
        fallback: 1,
      },
    ),
    group: column("Group", plainTextField, "For a move: the partner's new group.", { term: true }),
    offer: column("Offer description", longTextField, "What partners may read about this offer.", {
      term: true,
    }),
    from: column("From", dayField, "The first day on which events count.", { term: true }),
    until: column("Until", dayField, "The last day on which events count.", { term: true }),
    set: column(
      "Set",
      plainTextField,
      "Triggers that share a set: only the first that matches applies.",
      {
        term: true,
      },
    ),
    firstEvents: column(
      "First n events",
      integerField(1, 1_000_000),
      "Only the customer's first n matching events.",
      { term: true },
    ),
    firstOfPartner: column(
      "First n of partner",
      integerField(1, 1_000_000),
      "Only the partner's first n matching events. 1 pays a milestone once for each partner.",
      { term: true, since: 2 },
    ),
    withinMonths: column(
      "Within months",
      integerField(1, 1200),
      "Only within n months of the customer's sign-up.",
      { term: true },
    ),
    limitCurrency: column(
      "Limit currency",
      currencyField,
      "The currency of the limits. Blank means the program's.",
      { term: true },
    ),
    limitPerReward: column("Limit per reward", amountField, "At most this much per reward.", {
      term: true,
      currencyIn: "limitCurrency",
    }),
    limitPerCustomer: column("Limit per customer", amountField, "At most this much per customer.", {
      term: true,
      currencyIn: "limitCurrency",
    }),
    limitPerMonth: column(
      "Limit per partner and month",
      amountField,
      "At most this much per partner and calendar month.",
      { term: true, currencyIn: "limitCurrency" },
    ),
    version: column(
      "Version",
      integerField(1, 1_000_000),
      "Goes up when the terms change. Kept by the program.",
      {
        filledBy: "program",
        fallback: 1,
      },
    ),
    terms: column(
      "Terms",
      keptTermsField,
      "A fingerprint of the terms of this version, and this trigger's key. Kept by the program.",
      { filledBy: "program", onEdit: "restore", saysJudged: true, keepsKey: true },
    ),
    problems: problemsColumn(),
  },
});
