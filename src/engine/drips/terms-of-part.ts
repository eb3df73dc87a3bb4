import type { Drip } from "../tables";
import type { RewardTerms } from "../tables/packed/terms";

/** The terms of a drip's part k; null where its amount is flat. */
export function termsOfPart(drip: Drip, k: number, room: number | null): RewardTerms | null {
  const { percent, base, rounding, mode, occurrences } = drip;
  if (percent === null || base === null) return null;
  const part = mode === "split a total" ? { k, n: occurrences } : null;
  return { kind: "percent", percent, base, rounding, room, part };
}
