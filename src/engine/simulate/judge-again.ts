import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { format } from "../kernel/money";
import type { Work } from "../program/work";
import { proposeAdjustment } from "../rewards/adjustments";
import { isLocked } from "../rewards/final";
import { accept, grantReward, stands } from "../rewards/grant";
import { moveReward } from "../rewards/status-moves";
import type { Reward } from "../tables";
import { againKey, worthOf } from "./worth";

/** What judging again comes to for one reward, drip or partner, and how to carry it out. */
export interface Difference {
  readonly kind: "kept" | "re-priced" | "declined" | "added" | "ended" | "moved";
  readonly what: "reward" | "drip" | "partner";
  readonly key: Key;
  readonly partner: Key;
  /** In words or amounts; null where there was, or will be, nothing. */
  readonly from: string | null;
  readonly to: string | null;
  /** Its invoice is final: a held line for the difference is proposed instead. */
  readonly byAdjustment: boolean;
  readonly note: string | null;
  readonly carryOut: () => void;
}
export interface Again {
  readonly work: Work;
  readonly today: Day;
  readonly by: string;
}

/** Why a reward is declined that would not be made again; the partner may read it. */
export const JUDGED_AGAIN = "judged again";

/** What differs in one reward: as it stands, and as it would be made now. Both have the same key. */
export function compareReward(
  again: Again,
  before: Reward | undefined,
  after: Reward | undefined,
): Difference | undefined {
  const { work } = again;
  const reward = before ?? after;
  if (!reward) return undefined;
  const isFinal = before !== undefined && isLocked(work, before);
  const was = before ? worthOf(work, before) : 0;
  const text = (amount: number, { currency }: Reward) =>
    amount === 0 ? null : format({ amount, currency });
  const say = (kind: Difference["kind"], carryOut: () => void, note?: string): Difference => ({
    kind,
    what: "reward",
    key: reward.key,
    partner: (after ?? reward).partner,
    from: before ? text(was, before) : null,
    to:
      kind === "kept" || !after
        ? text(kind === "kept" ? was : 0, reward)
        : text(after.amount, after),
    byAdjustment: isFinal && kind !== "kept",
    note: note ?? null,
    carryOut,
  });
  const keep = (note?: string) => say("kept", () => undefined, note);
  if (!before) {
    if (work.has("rewards", reward.key)) return keep("its row can't be read");
    return say("added", () => grant(work, reward), reward.reason ?? undefined);
  }
  const isRevived = !stands(before) && before.reason === JUDGED_AGAIN;
  if (!stands(before) && !(isRevived && after)) return keep(`declined: ${before.reason ?? ""}`);
  if (!after) {
    if (was === 0) return keep();
    return say("declined", () => (isFinal ? adjust(again, before, -was) : decline(again, before)));
  }
  const isSameLine = after.partner === before.partner && after.currency === before.currency;
  if (isSameLine && after.amount === was) return keep();
  const note = after.partner === before.partner ? undefined : `was for ${before.partner}`;
  return say(
    isRevived ? "added" : "re-priced",
    () => {
      if (!isFinal) reprice(work, before, after, isSameLine ? after.amount - was : undefined);
      else if (isSameLine) adjust(again, before, after.amount - was);
      else {
        adjust(again, before, -was);
        adjust(again, { ...after, key: before.key }, after.amount);
      }
    },
    note,
  );
}

/** The same reward as judged now, in this program; a person made it, no run did. */
function grant(work: Work, { status, reason, ...made }: Reward): void {
  grantReward(work, { ...made, run: null, heldReason: status === "held" ? reason : null });
}

const decline = ({ work, today: on, by }: Again, reward: Reward): void =>
  void moveReward(work, reward, { status: "declined", reason: JUDGED_AGAIN, by, on });

/** In place, with the terms of now; what a person added by hand to the same line stays added. */
function reprice(work: Work, before: Reward, after: Reward, change: number | undefined): void {
  const { partner, currency, customer, terms, why, triggerVersion } = after;
  const isRevived = !stands(before);
  const moved = change === undefined || isRevived;
  const amount = moved ? after.amount : Math.max(0, before.amount + change);
  const calculated = moved || before.calculated === null ? null : before.calculated + change;
  work.update("rewards", before.key, {
    partner,
    customer,
    currency,
    terms,
    why,
    triggerVersion,
    calculated,
    ...accept({ ...before, currency }, { amount, ...(isRevived ? { status: "pending" } : {}) }),
    ...(isRevived ? { reason: null } : {}),
    ...(moved ? { invoice: null } : {}),
  });
}

function adjust({ work, today }: Again, reward: Reward, amount: number): void {
  proposeAdjustment(work, reward, {
    key: againKey(work, reward.key, today),
    amount,
    earnedOn: today,
    description: `Judged again: ${reward.description ?? reward.key}`,
    reason: JUDGED_AGAIN,
    refund: null,
    why: { judgedAgain: today, sum: format({ amount, currency: reward.currency }) },
    run: null,
  });
}
