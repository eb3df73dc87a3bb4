import { sumOfPercent } from "../kernel/arithmetic";
import type { Day } from "../kernel/day";
import { format, percentOf } from "../kernel/money";
import type { Drip } from "../tables";

/** An occurrence as it is made; minor units of the drip's currency. */
interface Making {
  readonly k: number;
  readonly due: Day;
  /** What the customer kept of the base; null for a flat drip. */
  readonly kept: number | null;
  /** Before limits. */
  readonly full: number;
  /** What a limit cut. */
  readonly note: string | undefined;
}

/**
 * Why an occurrence's reward exists, as the JSON of its row: the drip that promised it, the date, the arithmetic on what
 * the customer kept by then, and the rounding.
 */
export function explainOccurrence(drip: Drip, { k, due, kept, full, note }: Making): string {
  const money = (amount: number) => format({ amount, currency: drip.currency });
  const isRefunded = drip.base !== null && kept !== null && kept !== drip.base;
  const notes = [
    ...(isRefunded ? [`the customer kept ${money(kept)} of ${money(drip.base)}`] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return JSON.stringify({
    drip: drip.key,
    trigger: drip.trigger,
    version: drip.triggerVersion,
    occurrence: `${k} of ${drip.occurrences}`,
    due,
    sum:
      drip.mode === "per occurrence"
        ? wholeOf(drip, kept)
        : `${wholeOf(drip, kept)}, split in ${drip.occurrences}: part ${k} is ${money(full)}`,
    ...(notes.length > 0 ? { notes } : {}),
  });
}

/** The amount of an occurrence, or of the total that is split. */
function wholeOf({ amount, percent, rounding, currency }: Drip, kept: number | null): string {
  if (percent === null) return `flat ${format({ amount: amount ?? 0, currency })}`;
  const base = kept ?? 0;
  return sumOfPercent(base, percent, percentOf(base, percent, rounding), currency);
}
