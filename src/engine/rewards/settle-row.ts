import type { Day } from "../kernel/day";
import { PROGRAM } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import type { Reward } from "../tables";
import type { Decisions } from "../tables/packed/decisions";
import type { HoldCause } from "../tables/packed/hold-reasons";
import { changeReward } from "./change-reward";
import { isByPerson, isDeclinedByProgram } from "./decisions";
import { holdReward } from "./hold";
import type { Position } from "./position";
import { dropLine } from "./settle-line";
import { isAllRefunded } from "./target";

/** The reason of a reward that a refund left nothing of; the partner may read it. */
const REFUNDED = "refunded";

/**
 * Brings the row of a reward that is not final to its target, less what final lines make of it (TARGET-1b): declined
 * where a refund left nothing, as it was before once that refund is gone, and held where a person should look at it.
 */
export function settleRow(
  work: Work<"rewards">,
  position: Position,
  { today, isOver }: { readonly today: Day; readonly isOver: (reward: Reward) => boolean },
): void {
  for (const line of position.open) dropLine(work, line, today);
  const { reward, goal, finalLines } = position;
  const amount = goal - finalLines;
  if (reward.status === "declined" && !isDeclinedByProgram(reward)) showCalculated(work, position);
  else if (isRefundedAway(position, amount)) declineRefunded(work, position, today);
  else if (reward.status === "declined" || amount !== reward.amount) {
    bring(work, position, amount, today, isOver);
  } else showCalculated(work, position);
}

/** The calculated amount, as it stands beside another amount. */
const beside = ({ calculated }: Position, amount: number): number | null =>
  calculated === amount ? null : calculated;

/** Keeps what the terms come to now beside a row that stays as it is. */
export function showCalculated(work: Work<"rewards">, position: Position): void {
  const { reward } = position;
  changeReward(work, reward, { calculated: beside(position, reward.amount) });
}

const isRefundedAway = ({ hasRefunds, calculated, target }: Position, amount: number): boolean =>
  hasRefunds && calculated === 0 && target === 0 && amount === 0;

function declineRefunded(work: Work<"rewards">, position: Position, today: Day): void {
  const { reward, decisions, sale } = position;
  const { status, reason, decidedBy: by, decidedOn: on } = reward;
  const amount = sale === null || isAllRefunded(sale) ? reward.amount : 0;
  const isDeclined = status === "declined";
  changeReward(work, reward, {
    status: "declined",
    amount,
    calculated: beside(position, amount),
    decisions: {
      ...withApproved(position),
      before: isDeclined ? decisions.before : { status, reason, by, on },
    },
    ...(isDeclined
      ? {}
      : { reason: REFUNDED, invoice: null, decidedBy: PROGRAM, decidedOn: today }),
  });
}

/** What a person approved is known by the amount itself, until that changes. */
function withApproved({ reward, decisions }: Position): Decisions {
  const isApproved = reward.status === "approved" && isByPerson(reward);
  return isApproved ? { ...decisions, approved: decisions.approved ?? reward.amount } : decisions;
}

function bring(
  work: Work<"rewards">,
  position: Position,
  amount: number,
  today: Day,
  isOver: (reward: Reward) => boolean,
): void {
  const { reward } = position;
  const { status, reason, decidedBy, decidedOn } = reward;
  const decisions = withApproved(position);
  const isBack = status === "declined";
  const before =
    isBack && decisions.before
      ? decisions.before
      : {
          status: isBack ? ("pending" as const) : status,
          reason: isBack ? null : reason,
          by: decidedBy,
          on: decidedOn,
        };
  const row = changeReward(work, reward, {
    status: before.status,
    reason: before.reason,
    decidedBy: before.by,
    decidedOn: before.on,
    amount,
    calculated: beside(position, amount),
    decisions: { ...decisions, before: null },
  });
  const isRaised = isBack || Math.abs(amount) > Math.abs(reward.amount);
  const cause = holdCauseOf(position, row, isRaised, isOver);
  if (cause) holdReward(work, row, cause, today);
}

/** Why a person should look at a row that has another amount now (TARGET-1h, TARGET-5, TARGET-6). */
function holdCauseOf(
  { decisions: { typed }, target, calculated, sale }: Position,
  row: Reward,
  isRaised: boolean,
  isOver: (reward: Reward) => boolean,
): HoldCause | undefined {
  if (typed !== null && target !== typed.amount) {
    const { sold, refunded } = sale ?? { sold: 0, refunded: 0 };
    return { cause: "target", calculated, typed: typed.amount, refunded, sold, act: null };
  }
  if (!isRaised) return undefined;
  if (typed === null && isOver(row)) return { cause: "over its limit" };
  const approved = row.decisions?.approved ?? null;
  const isBeyond = approved !== null && Math.abs(row.amount) > Math.abs(approved);
  return isBeyond && row.status === "approved" ? { cause: "changed after approval" } : undefined;
}
