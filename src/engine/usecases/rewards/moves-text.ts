import { refuseInput } from "../../kernel/refuse-input";
import { type RewardStatus, rewardStatuses } from "../../kernel/vocabulary";
import { decisionsOf, isDeclinedByProgram } from "../../rewards/decisions";
import type { Reward } from "../../tables";
import { decisions } from "../../tables/packed/decisions";
import { readShape } from "../../tables/packed/packed";
import {
  day,
  key,
  list,
  optional,
  type Shaped,
  text,
  tuple,
  word,
} from "../../tables/packed/shape";

/** The statuses that a person gives or takes back; *paid* comes by a payout only. */
const status = word(rewardStatuses.filter((each) => each !== "paid"));
/** Where the program itself had declined a reward: on which day, and what was decided about it. */
const byProgram = tuple(optional(day), decisions);
/** A move of a reward's status, with the reason and the invoice that it took away. */
const move = tuple(key, status, status, optional(text), optional(key), optional(byProgram));
export type Move = Shaped<typeof move>;

/** A reply stays under 100 kB. */
const LONGEST = 60_000;

/** Moves to a status as text that a call can take back later; null where there are none, or too much to say. */
export function printMoves(before: readonly Reward[], to: RewardStatus): string | null {
  const text = JSON.stringify(
    before.map((reward) => {
      const { key, status, reason, invoice, decidedOn } = reward;
      const byProgram = isDeclinedByProgram(reward) ? [decidedOn, decisionsOf(reward)] : null;
      return [key, status, to, reason, invoice, byProgram];
    }),
  );
  return before.length === 0 || text.length > LONGEST ? null : text;
}

/** The moves in such a text. Throws INPUT_INVALID where it is none. */
export const readMoves = (text: string): readonly Move[] =>
  readShape(list(move), text) ??
  refuseInput("moves", "This can no longer be undone. Set the status manually.");
