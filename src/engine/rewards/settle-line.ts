import type { Day } from "../kernel/day";
import { adjustingKey, type Key } from "../kernel/keys";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import type { HoldCause } from "../tables/packed/hold-reasons";
import type { Why } from "../tables/packed/why";
import { changeReward } from "./change-reward";
import { isDeclinedByProgram } from "./decisions";
import { grantReward } from "./grant";
import { holdReward } from "./hold";
import type { Position } from "./position";

/** What made a reward's target another. */
export interface Cause {
  /** The day on which a line that it sets is earned: that of the refund, or of the edit. */
  readonly on: Day;
  readonly today: Day;
  readonly run: Key | null;
  /** What a person did, where it was neither a refund nor an amount typed. */
  readonly act?: NonNullable<Extract<HoldCause, { cause: "target" }>["act"]>;
}

/** Why a line that the program declined counts for nothing; the partner may read it. */
const NOTHING = "nothing to adjust";

/** Brings the open line of a final reward to what its net lacks: made, changed and held again, or declined (TARGET-2). */
export function settleLine(work: Work<"rewards">, position: Position, cause: Cause): void {
  const { open, goal, stood } = position;
  const [older, ...others] = open;
  for (const line of others) dropLine(work, line, cause.today);
  const amount = goal - stood;
  if (amount === 0) {
    if (older) dropLine(work, older, cause.today);
  } else if (older?.amount !== amount) setLine(work, position, older, amount, cause);
}

/** Declines a line that adjusts nothing any more; the same row serves when there is something again (TARGET-2d). */
export function dropLine(work: Work<"rewards">, line: Reward, today: Day): void {
  changeReward(work, line, {
    status: "declined",
    amount: 0,
    calculated: null,
    reason: NOTHING,
    invoice: null,
    decidedBy: PROGRAM,
    decidedOn: today,
  });
}

function setLine(
  work: Work<"rewards">,
  position: Position,
  open: Reward | undefined,
  amount: number,
  cause: Cause,
): void {
  const { reward, openable } = position;
  const { partner, customer, currency } = reward;
  const hold = holdCauseOf(position, cause);
  const line =
    open ?? openable.find((each) => isDeclinedByProgram(each) && each.currency === currency);
  const cells = { partner, customer, amount, earnedOn: cause.on, why: whyOf(position) };
  if (line) {
    holdReward(work, line, hold, cause.today, { ...cells, calculated: null });
    return;
  }
  const { transaction, trigger, triggerVersion, key, description } = reward;
  grantReward(work, {
    ...cells,
    key: freeKey(work, key),
    currency,
    transaction,
    from: { source: "adjustment", adjusts: key, trigger, triggerVersion },
    description: `${titleOf(hold)}: ${description ?? key}`,
    hold: [hold],
    run: cause.run,
  });
}

function holdCauseOf(
  { calculated, decisions, sale }: Position,
  { act }: Cause,
): Extract<HoldCause, { cause: "target" }> {
  const { sold, refunded } = sale ?? { sold: 0, refunded: 0 };
  const typed = decisions.typed?.amount ?? null;
  return { cause: "target", calculated, typed, refunded, sold, act: act ?? null };
}

const titleOf = ({ act, typed, refunded }: ReturnType<typeof holdCauseOf>): string => {
  if (act === "judged again") return "Processed again";
  if (act === "run undone") return "Undone";
  return typed === null && refunded > 0 ? "Refund" : "Correction";
};

const whyOf = ({ reward, goal, stood }: Position): Why => ({
  by: "reward",
  adjusts: reward.key,
  refunds: reward.refunds,
  sum: { kind: "difference", wanted: goal, stood },
});

/** Each further line of a reward, once those before it are final, has a number. */
function freeKey(work: Work<"rewards">, reward: Key): Key {
  let n = 1;
  while (work.has("rewards", adjustingKey(reward, n))) n++;
  return adjustingKey(reward, n);
}
