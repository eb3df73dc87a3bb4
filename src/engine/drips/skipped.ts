import type { Drip } from "../tables";

const listed = (text: string | null): readonly number[] =>
  (text ?? "").split(",").filter(Boolean).map(Number);

/** The occurrences that were forfeited: by skipping, on resuming, or by an end during a pause. */
export const skippedOf = ({ skipped }: Drip): ReadonlySet<number> => new Set(listed(skipped));

/** The occurrences that came to zero, by a limit or a refund: settled without a reward. */
export const emptyPartsOf = ({ emptyParts }: Drip): ReadonlySet<number> =>
  new Set(listed(emptyParts));

/** Occurrences as a drip's cell lists them, in order; null where there are none. */
export const printParts = (parts: Iterable<number>): string | null =>
  [...new Set(parts)].sort((a, b) => a - b).join(", ") || null;
