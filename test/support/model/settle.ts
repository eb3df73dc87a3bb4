import { isFilled } from "./first-events";
import { decimal } from "./numbers";
import { calculated, roomFor, target, withLetStand } from "./prices";
import { finalLines, isFinal, kept, net, refundsOf, standing } from "./refunds";
import { linesOf, type Model, type Reward, saleOf } from "./state";

const PROGRAM = "the program";
export const NOTHING = "nothing to adjust";

/**
 * Brings a reward to its target: the row while it is not final, else its one open line (TARGET-1, TARGET-2). `cause` is
 * the day of what changed it.
 */
export function settle(m: Model, reward: Reward, cause: string): void {
  if (reward.of !== null) return;
  const wanted = withLetStand(reward, target(m, reward));
  const open = linesOf(m, reward).filter((line) => !isFinal(m, line) && line.status !== "declined");
  if (isFinal(m, reward)) {
    setLine(m, reward, open, wanted - standing(m, reward), cause);
    return;
  }
  for (const line of open) drop(line);
  if (reward.status === "declined" && reward.by === "person") return;
  settleRow(m, reward, wanted - finalLines(m, reward), cause);
}

function settleRow(m: Model, reward: Reward, own: number, cause: string): void {
  const sale = saleOf(m, reward.sale);
  const isNothing = calculated(m, reward) === 0 && target(m, reward) === 0;
  if (sale && refundsOf(m, sale).length > 0 && isNothing && own === 0) {
    declineByProgram(reward, kept(m, sale) === 0 ? reward.amount : 0);
    return;
  }
  const isBack = reward.status === "declined";
  if (isBack) Object.assign(reward, reward.former, { former: null });
  if (own === reward.amount && !isBack) return;
  const isUp = Math.abs(own) > Math.abs(reward.amount) || isBack;
  const isCut = reward.typed !== null && target(m, reward) !== reward.typed;
  reward.amount = own;
  if (isCut) hold(reward, "by hand, then refunded");
  if (!isUp) return;
  const isBeyond = reward.approved !== null && Math.abs(own) > Math.abs(reward.approved);
  if (isBeyond && reward.status === "approved") hold(reward, "changed after approval");
  if (reward.typed === null && isOver(m, reward, cause)) hold(reward, "over its limit");
}

/** More than the room left, or than the first n as of the day of what changed it (TARGET-6, TIME-3e). */
export function isOver(m: Model, reward: Reward, on: string): boolean {
  const trigger = m.triggers.get(reward.trigger ?? "");
  if (!trigger) return false;
  const room = roomFor(m, trigger, reward);
  if (room !== null && net(m, reward) > room) return true;
  return isFilled(m, trigger, reward, on);
}

export function hold(reward: Reward, reason: string): void {
  Object.assign(reward, { status: "held", reason, by: PROGRAM, invoice: null });
}

function declineByProgram(reward: Reward, amount: number): void {
  if (reward.status !== "declined") {
    const { status, reason, by } = reward;
    reward.former = { status, reason, by };
  }
  Object.assign(reward, { status: "declined", reason: "refunded", by: PROGRAM });
  Object.assign(reward, { amount, invoice: null });
}

function drop(line: Reward): void {
  Object.assign(line, { status: "declined", reason: NOTHING, by: PROGRAM });
  Object.assign(line, { amount: 0, invoice: null });
}

/** At most one open line; the row that was declined for there being nothing to adjust serves again (TARGET-2d). */
function setLine(
  m: Model,
  reward: Reward,
  [first, ...others]: readonly Reward[],
  amount: number,
  cause: string,
): void {
  for (const line of others) drop(line);
  const free = linesOf(m, reward).find(({ reason, by }) => reason === NOTHING && by === PROGRAM);
  if (amount === 0) {
    if (first) drop(first);
    return;
  }
  const line = first ?? free ?? newLine(m, reward, cause);
  const isNew = line.status === "pending" && line.by === "";
  if (line.status !== "declined" && line.amount === amount && !isNew) return;
  Object.assign(line, { amount, earned: cause });
  hold(line, `to ${decimal(target(m, reward), reward.currency)}`);
}

function newLine(m: Model, reward: Reward, cause: string): Reward {
  const { partner, customer, currency } = reward;
  const key = `${reward.key}~${linesOf(m, reward).length + 1}`;
  const owner = { partner, customer, currency };
  return addReward(m, { ...owner, key, of: reward.key, source: "adjustment", earned: cause });
}

type NewReward = Pick<Reward, "key" | "source" | "partner" | "currency" | "earned"> &
  Partial<Reward>;
/** Adds a reward that is pending and of 0, unless told otherwise. */
export function addReward(m: Model, given: NewReward): Reward {
  const blank = { of: null, event: null, trigger: null, k: 1, sale: null, customer: null };
  const reward: Reward = {
    ...blank,
    terms: null,
    made: 0,
    amount: 0,
    status: "pending",
    reason: "",
    by: "",
    invoice: null,
    carried: [],
    typed: null,
    calculatedThen: 0,
    stand: [],
    dropped: null,
    former: null,
    approved: null,
    room: null,
    ...given,
  };
  m.rewards.set(reward.key, reward);
  return reward;
}
