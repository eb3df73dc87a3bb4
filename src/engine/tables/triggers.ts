import {
  amountField,
  currencyField,
  dayField,
  integerField,
  keyField,
  longTextField,
  percentField,
  textField,
  wordField,
} from "../kernel/fields";
import { actionKinds, amountModes, eventKinds, triggerStates, units } from "../kernel/vocabulary";
import { problemsColumn } from "./common";
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
      keyField,
      "Names this trigger for ever. Leave it blank and it is filled in.",
      {
        filledBy: "both",
      },
    ),
    name: column("Name", textField, "For the team only; partners never see it.", {
      required: true,
    }),
    state: column(
      "State",
      wordField(triggerStates),
      "draft, active or paused. Only active triggers act.",
      {
        fallback: "draft" as const,
      },
    ),
    order: column(
      "Order",
      integerField(0, 1_000_000),
      "Triggers run from the lowest to the highest.",
      {
        fallback: 0,
      },
    ),
    event: column("Event", wordField(eventKinds), "What this trigger listens to.", {
      required: true,
    }),
    rules: column(
      "Rules",
      longTextField,
      "The conditions as JSON. Blank means always. The sidebar writes it.",
    ),
    action: column("Action", wordField(actionKinds), "What is done when the rules hold.", {
      required: true,
    }),
    currency: column(
      "Currency",
      currencyField,
      "The currency of the amount. Blank means the program's.",
    ),
    amount: column(
      "Amount",
      amountField,
      "A flat amount. For a drip: per occurrence, or the total to split.",
    ),
    percent: column("Percent", percentField, "Instead of an amount: a percent of the transaction."),
    mode: column(
      "Mode",
      wordField(amountModes),
      "For a drip: the amount is per occurrence, or a total to split.",
      {
        fallback: "per occurrence" as const,
      },
    ),
    delay: column("Delay", length, "For a drip: how long to wait before the first occurrence.", {
      fallback: 0,
    }),
    delayUnit: column("Delay unit", wordField(units), "days, weeks, months or years.", {
      fallback: "months" as const,
    }),
    cycle: column("Cycle", length, "For a drip: the time between occurrences.", { fallback: 0 }),
    cycleUnit: column("Cycle unit", wordField(units), "days, weeks, months or years.", {
      fallback: "months" as const,
    }),
    occurrences: column(
      "Occurrences",
      integerField(1, 600),
      "For a drip: how many rewards it makes, 1 to 600.",
      {
        fallback: 1,
      },
    ),
    group: column("Group", textField, "For a move: the partner's new group."),
    offer: column("Offer description", longTextField, "What partners may read about this offer."),
    from: column("From", dayField, "The first day on which events count."),
    until: column("Until", dayField, "The last day on which events count."),
    set: column("Set", textField, "Triggers that share a set: only the first that matches acts."),
    firstEvents: column(
      "First n events",
      integerField(1, 1_000_000),
      "Only the customer's first n matching events.",
    ),
    withinMonths: column(
      "Within months",
      integerField(1, 1200),
      "Only within n months of the customer's sign-up.",
    ),
    limitCurrency: column(
      "Limit currency",
      currencyField,
      "The currency of the limits. Blank means the program's.",
    ),
    limitPerReward: column("Limit per reward", amountField, "At most this much a reward.", {
      currencyIn: "limitCurrency",
    }),
    limitPerCustomer: column(
      "Limit per customer",
      amountField,
      "At most this much for one customer.",
      {
        currencyIn: "limitCurrency",
      },
    ),
    limitPerMonth: column(
      "Limit per partner and month",
      amountField,
      "At most this much for one partner in a calendar month.",
      { currencyIn: "limitCurrency" },
    ),
    version: column(
      "Version",
      integerField(1, 1_000_000),
      "Grows when the terms change. Kept by the program.",
      {
        filledBy: "program",
        fallback: 1,
      },
    ),
    terms: column(
      "Terms",
      textField,
      "A fingerprint of the terms of this version. Kept by the program.",
      {
        filledBy: "program",
      },
    ),
    problems: problemsColumn(),
  },
});
