import type { Key } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import { type RewardStatus, rewardStatuses } from "../../kernel/vocabulary";
import type { Reward } from "../../tables";

/** A move of a reward's status, with what it took away. */
export interface Move {
  readonly reward: Key;
  readonly from: RewardStatus;
  readonly to: RewardStatus;
  readonly reason: string | null;
  readonly invoice: Key | null;
}

/** A reply stays under 100 kB. */
const LONGEST = 60_000;

/** Moves to a status as text that a call can take back later; null where there are none, or too much to say. */
export function printMoves(before: readonly Reward[], to: RewardStatus): string | null {
  const text = JSON.stringify(
    before.map(({ key, status, reason, invoice }) => [key, status, to, reason, invoice]),
  );
  return before.length === 0 || text.length > LONGEST ? null : text;
}

/** The moves in such a text. Throws INPUT_INVALID where it is none. */
export function readMoves(text: string): readonly Move[] {
  try {
    return (JSON.parse(text) as readonly (readonly unknown[])[]).map(
      ([reward, from, to, reason, invoice]) => ({
        reward: String(reward),
        from: statusOf(from),
        to: statusOf(to),
        reason: reason === null ? null : String(reason),
        invoice: invoice === null ? null : String(invoice),
      }),
    );
  } catch {
    return refuseInput("moves", "This can't be taken back any more. Set the status by hand.");
  }
}

function statusOf(word: unknown): RewardStatus {
  const status = rewardStatuses.find((each) => each === word && each !== "paid");
  if (!status) throw new RangeError(`${word} is no status a person gives`);
  return status;
}
