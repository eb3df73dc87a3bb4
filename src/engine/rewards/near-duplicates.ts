import { daysBetween } from "../kernel/day";
import type { Work } from "../program/work";
import type { Reward } from "../tables";

/** So close two like rewards must lie to be doubted (REWARD-18). */
const DAYS = 30;

type Candidate = Pick<Reward, "partner" | "customer" | "amount" | "currency" | "earnedOn">;

/** The rewards with the same partner, customer and amount within 30 days, declined ones left out. */
export function nearDuplicates(work: Work<"rewards">, wanted: Candidate): readonly Reward[] {
  return work
    .where("rewards", "partner", wanted.partner)
    .filter(
      (each) =>
        each.status !== "declined" &&
        each.customer === wanted.customer &&
        each.amount === wanted.amount &&
        each.currency === wanted.currency &&
        Math.abs(daysBetween(each.earnedOn, wanted.earnedOn)) <= DAYS,
    );
}
