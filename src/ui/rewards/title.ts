import { joinWithDots } from "../format/words";

const OCCURRENCE = /^(.*) \((\d+ of \d+)\)$/s;

/**
 * Whom and what a reward is for. The number of a drip's occurrence comes first, where a narrow line does not cut it
 * off: it may be all that distinguishes one reward from the next.
 */
export function titleOf(customerName: string, description: string): string {
  const [, what = description, occurrence] = OCCURRENCE.exec(description) ?? [];
  return joinWithDots([occurrence, customerName, what]);
}
