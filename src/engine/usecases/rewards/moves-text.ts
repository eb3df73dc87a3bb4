import { type Day, parseDay } from "../../kernel/day";
import type { Cell, FieldContext } from "../../kernel/fields";
import type { Key } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import { type RewardStatus, rewardStatuses } from "../../kernel/vocabulary";
import { decisionsOf, isDeclinedByProgram } from "../../rewards/decisions";
import type { Reward } from "../../tables";
import { decisionsField } from "../../tables/packed/decisions";

/** A move of a reward's status, with what it took away. */
export interface Move {
  readonly reward: Key;
  readonly from: RewardStatus;
  readonly to: RewardStatus;
  readonly reason: string | null;
  readonly invoice: Key | null;
  /** Where the program itself had declined it: on which day, and the cell of its decisions. */
  readonly byProgram: readonly [on: Day | null, decisions: Cell] | null;
}

/** A reply stays under 100 kB. */
const LONGEST = 60_000;

/** Moves to a status as text that a call can take back later; null where there are none, or too much to say. */
export function printMoves(
  before: readonly Reward[],
  to: RewardStatus,
  context: FieldContext,
): string | null {
  const text = JSON.stringify(
    before.map((reward) => {
      const { key, status, reason, invoice, decidedOn } = reward;
      const byProgram = isDeclinedByProgram(reward)
        ? [decidedOn, decisionsField.print(decisionsOf(reward), context)]
        : null;
      return [key, status, to, reason, invoice, byProgram];
    }),
  );
  return before.length === 0 || text.length > LONGEST ? null : text;
}

/** The moves in such a text. Throws INPUT_INVALID where it is none. */
export function readMoves(text: string): readonly Move[] {
  try {
    return (JSON.parse(text) as readonly (readonly unknown[])[]).map(
      ([reward, from, to, reason, invoice, byProgram]) => ({
        reward: String(reward),
        from: statusOf(from),
        to: statusOf(to),
        reason: reason === null ? null : String(reason),
        invoice: invoice === null ? null : String(invoice),
        byProgram: Array.isArray(byProgram)
          ? [parseDay(String(byProgram[0])) ?? null, String(byProgram[1])]
          : null,
      }),
    );
  } catch {
    return refuseInput("moves", "This can no longer be undone. Set the status manually.");
  }
}

function statusOf(word: unknown): RewardStatus {
  const status = rewardStatuses.find((each) => each === word && each !== "paid");
  if (!status) throw new RangeError(`${word} is no status a person gives`);
  return status;
}
