import type { Drip } from "../tables";

/** The occurrences that were forfeited: by skipping, on resuming, or by an end during a pause. */
export const skippedOf = ({ skipped }: Drip): ReadonlySet<number> => new Set(skipped);

/** The occurrences that came to zero because of a limit or a refund, and have no reward. */
export const emptyPartsOf = ({ emptyParts }: Drip): ReadonlySet<number> => new Set(emptyParts);

/**
 * The last occurrence that is settled: made, or forfeited. An earlier release counted both in *Issued*, which since says
 * how many were made (DRIP-40, UPGRADE-8).
 */
export const settledOf = ({ settled, issued }: Pick<Drip, "settled" | "issued">): number =>
  settled ?? issued;

/** Occurrences as a drip lists them: each once, in order; null where there are none. */
export function listParts(parts: Iterable<number>): readonly number[] | null {
  const list = [...new Set(parts)].sort((a, b) => a - b);
  return list.length === 0 ? null : list;
}
