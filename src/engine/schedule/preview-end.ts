import type { Day } from "../day";
import { keptOfDrip } from "../invoicing/kept";
import type { Drip } from "../tables";
import type { Work } from "../work";
import { dueDate, occurrenceAmount } from "./occurrences";
import { lastToMake } from "./parts";
import { skippedOf } from "./skipped";

/** What the end of a drip leaves and takes away; amounts in minor units of its currency, before limits. */
export interface EndPreview {
  readonly stands: { readonly count: number; readonly amount: number };
  readonly lost: {
    readonly count: number;
    readonly amount: number;
    /** The due dates of the first and the last occurrence that is never made. */
    readonly from: Day | null;
    readonly to: Day | null;
  };
}

/** What would stand and what would be lost if a drip ended on that day (product.md §4). */
export function previewEnd(work: Work<"transactions">, drip: Drip, endsOn: Day): EndPreview {
  const last = lastToMake({ ...drip, endsOn });
  const kept = keptOfDrip(work, drip);
  const skipped = skippedOf(drip);
  const sum = (from: number, to: number) => {
    let amount = 0;
    for (let k = from; k <= to; k++) if (!skipped.has(k)) amount += occurrenceAmount(drip, k, kept);
    return amount;
  };
  const isLost = last < drip.occurrences;
  return {
    stands: { count: last, amount: sum(1, last) },
    lost: {
      count: drip.occurrences - last,
      amount: sum(last + 1, drip.occurrences),
      from: isLost ? dueDate(drip, last + 1) : null,
      to: isLost ? dueDate(drip, drip.occurrences) : null,
    },
  };
}
