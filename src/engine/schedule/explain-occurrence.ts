import type { Day } from "../day";
import { format, percentText } from "../money";
import type { Drip } from "../tables";

/** Why an occurrence's reward exists, as the JSON of its row: the drip that promised it, the date and the arithmetic. */
export function explainOccurrence(
  drip: Drip,
  k: number,
  due: Day,
  full: number,
  note: string | undefined,
): string {
  const money = (amount: number | null) => format({ amount: amount ?? 0, currency: drip.currency });
  const whole =
    drip.percent === null
      ? money(drip.amount)
      : `${percentText(drip.percent)} % of ${money(drip.base)}`;
  const sum =
    drip.mode === "per occurrence"
      ? `${whole} = ${money(full)}`
      : `${whole} split in ${drip.occurrences}, part ${k} = ${money(full)}`;
  return JSON.stringify({
    drip: drip.key,
    trigger: drip.trigger,
    version: drip.triggerVersion,
    occurrence: `${k} of ${drip.occurrences}`,
    due,
    sum,
    ...(note ? { notes: [note] } : {}),
  });
}
