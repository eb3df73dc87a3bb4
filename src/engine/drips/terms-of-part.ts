import type { Drip } from "../tables";
import { printTerms } from "../tables/packed/terms";

/** The terms of a drip's part k; null where its amount is flat. */
export function termsOfPart(drip: Drip, k: number, room: number | null): string | null {
  const { percent, base, rounding, mode, occurrences, currency } = drip;
  if (percent === null || base === null) return null;
  const part = mode === "split a total" ? { k, n: occurrences } : null;
  return printTerms({ kind: "percent", percent, base, rounding, room, part }, currency);
}
