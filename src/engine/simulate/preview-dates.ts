import type { Preview, PreviewRow } from "../actions/preview";
import { dueDate } from "../drips/occurrences";
import { priceOf } from "../drips/price";
import { firstMonthToOpen } from "../invoices/months";
import { type Day, monthOf } from "../kernel/day";
import { occurrenceKey } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { exponentOf, HUNDRED_PERCENT, toDecimal } from "../kernel/money";
import { listed, say } from "../kernel/say";
import type { Program } from "../program/program";
import { type Test, testsIn } from "../rules/conditions";
import { noteInWords } from "../rules/explain-words";
import type { Drip, Reward } from "../tables";
import type { SoundTrigger } from "../triggers/check-trigger";
import { type Example, rehearse } from "./rehearse";

/**
 * Every reward that a trigger would make if its event happened on the day: date, amount, running total and
 * invoice month (TRIG-21). Amounts in minor units come in, decimal text goes out.
 */
export function previewOf(program: Program, trigger: SoundTrigger, example: Example): Preview {
  const { work, drip, rewards } = rehearse(program, trigger, example);
  const currency = drip?.currency ?? rewards[0]?.currency ?? example.currency;
  const text = (amount: number) => toDecimal({ amount, currency });
  const next = firstMonthToOpen(work);
  let total = 0;
  const show = (k: number, due: Day, reward: Reward | undefined): PreviewRow => {
    const amount = reward?.amount ?? 0;
    total += amount;
    const earned = monthOf(due);
    const notes = [...(reward ? notesOf(reward) : []), ...(drip ? clampOf(drip, due, k) : [])];
    return {
      k,
      due,
      amount: text(amount),
      total: text(total),
      invoiceMonth: earned > next ? earned : next,
      note: say`${listed(notes)}`,
    };
  };
  const rows = drip
    ? Array.from({ length: drip.occurrences }, (_, i) =>
        show(i + 1, dueDate(drip, i + 1), work.get("rewards", occurrenceKey(drip.key, i + 1))),
      )
    : rewards.map((reward) => show(1, reward.earnedOn, reward));
  const warnings = [...(drip ? warningsOf(drip, total) : []), ...milestoneWarning(trigger)];
  return { on: example.on, currency, rows, total: text(total), warnings };
}

/** What a partner has so far only grows: a rule that asks for so much of it holds for each later event too (TRIG-23a). */
function milestoneWarning({ trigger, conditions, does }: SoundTrigger): readonly string[] {
  const isGrant = does.action === "grant a reward" && does.parameters.kind === "flat";
  const { firstOfPartner, firstEvents, limitPerCustomer, limitPerMonth } = trigger;
  const isLimited = [firstOfPartner, firstEvents, limitPerCustomer, limitPerMonth].some(
    (limit) => limit !== null,
  );
  const asksForSoMuch = ({ fact, operator }: Test) =>
    /^partner\.(revenue|customers|rewards)$/.test(fact) && operator.startsWith("greaterThan");
  return isGrant && !isLimited && "all" in conditions && testsIn(conditions).some(asksForSoMuch)
    ? [
        "Once a partner has so much, this pays for every later event. To pay a milestone once, set “First n of partner” to 1.",
      ]
    : [];
}

const notesOf = ({ reason, why, currency }: Reward): readonly Sentence[] => [
  ...(why && "notes" in why ? (why.notes ?? []) : []).map((note) => noteInWords(note, currency)),
  ...(reason === null ? [] : [`held: ${reason}`]),
];

const isCalendar = (unit: string): boolean => unit === "months" || unit === "years";

/** Says where a date was moved to its month's last day, since the month has no such date (DRIP-10). */
function clampOf(drip: Drip, due: Day, k: number): readonly Sentence[] {
  const inMonths = isCalendar(drip.cycleUnit);
  const isFromEvent = isCalendar(drip.delayUnit) && (inMonths || k === 1);
  if (!isFromEvent && !inMonths) return [];
  const anchor = isFromEvent ? drip.eventDate : dueDate(drip, 1);
  const [wanted, date] = [anchor.slice(8), due.slice(8)];
  return wanted === date ? [] : [say`${{ month: monthOf(due) }} has no day ${Number(wanted)}`];
}

function warningsOf(drip: Drip, total: number): readonly Sentence[] {
  const { delay, delayUnit, cycle, cycleUnit, occurrences } = drip;
  const cycles = occurrences > 1 ? ([[cycle, cycleUnit]] as const) : [];
  const looseEnds = [[delay, delayUnit] as const, ...cycles].flatMap(([n, unit]) => {
    const [inMonth, what] = unit === "weeks" ? [4, "weeks"] : [30, "days"];
    return !isCalendar(unit) && n > 0 && n % inMonth === 0
      ? [`${n} ${what} is not ${n === inMonth ? "a month" : "a number of months"}: see the dates.`]
      : [];
  });
  return [...new Set([...partOrTotal(drip, total), ...looseEnds])];
}

/** An amount that looks like a total typed as a part (TRIG-23): parts of whole units, or over all of the sale. */
function partOrTotal(drip: Drip, total: number): readonly Sentence[] {
  const { occurrences, mode, currency } = drip;
  const price = priceOf(drip);
  if (mode === "split a total" || occurrences === 1) return [];
  const unit = 10 ** exponentOf(currency);
  const looksLikeTotal =
    price.kind === "flat"
      ? price.amount % (occurrences * unit) === 0
      : price.percent * occurrences > HUNDRED_PERCENT;
  return looksLikeTotal
    ? [
        say`The amount is per occurrence: ${occurrences} times, ${{ amount: total, currency }} in total. If you mean the total, choose “split a total”.`,
      ]
    : [];
}
