import { isBeyondFirst } from "../judging/matching";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { calculatedOf, termsOf } from "../rewards/decisions";
import { isLocked } from "../rewards/final";
import { grantReward, isNotDeclined } from "../rewards/grant";
import { holdOf } from "../rewards/hold";
import { originOf } from "../rewards/origin";
import { settleReward } from "../rewards/settle";
import { moveReward } from "../rewards/status-moves";
import type { Reward } from "../tables";
import type { RewardTerms } from "../tables/packed/terms";

/** What judging again comes to for one reward, drip or partner, and how to carry it out. */
export interface Difference {
  readonly kind: "kept" | "re-priced" | "declined" | "added" | "ended" | "moved";
  readonly what: "reward" | "drip" | "partner";
  readonly key: Key;
  readonly partner: Key;
  /** In words or amounts; null where there was, or will be, nothing. */
  readonly from: Sentence | null;
  readonly to: Sentence | null;
  /** Its invoice is final: a held line for the difference is proposed instead. */
  readonly byAdjustment: boolean;
  readonly note: string | null;
  /** A running drip, which may be ended at the same time. */
  readonly mayEnd?: true;
  readonly carryOut: () => void;
}
export interface Again {
  readonly work: Work;
  readonly today: Day;
  readonly by: string;
}

/** Why a reward is declined that would not be made again; the partner may read it. */
export const JUDGED_AGAIN = "judged again";

/** What differs in one reward: as it is, and as it would be made now. Both are for one event and trigger. */
export function compareReward(
  again: Again,
  before: Reward | undefined,
  after: Reward | undefined,
): Difference | undefined {
  const { work } = again;
  const reward = before ?? after;
  if (!reward) return undefined;
  const isFinal = before !== undefined && isLocked(work, before);
  const was = amountOrZero(before);
  const will = amountOrZero(after);
  const text = (amount: number, { currency }: Reward) =>
    amount === 0 ? null : say`${{ amount, currency }}`;
  const tell = (kind: Difference["kind"], carryOut: () => void, note?: string): Difference => ({
    kind,
    what: "reward",
    key: reward.key,
    partner: (after ?? reward).partner,
    from: before ? text(was, before) : null,
    to: kind === "kept" ? text(was, reward) : text(will, after ?? reward),
    byAdjustment: isFinal && kind !== "kept",
    note: note ?? null,
    carryOut,
  });
  const keep = (note?: string) => tell("kept", () => undefined, note);
  if (!before) {
    if (work.has("rewards", reward.key)) return keep("its row can't be read");
    return tell("added", () => grant(again, reward), reward.reason ?? undefined);
  }
  const isRevived = before.decisions?.judgedAway === true;
  if (!isNotDeclined(before) && !(isRevived && after))
    return keep(`declined: ${before.reason ?? ""}`);
  if (!after) {
    if (was === 0) return keep();
    return tell("declined", () => (isFinal ? leaveNothing(again, before) : decline(again, before)));
  }
  const isSameLine = after.partner === before.partner && after.currency === before.currency;
  const take = () => takeTerms(again, before, after, !isSameLine);
  if (isSameLine && will === was && !isRevived) {
    return isSameTerms(before, after) ? keep() : { ...keep(), carryOut: take };
  }
  const note = after.partner === before.partner ? undefined : `was for ${before.partner}`;
  return tell(isRevived ? "added" : "re-priced", take, note);
}

const isSameTerms = (before: Reward, after: Reward): boolean =>
  JSON.stringify(termsOf(before)) === JSON.stringify(termsOf(after));

/** What the program calculated for a reward, what a person changed by hand left out. Minor units; 0 where it is declined. */
export const amountOrZero = (reward: Reward | undefined): number =>
  reward && isNotDeclined(reward) ? calculatedOf(reward) : 0;

/**
 * The same reward as judged now, in this program; a person made it, no run did. One whose sale was refunded in full is
 * made as it was before that, and declined at once, as a run does it.
 */
function grant(again: Again, reward: Reward): void {
  const { decisions, calculated: _, refunds: __, ...made } = reward;
  const { status, reason } = decisions?.before ?? reward;
  const hold = holdOf({ ...reward, status, reason });
  const from = originOf(reward);
  grantReward(again.work, { ...made, from, run: null, hold, decidedBy: null, decidedOn: null });
  settle(again, made.key);
}

const decline = ({ work, today: on, by }: Again, reward: Reward): void =>
  void moveReward(work, reward, {
    status: "declined",
    reason: JUDGED_AGAIN,
    by,
    on,
    isJudgedAway: true,
  });

/** Gives a reward the terms of now, from which its row or its open line follows (TARGET-4b). */
function takeTerms(again: Again, before: Reward, after: Reward, isMoved: boolean): void {
  const { work } = again;
  const { partner, currency, customer, why, triggerVersion } = after;
  const isRevived = !isNotDeclined(before);
  if (isRevived) {
    moveReward(work, before, { status: "pending", reason: null, by: again.by, on: again.today });
  }
  const row = work.get("rewards", before.key) ?? before;
  changeReward(work, row, {
    partner,
    customer,
    currency,
    why,
    triggerVersion,
    terms: termsOf(after),
    ...(isMoved || isRevived ? { invoice: null } : {}),
  });
  settle(again, before.key);
}

/** What is final is taken back by its line: its terms come to nothing. */
function leaveNothing(again: Again, reward: Reward): void {
  changeReward(again.work, reward, { terms: NOTHING });
  settle(again, reward.key);
}
const NOTHING: RewardTerms = { kind: "flat", amount: 0 };

const settle = ({ work, today }: Again, key: Key): void =>
  settleReward(work, key, {
    on: today,
    today,
    run: null,
    act: JUDGED_AGAIN,
    isBeyondFirst: (reward) => isBeyondFirst(work, reward, today),
  });
