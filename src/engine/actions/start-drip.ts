import { insertDrip } from "../drips/frozen-terms";
import { type DripPrice, priceCells, rateOf } from "../drips/price";
import { dripKey } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import type { Currency } from "../kernel/money";
import { say } from "../kernel/say";
import type { Unit } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { hasLimits } from "../rewards/limits";
import { sumInWords } from "../rules/explain-words";
import type { Trigger } from "../tables";
import { holdInWords } from "../tables/packed/hold-reasons";
import type { Sum } from "../tables/packed/why";
import {
  type Acted,
  type Acting,
  type ActionDefinition,
  describe,
  madeBefore,
  type Parsed,
} from "./action";
import { baseOf } from "./percent-base";
import { earningText } from "./preview";
import {
  exampleText,
  type Price,
  parsePrice,
  priceFields,
  priceText,
  undecidedText,
} from "./price";

const inYears: Readonly<Record<Unit, number>> = {
  days: 1 / 365,
  weeks: 1 / 52,
  months: 1 / 12,
  years: 1,
};
/** Beyond it a date has no four-digit year. */
const LONGEST_YEARS = 5_000;

/** The price, when its occurrences fall due, and whether it is split among them instead of given at each. */
export interface Plan
  extends Pick<Trigger, "occurrences" | "cycle" | "cycleUnit" | "delay" | "delayUnit"> {
  readonly price: Price;
  readonly isSplit: boolean;
}

function parse(trigger: Trigger): Parsed<Plan> {
  const { occurrences, cycle, cycleUnit, delay, delayUnit, mode } = trigger;
  const price = parsePrice(trigger);
  const complaints = price.ok ? [] : [...price.complaints];
  if (occurrences > 1 && cycle === 0) {
    const message = "A drip of more than one occurrence needs a cycle of at least 1.";
    complaints.push({ column: "cycle", message });
  }
  const years = delay * inYears[delayUnit] + (occurrences - 1) * cycle * inYears[cycleUnit];
  if (years > LONGEST_YEARS) {
    const message = `The last occurrence would fall due after more than ${LONGEST_YEARS} years.`;
    complaints.push({ column: occurrences > 1 ? "cycle" : "delay", message });
  }
  if (!price.ok || complaints.length > 0) return { ok: false, complaints };
  const dates = { occurrences, cycle, cycleUnit, delay, delayUnit };
  return { ok: true, value: { ...dates, price: price.value, isSplit: mode === "split a total" } };
}

/** What the trigger's price comes to for the event. */
function dripPriceOf(price: Price, { event }: Acting, amount: number): DripPrice {
  if (price.kind === "flat") return { kind: "flat", amount: price.amount };
  const { percent, of: column } = price;
  const of = column === null ? null : amount;
  return { kind: "percent", percent, base: event.transaction?.amount ?? 0, of, column };
}

const currencyOf = (price: Price, { event, work }: Pick<Acting, "event" | "work">) =>
  price.kind === "flat" ? (price.currency ?? work.settings.programCurrency) : event.currency;

function summary(plan: Plan, program: Currency): Sentence {
  const { price, occurrences, cycle, cycleUnit, delay, delayUnit, isSplit } = plan;
  const sum = priceText(price, program);
  const every = cycle === 1 ? `every ${cycleUnit.slice(0, -1)}` : `every ${cycle} ${cycleUnit}`;
  const span = delay === 1 ? `1 ${delayUnit.slice(0, -1)}` : `${delay} ${delayUnit}`;
  const wait = delay === 0 ? "" : `, the first after ${span}`;
  if (isSplit) return say`${sum} in ${String(occurrences)} parts, ${every}${wait}`;
  return say`${sum}, ${occurrences === 1 ? "once" : `${occurrences} times, ${every}`}${wait}`;
}

/** What a plan promises, as a *why* tells it. */
export const promiseOf = ({ occurrences, isSplit }: Plan, given: DripPrice): Sum => ({
  kind: "promise",
  each: rateOf(given),
  n: occurrences,
  isSplit,
});

/** The cells of a drip that freeze what its trigger gives, and when (DRIP-6). */
export const frozenCells = (
  { settings }: Pick<Work, "settings">,
  trigger: Trigger,
  { price: _, isSplit, ...dates }: Plan,
  given: DripPrice,
) => ({
  ...priceCells(given),
  mode: isSplit ? ("split a total" as const) : ("per occurrence" as const),
  rounding: settings.rounding,
  ...dates,
  limitCurrency: hasLimits(trigger) ? (trigger.limitCurrency ?? settings.programCurrency) : null,
  limitPerReward: trigger.limitPerReward,
  limitPerCustomer: trigger.limitPerCustomer,
  limitPerMonth: trigger.limitPerMonth,
  triggerVersion: trigger.version,
});

/** Starts a drip with its terms frozen (DRIP-6). It releases nothing itself: the run does, right after. */
export const startDrip: ActionDefinition<Plan> = {
  fields: [
    ["mode"],
    ...priceFields,
    ["occurrences"],
    ["cycle", "cycleUnit"],
    ["delay", "delayUnit"],
  ],
  parse,
  summary,
  effect: ({ price }, preview) => earningText(preview, exampleText(price)),
  act(plan, acting): Acted {
    const { price } = plan;
    const { work, trigger, event, partner, customer, hold } = acting;
    const key = dripKey(event.key, trigger.key);
    const of = baseOf(price, acting);
    if ("instead" in of) return { made: false, said: undecidedText(price, of.instead) };
    const given = dripPriceOf(price, acting, of.amount);
    const promise = promiseOf(plan, given);
    const words = sumInWords(promise, currencyOf(price, acting));
    const heldFor = holdInWords(hold, currencyOf(price, acting));
    const said = heldFor === null ? words : say`${words}; held: ${heldFor}`;
    if (work.has("drips", key)) {
      return madeBefore(acting, work.get("drips", key), "was started before");
    }
    const whole = given.kind === "flat" ? given.amount : given.percent * of.amount;
    if (whole === 0) return { made: false, said: "comes to zero" };
    if (acting.isTest) return { made: false, said: say`would start a drip of ${said}` };
    insertDrip(work, {
      key,
      partner: partner.key,
      customer: customer?.key ?? null,
      transaction: event.transaction?.key ?? null,
      description: describe(acting),
      currency: currencyOf(price, acting),
      ...frozenCells(work, trigger, plan, given),
      eventDate: event.on,
      trigger: trigger.key,
      heldReason: hold.length === 0 ? null : hold,
      why: acting.why(promise, []),
      run: acting.run,
    });
    return { made: true, said: say`started a drip of ${said}` };
  },
};
