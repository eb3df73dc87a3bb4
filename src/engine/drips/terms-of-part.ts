import type { Drip } from "../tables";
import type { RewardTerms } from "../tables/packed/terms";
import { priceOf } from "./price";

/** The terms of a drip's part k; null where its amount is flat. */
export function termsOfPart(drip: Drip, k: number, room: number | null): RewardTerms | null {
  const { rounding, mode, occurrences } = drip;
  const price = priceOf(drip);
  if (price.kind === "flat") return null;
  const part = mode === "split a total" ? { k, n: occurrences } : null;
  const { column: _, ...terms } = price;
  return { ...terms, rounding, room, part };
}
