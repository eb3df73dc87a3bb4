import { addDays, addMonths, type Day } from "../kernel/day";
import { partOf, percentOf } from "../kernel/money";
import type { Unit } from "../kernel/vocabulary";
import type { Drip } from "../tables";
import { percentedOf } from "../tables/packed/terms";
import { type PriceCells, priceOf } from "./price";

/**
 * A drip's dates: whole numbers of days, weeks, months or years (DRIP-2). A continued drip keeps the grid of dates, so many
 * cycles `later`; undefined means none.
 */
type DripDates = Pick<
  Drip,
  "eventDate" | "delay" | "delayUnit" | "cycle" | "cycleUnit" | "occurrences"
> &
  Partial<Pick<Drip, "later">>;
/** A drip's amounts: each occurrence, or a total to split. */
type DripAmounts = PriceCells & Pick<Drip, "mode" | "rounding" | "occurrences">;
export interface Occurrence {
  readonly k: number;
  readonly due: Day;
}

const inMonths: Readonly<Record<Unit, number | undefined>> = {
  days: undefined,
  weeks: undefined,
  months: 1,
  years: 12,
};

function add(start: Day, count: number, unit: Unit): Day {
  const months = inMonths[unit];
  if (months !== undefined) return addMonths(start, count * months);
  return addDays(start, unit === "weeks" ? count * 7 : count);
}

/**
 * The day on which occurrence k (from 1) falls due: `event + delay + (k − 1) · cycle`. Months and years are
 * added in total to one anchor and clamped once, so that a 31st comes back as the 31st (DRIP-10, DRIP-11).
 */
export function dueDate(terms: DripDates, k: number): Day {
  const cycles = k - 1 + (terms.later ?? 0);
  const delayMonths = inMonths[terms.delayUnit];
  const cycleMonths = inMonths[terms.cycleUnit];
  if (delayMonths !== undefined && cycleMonths !== undefined) {
    return addMonths(
      terms.eventDate,
      terms.delay * delayMonths + cycles * terms.cycle * cycleMonths,
    );
  }
  return add(
    add(terms.eventDate, terms.delay, terms.delayUnit),
    cycles * terms.cycle,
    terms.cycleUnit,
  );
}

/** The occurrences after `from` (from 1 where undefined: all) and up to `to`, both by due date, in order. */
export function occurrencesDue(
  terms: DripDates,
  window: { readonly after?: Day | undefined; readonly until: Day },
): readonly Occurrence[] {
  const due: Occurrence[] = [];
  for (let k = 1; k <= terms.occurrences; k++) {
    const date = dueDate(terms, k);
    if (date > window.until) break;
    if (window.after === undefined || date > window.after) due.push({ k, due: date });
  }
  return due;
}

/** Occurrence k's amount in minor units, before limits. `kept` is what the customer kept of the base; all where it is null. */
export function occurrenceAmount(
  terms: DripAmounts,
  k: number,
  kept: number | null = null,
): number {
  const price = priceOf(terms);
  const whole =
    price.kind === "flat"
      ? price.amount
      : percentOf(
          percentedOf({ ...price, rounding: terms.rounding }, kept ?? price.base),
          price.percent,
          terms.rounding,
        );
  return terms.mode === "per occurrence"
    ? whole
    : partOf(whole, k, terms.occurrences, terms.rounding);
}
