import type { Trigger } from "../tables";
import type { Group } from "./conditions";
import type { Preview } from "./preview";
import { eventInWords, rulesInWords } from "./words";

/** The live sentence: when a trigger acts, and what would happen if it did on the preview's day (product.md §3). */
export function sentenceOf(trigger: Trigger, conditions: Group, preview: Preview): string {
  const rules = rulesInWords(conditions);
  const when = `When ${eventInWords[trigger.event]}${rules === "always" ? "" : `, if ${rules}`}`;
  return [
    `${when}: if this happened on ${preview.on}, ${effectOf(trigger, preview)}.`,
    ...boundsOf(trigger, preview),
  ].join(" ");
}

function effectOf({ action, group, percent }: Trigger, { rows, currency, total }: Preview): string {
  switch (action) {
    case "move the partner to a group":
      return `the partner would move to ${group}`;
    case "end the customer's drips":
      return "the customer's running drips would end; what is due by then stands";
    case "grant a reward":
    case "start a drip":
      break;
    default:
      return action satisfies never;
  }
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return "nothing would be made, since it comes to zero";
  const ofWhat = percent === null ? "" : " for the example sale";
  const where = `on the invoice of ${first.invoiceMonth}`;
  if (first === last) {
    return `the partner would earn ${first.amount} ${currency}${ofWhat} on ${first.due}, ${where}`;
  }
  const amounts = [...rows.map(({ amount }) => amount)].sort((a, b) => Number(a) - Number(b));
  const [least, most] = [amounts[0], amounts[amounts.length - 1]];
  const each = least === most ? most : `${least} to ${most}`;
  return `the partner would earn ${rows.length} rewards of ${each} ${currency}${ofWhat} from ${first.due} to ${last.due}, ${total} ${currency} in all, the first ${where}`;
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
    set === null ? "" : `Of the set “${set}” only the first that matches acts.`,
  ].filter(Boolean);
}
