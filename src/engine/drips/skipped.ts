import type { Drip } from "../tables";

/** The occurrences that were forfeited: by skipping, on resuming, or by an end during a pause. */
export const skippedOf = ({ skipped }: Drip): ReadonlySet<number> => new Set(skipped);

/** The occurrences that came to zero, by a limit or a refund: settled without a reward. */
export const emptyPartsOf = ({ emptyParts }: Drip): ReadonlySet<number> => new Set(emptyParts);

/** Occurrences as a drip lists them: each once, in order; null where there are none. */
export function listParts(parts: Iterable<number>): readonly number[] | null {
  const list = [...new Set(parts)].sort((a, b) => a - b);
  return list.length === 0 ? null : list;
}
