import { joinWithDots } from "../format/words";

const OCCURRENCE = /^(.*) \((\d+ of \d+)\)$/s;

/**
 * For whom and for what a reward is. Which occurrence of a drip it is stands first, where no narrow line cuts it off:
 * it may be all that tells one reward from the next.
 */
export function titleOf(customerName: string, description: string): string {
  const [, what = description, occurrence] = OCCURRENCE.exec(description) ?? [];
  return joinWithDots([occurrence, customerName, what]);
}
