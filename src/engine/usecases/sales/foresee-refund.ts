import { progressOf } from "../../drips/progress";
import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { toDecimal } from "../../kernel/money";
import { apply } from "../../program/changeset";
import type { Work } from "../../program/work";
import { netOfDripBase } from "../../sales/net-of-refunds";
import { simulate } from "../../simulate/simulate";
import type { Drip, Reward, Transaction } from "../../tables";
import type { DripTables } from "../../timeline/life";
import { eventsAndRefunds } from "../../timeline/steps";
import { rewardViews } from "../shared/reward-view";

/** A reply stays under 100 kB. */
const MOST = 60;

/**
 * Records a refund of that sale on a working copy and lets it take effect as the run will (REFUND-11); says
 * what that changes, in decimal text of the currency beside.
 */
export function foreseeRefund(
  work: Work<DripTables>,
  sale: Key,
  today: Day,
  record: () => Transaction,
) {
  const drips = work.where("drips", "transaction", sale);
  const before = new Map(
    work.where("rewards", "transaction", sale).map((reward) => [reward.key, reward]),
  );
  const comingBefore = drips.map((drip) => toCome(work, drip));
  const { key } = record();
  const { work: lived } = simulate({
    program: apply(work.program, work.changes()),
    *passes(begun) {
      const row = begun.get("transactions", key);
      const rows = row ? [{ table: "transactions", row } as const] : [];
      yield { until: today, run: "preview", rows, steps: [eventsAndRefunds] };
    },
  });
  const viewOf = rewardViews(lived);
  const rewards = lived.where("rewards", "transaction", sale).flatMap((now) => {
    const old = before.get(now.key);
    return isChanged(old, now)
      ? [{ reward: viewOf(now), before: old ? toDecimal(old) : null }]
      : [];
  });
  return {
    outcome: outcomeOf(lived.get("transactions", key)),
    /** Rewards changed in place, and adjustments proposed; `before` null for a new one. */
    rewards: rewards.slice(0, MOST),
    /** How many more rewards change. */
    more: Math.max(0, rewards.length - MOST),
    drips: drips
      .flatMap((drip, at) => shownDrip(lived, drip, comingBefore[at] ?? 0))
      .slice(0, MOST),
  };
}

/** What a row says came of it, as data where that is more than words. */
const outcomeOf = (row: Transaction | undefined): Sentence =>
  row?.judgedAs?.outcome ?? row?.outcome ?? "";

function isChanged(old: Reward | undefined, now: Reward): boolean {
  return old?.amount !== now.amount || old.status !== now.status;
}

const toCome = (work: Work<"transactions" | "rewards">, drip: Drip): number =>
  progressOf(drip, [], netOfDripBase(work, drip)).toCome;

function shownDrip(work: Work<DripTables>, before: Drip, comingBefore: number) {
  const drip = work.get("drips", before.key) ?? before;
  const coming = toCome(work, drip);
  const ends = drip.endsOn !== before.endsOn;
  if (!ends && coming === comingBefore) return [];
  const { key, description, currency } = drip;
  const money = (amount: number) => toDecimal({ amount, currency });
  return [
    {
      drip: key,
      description: clip(description ?? key, 300),
      currency,
      ends,
      toComeBefore: money(comingBefore),
      toCome: money(coming),
    },
  ];
}
