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
import { customerName, limitColumns, madeColumns, madeKey, partnerName } from "./common";
import { endReasonField } from "./packed/end-reason";
import { endingsField } from "./packed/ending";
import { frozenField } from "./packed/frozen";
import { holdReasonsField } from "./packed/hold-reasons";
import { partsField } from "./packed/lists";
import { whyField } from "./packed/why";
import { derived, frozen, program, table } from "./table";

const length = integerField(0, 10_000);

/** A promise of several dated rewards, with its terms frozen at the start (SHEET-8). */
export const drips = table({
  name: "drips",
  sheet: "Drips",
  prefix: "drip",
  folds: [
    ["percentOf", "triggerVersion"],
    ["settled", "run"],
  ],
  columns: {
    key: madeKey("drips", "The permanent name of this drip, from what started it."),
    partner: frozen("Partner", keyOf("partners"), "The key of the partner who earns.", {
      required: true,
    }),
    partnerName: partnerName(),
    customer: frozen("Customer", keyOf("customers"), "The customer it was started for."),
    customerName: customerName(),
    transaction: frozen("Transaction", keyOf("transactions"), "The transaction that started it."),
    description: program("Description", longTextField, "What its rewards are for."),
    status: derived(
      "Status",
      wordField(dripStatuses),
      "Created, Terminated or Complete; calculated from the rows.",
      { fallback: "Created" as const },
    ),
    issued: derived(
      "Issued",
      integerField(0, 600),
      "How many occurrences were made, including those of the drip that it continues.",
      { fallback: 0 },
    ),
    occurrences: frozen("Occurrences", integerField(1, 600), "How many there are in total.", {
      required: true,
    }),
    paidSoFar: derived("Paid so far", amountField, "The sum of its paid rewards."),
    toCome: derived("To come", amountField, "The sum of the occurrences not yet made."),
    lost: derived(
      "Lost",
      amountField,
      "The sum of what will never be made: skipped, after its end, or cut by a limit.",
    ),
    lostOccurrences: derived(
      "Lost occurrences",
      integerField(0, 600),
      "How many occurrences will never be made: skipped, forfeited, or due after its end.",
      { fallback: 0, since: 2 },
    ),
    nextOccurrence: derived(
      "Next occurrence",
      integerField(1, 600),
      "The number of the next occurrence.",
      { since: 2 },
    ),
    nextDate: derived("Next date", dayField, "When the next occurrence falls due."),
    currency: frozen("Currency", currencyField, "The currency of its rewards.", { required: true }),
    amount: frozen("Amount", amountField, "Flat amount per occurrence, or the total to split."),
    percent: frozen("Percent", percentField, "Or the percent of the base amount."),
    base: frozen("Base amount", amountField, "The transaction's amount at the start."),
    percentOf: frozen("Percent of", textField, "The other column that the percent is of.", {
      since: 2,
    }),
    percentBase: frozen(
      "Percent base",
      amountField,
      "What that column said at the start. Refunds lower it in proportion.",
      { since: 2 },
    ),
    mode: frozen("Mode", wordField(amountModes), "Per occurrence, or split a total.", {
      required: true,
    }),
    rounding: frozen("Rounding", wordField(roundings), "The rounding at the start.", {
      required: true,
    }),
    eventDate: frozen("Event date", dayField, "The day from which delay and cycle count.", {
      required: true,
    }),
    delay: frozen("Delay", length, "The wait before the first occurrence.", { fallback: 0 }),
    delayUnit: frozen("Delay unit", wordField(units), "days, weeks, months or years.", {
      required: true,
    }),
    cycle: frozen("Cycle", length, "The time between occurrences.", { fallback: 0 }),
    cycleUnit: frozen("Cycle unit", wordField(units), "days, weeks, months or years.", {
      required: true,
    }),
    limitCurrency: frozen("Limit currency", currencyField, "The currency of the limits."),
    ...limitColumns(frozen),
    trigger: frozen("Trigger", keyOf("triggers"), "The trigger that started it."),
    triggerVersion: frozen(
      "Trigger version",
      integerField(1, 1_000_000),
      "That trigger's version.",
    ),
    heldReason: program("Held reason", holdReasonsField, "Why this drip's rewards are on hold."),
    endsOn: program("Ended on", dayField, "Occurrences due after this day are not made."),
    endReason: program("End reason", endReasonField, "Why it was ended."),
    endedBy: program("Ended by", textField, "Who ended it."),
    endings: program(
      "Other endings",
      endingsField,
      "Other endings besides the one in force, and whether that one comes from a refund. Kept by the program.",
      { since: 2 },
    ),
    pausedOn: program("Paused on", dayField, "No rewards are made from this day on."),
    settled: program(
      "Settled",
      integerField(0, 600),
      "The last occurrence that was made or forfeited; the program continues after it.",
      { since: 2 },
    ),
    skipped: program("Skipped", partsField, "The occurrences that were forfeited."),
    emptyParts: program(
      "Zero occurrences",
      partsField,
      "The occurrences that came to zero because of a limit or a refund, and have no reward.",
    ),
    continues: frozen("Continues", madeKeyOf("drips"), "The ended drip that it continues."),
    after: frozen(
      "After occurrence",
      integerField(0, 600),
      "The last occurrence that belongs to the drip it continues.",
      { fallback: 0 },
    ),
    later: frozen("Cycles later", length, "How many cycles later than first planned.", {
      fallback: 0,
    }),
    why: program("Why", whyField, "Why this drip exists. The sidebar shows it in plain words."),
    frozen: program(
      "Frozen terms",
      frozenField,
      "Its key and its terms as they were at the start, so that a typing slip changes nothing.",
      { optional: true, keepsKey: true },
    ),
    ...madeColumns(),
  },
});
