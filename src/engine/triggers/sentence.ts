import type { Day, Month } from "../kernel/day";
import { type Currency, format, percentText } from "../kernel/money";
import type { Unit } from "../kernel/vocabulary";
import type { Group } from "../rules/conditions";
import { eventInWords, rulesInWords } from "../rules/words";
import type { Trigger } from "../tables";

/** One reward that a trigger would make; amounts are decimal text. */
export interface PreviewRow {
  readonly k: number;
  readonly due: Day;
  readonly amount: string;
  /** The running total. */
  readonly total: string;
  /** The month whose invoice it would stand on. */
  readonly invoiceMonth: Month;
  /** What a limit did to it, or that the month is too short for the date; "" where nothing is to be said. */
  readonly note: string;
}
export interface Preview {
  readonly on: Day;
  readonly currency: Currency;
  readonly rows: readonly PreviewRow[];
  readonly total: string;
  /** What deserves a second look: an amount that looks like a total, and 30 days that are no month. */
  readonly warnings: readonly string[];
}

/** The live sentence: when a trigger acts, and what would happen if it did on the preview's day (TRIG-20). */
export function sentenceOf(trigger: Trigger, conditions: Group, preview: Preview): string {
  return [
    `${whenOf(trigger, conditions)}: if this happened on ${preview.on}, ${effectOf(trigger, preview)}.`,
    ...boundsOf(trigger, preview),
  ].join(" ");
}

/** When a trigger acts and what it does, in one line for lists: no dates, no limits (TRIG-20). */
export const summaryOf = (trigger: Trigger, conditions: Group, program: Currency): string =>
  `${whenOf(trigger, conditions)}: ${doingOf(trigger, program)}.`;

function whenOf({ event }: Trigger, conditions: Group): string {
  const rules = rulesInWords(conditions);
  return `When ${eventInWords[event]}${rules === "always" ? "" : `, if ${rules}`}`;
}

function doingOf(trigger: Trigger, program: Currency): string {
  const { action, amount, percent, mode, occurrences, cycle, cycleUnit, delay, delayUnit } =
    trigger;
  const sum =
    percent === null
      ? format({ amount: amount ?? 0, currency: trigger.currency ?? program })
      : `${percentText(percent)} % of the sale`;
  switch (action) {
    case "grant a reward":
      return sum;
    case "start a drip": {
      const parts =
        occurrences === 1 ? "once" : `${occurrences} times, ${everyOf(cycle, cycleUnit)}`;
      const wait = delay === 0 ? "" : `, the first after ${lengthOf(delay, delayUnit)}`;
      return mode === "split a total"
        ? `${sum} in ${occurrences} parts, ${everyOf(cycle, cycleUnit)}${wait}`
        : `${sum}, ${parts}${wait}`;
    }
    case "move the partner to a group":
      return `the partner moves to ${trigger.group}`;
    case "end the customer's drips":
      return "the customer's drips end";
    default:
      return action satisfies never;
  }
}

const everyOf = (n: number, unit: Unit): string =>
  n === 1 ? `every ${unit.slice(0, -1)}` : `every ${n} ${unit}`;
const lengthOf = (n: number, unit: Unit): string =>
  n === 1 ? `1 ${unit.slice(0, -1)}` : `${n} ${unit}`;

function effectOf({ action, group, percent }: Trigger, { rows, currency, total }: Preview): string {
  switch (action) {
    case "move the partner to a group":
      return `the partner would move to ${group}`;
    case "end the customer's drips":
      return "the customer's running drips would end; rewards due by then are kept";
    case "grant a reward":
    case "start a drip":
      break;
    default:
      return action satisfies never;
  }
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return "nothing would be made, since the amount is zero";
  const ofWhat = percent === null ? "" : " for the example sale";
  const where = `on the invoice of ${first.invoiceMonth}`;
  if (first === last) {
    return `the partner would earn ${first.amount} ${currency}${ofWhat} on ${first.due}, ${where}`;
  }
  const amounts = [...rows.map(({ amount }) => amount)].sort((a, b) => Number(a) - Number(b));
  const [least, most] = [amounts[0], amounts[amounts.length - 1]];
  const each = least === most ? most : `${least} ${currency} to ${most}`;
  return `the partner would earn ${rows.length} rewards of ${each} ${currency}${ofWhat} from ${first.due} to ${last.due}, ${total} ${currency} in total, the first ${where}`;
}

function boundsOf(trigger: Trigger, { on }: Preview): readonly string[] {
  const { from, until, firstEvents, withinMonths, set } = trigger;
  const isOpen = (from === null || from <= on) && (until === null || on <= until);
  return [
    isOpen
      ? ""
      : `But it counts only events ${[from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(" ")}.`,
    firstEvents === null
      ? ""
      : `Only the customer's first ${firstEvents === 1 ? "such event" : `${firstEvents} such events`}.`,
    withinMonths === null ? "" : `Only within ${withinMonths} months of sign-up.`,
    set === null ? "" : `Of the set “${set}” only the first that matches applies.`,
  ].filter(Boolean);
}
