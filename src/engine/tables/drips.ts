import {
  amountField,
  currencyField,
  dayField,
  integerField,
  keyOf,
  longTextField,
  madeKeyOf,
  percentField,
  textField,
  wordField,
} from "../kernel/fields";
import { amountModes, dripStatuses, roundings, units } from "../kernel/vocabulary";
import { madeKey, problemsColumn, runColumn } from "./common";
import { endingsField } from "./packed/ending";
import { frozenField } from "./packed/frozen";
import { partsField } from "./packed/lists";
import { whyField } from "./packed/why";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;
const derived = { ...program, derived: true } as const;
const frozen = { ...program, frozen: true } as const;
const frozenNeeded = { ...frozen, required: true } as const;
const length = integerField(0, 10_000);

/** A promise of several dated rewards, with its terms frozen at the start (SHEET-8). */
export const drips = table({
  name: "drips",
  sheet: "Drips",
  prefix: "drip",
  columns: {
    key: madeKey("drips", "The permanent name of this drip, from what started it."),
    partner: column(
      "Partner",
      keyOf("partners"),
      "The key of the partner who earns.",
      frozenNeeded,
    ),
    customer: column("Customer", keyOf("customers"), "The customer it was started for.", frozen),
    transaction: column(
      "Transaction",
      keyOf("transactions"),
      "The transaction that started it.",
      frozen,
    ),
    description: column("Description", longTextField, "What its rewards are for.", program),
    status: column(
      "Status",
      wordField(dripStatuses),
      "Created, Terminated or Complete; calculated from the rows.",
      {
        ...derived,
        fallback: "Created" as const,
      },
    ),
    issued: column(
      "Issued",
      integerField(0, 600),
      "How many occurrences were made, including those of the drip that it continues.",
      { ...derived, fallback: 0 },
    ),
    occurrences: column(
      "Occurrences",
      integerField(1, 600),
      "How many there are in total.",
      frozenNeeded,
    ),
    paidSoFar: column("Paid so far", amountField, "The sum of its paid rewards.", derived),
    toCome: column("To come", amountField, "The sum of the occurrences not yet made.", derived),
    lost: column(
      "Lost",
      amountField,
      "The sum of what will never be made: skipped, after its end, or cut by a limit.",
      derived,
    ),
    lostOccurrences: column(
      "Lost occurrences",
      integerField(0, 600),
      "How many occurrences will never be made: skipped, forfeited, or due after its end.",
      { ...derived, fallback: 0, since: 2 },
    ),
    nextOccurrence: column(
      "Next occurrence",
      integerField(1, 600),
      "The number of the next occurrence.",
      { ...derived, since: 2 },
    ),
    nextDate: column("Next date", dayField, "When the next occurrence falls due.", derived),
    currency: column("Currency", currencyField, "The currency of its rewards.", frozenNeeded),
    amount: column(
      "Amount",
      amountField,
      "Flat amount per occurrence, or the total to split.",
      frozen,
    ),
    percent: column("Percent", percentField, "Or the percent of the base amount.", frozen),
    base: column("Base amount", amountField, "The transaction's amount at the start.", frozen),
    mode: column("Mode", wordField(amountModes), "Per occurrence, or split a total.", frozenNeeded),
    rounding: column("Rounding", wordField(roundings), "The rounding at the start.", frozenNeeded),
    eventDate: column(
      "Event date",
      dayField,
      "The day from which delay and cycle count.",
      frozenNeeded,
    ),
    delay: column("Delay", length, "The wait before the first occurrence.", {
      ...frozen,
      fallback: 0,
    }),
    delayUnit: column(
      "Delay unit",
      wordField(units),
      "days, weeks, months or years.",
      frozenNeeded,
    ),
    cycle: column("Cycle", length, "The time between occurrences.", { ...frozen, fallback: 0 }),
    cycleUnit: column(
      "Cycle unit",
      wordField(units),
      "days, weeks, months or years.",
      frozenNeeded,
    ),
    limitCurrency: column("Limit currency", currencyField, "The currency of the limits.", frozen),
    limitPerReward: column("Limit per reward", amountField, "At most this much per reward.", {
      ...frozen,
      currencyIn: "limitCurrency",
    }),
    limitPerCustomer: column("Limit per customer", amountField, "At most this much per customer.", {
      ...frozen,
      currencyIn: "limitCurrency",
    }),
    limitPerMonth: column(
      "Limit per partner and month",
      amountField,
      "At most this much per calendar month.",
      {
        ...frozen,
        currencyIn: "limitCurrency",
      },
    ),
    trigger: column("Trigger", keyOf("triggers"), "The trigger that started it.", frozen),
    triggerVersion: column(
      "Trigger version",
      integerField(1, 1_000_000),
      "That trigger's version.",
      frozen,
    ),
    heldReason: column(
      "Held reason",
      longTextField,
      "Why this drip's rewards are on hold.",
      program,
    ),
    endsOn: column("Ended on", dayField, "Occurrences due after this day are not made.", program),
    endReason: column("End reason", longTextField, "Why it was ended.", program),
    endedBy: column("Ended by", textField, "Who ended it.", program),
    endings: column(
      "Other endings",
      endingsField,
      "Other endings besides the one in force, and whether that one comes from a refund. Kept by the program.",
      { ...program, since: 2 },
    ),
    pausedOn: column("Paused on", dayField, "No rewards are made from this day on.", program),
    settled: column(
      "Settled",
      integerField(0, 600),
      "The last occurrence that was made or forfeited; the program continues after it.",
      { ...program, since: 2 },
    ),
    skipped: column("Skipped", partsField, "The occurrences that were forfeited.", program),
    emptyParts: column(
      "Zero occurrences",
      partsField,
      "The occurrences that came to zero because of a limit or a refund, and have no reward.",
      program,
    ),
    continues: column("Continues", madeKeyOf("drips"), "The ended drip that it continues.", frozen),
    after: column(
      "After occurrence",
      integerField(0, 600),
      "The last occurrence that belongs to the drip it continues.",
      { ...frozen, fallback: 0 },
    ),
    later: column("Cycles later", length, "How many cycles later than first planned.", {
      ...frozen,
      fallback: 0,
    }),
    why: column(
      "Why",
      whyField,
      "Why this drip exists. The sidebar shows it in plain words.",
      program,
    ),
    frozen: column(
      "Frozen terms",
      frozenField,
      "Its key and its terms as they were at the start, so that a typing slip changes nothing.",
      { ...program, optional: true, keepsKey: true },
    ),
    run: runColumn(),
    problems: problemsColumn(),
  },
});
