import { isToCome } from "../drips/parts";
import { addMonths, type Day } from "../kernel/day";
import { bucket, firstRewardKey, type Key, rewardKey, rewardKeyIn } from "../kernel/keys";
import type { Sentence } from "../kernel/message";
import { say } from "../kernel/say";
import type { Measure, Work } from "../program/work";
import { adjustedReward, netAmount, netOf } from "../rewards/net";
import type { ProgramEvent } from "../rules/program-event";
import type { Reward, Trigger } from "../tables";
import type { Note } from "../tables/packed/why";

/** Whose first n are counted: a customer's, or a partner's (LIMIT-4, LIMIT-4a). */
type Owner = "customer" | "partner";

/** How the events that a trigger acted on are counted for one kind of owner; calculated once each. */
interface Measures {
  /** The trigger's own rewards of the owner that stand: one an event. */
  readonly standing: Measure<"rewards">;
  /** Lines of those rewards, and parts of drips: without any, each row says by itself whether its event counts. */
  readonly others: Measure<"rewards">;
}
function measuresOf(owner: Owner): Measures {
  const causeOf = (row: Reward, get: (key: Key | null) => Reward | undefined) => {
    const { trigger, [owner]: who } = adjustedReward(row, get);
    return trigger === null || who === null ? undefined : bucket(trigger, who);
  };
  return {
    standing: {
      table: "rewards",
      bucketOf: (row, get) => (row.source === "trigger" ? causeOf(row, get) : undefined),
      amountOf: (row) => (netAmount(row) === 0 ? 0 : 1),
    },
    others: {
      table: "rewards",
      bucketOf: (row, get) => (row.source === "trigger" ? undefined : causeOf(row, get)),
      amountOf: () => 1,
    },
  };
}
const measures = { customer: measuresOf("customer"), partner: measuresOf("partner") };

/** The event and trigger that a reward or drip was made for, as the key of what the event makes by itself. */
const madeFor = ({ drip, key }: { readonly key: Key } & Pick<Reward, "drip">): Key =>
  drip === null ? firstRewardKey(key) : rewardKeyIn(drip);

/**
 * The owner's other events that use up a trigger's first n: those with a reward whose net is not 0, or with a drip
 * of which a part stands or is to come as of the day that is lived (TARGET-7, TIME-3e).
 */
function otherEventsUsed(
  work: Work<"rewards" | "drips">,
  trigger: Key,
  [owner, key]: readonly [Owner, Key],
  own: Key,
  day: Day,
): number {
  const drips = work
    .where("drips", owner, key)
    .filter((drip) => drip.trigger === trigger && isToCome(drip, day));
  const who = bucket(trigger, key);
  if (drips.length === 0 && work.sum(measures[owner].others, who) === 0) {
    const ours = work.get("rewards", own);
    const isOurs = ours !== undefined && ours[owner] === key && netAmount(ours) !== 0;
    return work.sum(measures[owner].standing, who) - (isOurs ? 1 : 0);
  }
  const used = new Set<Key>();
  for (const reward of work.where("rewards", owner, key)) {
    if (reward.trigger !== trigger || reward.source === "adjustment") continue;
    const event = madeFor(reward);
    if (event !== own && !used.has(event) && netOf(work, reward) !== 0) used.add(event);
  }
  for (const drip of drips) {
    const event = madeFor({ drip: drip.key, key: drip.key });
    if (event !== own) used.add(event);
  }
  return used.size;
}

/** The limits of a trigger to first n, with whose they are; those that it has. */
const firstsOf = (
  { firstEvents, firstOfPartner }: Trigger,
  { customer, partner }: { readonly customer: Key | null; readonly partner: Key | null },
) =>
  [
    { owner: "customer", most: firstEvents, key: customer },
    { owner: "partner", most: firstOfPartner, key: partner },
  ].filter(({ most }) => most !== null) as readonly {
    readonly owner: Owner;
    readonly most: number;
    readonly key: Key | null;
  }[];

/** Whether other events of the customer, or of the partner, fill the first n of a reward's trigger on a day (TARGET-6). */
export function isBeyondFirst(
  work: Work<"rewards" | "drips" | "triggers">,
  reward: Reward,
  day: Day,
): boolean {
  const trigger = work.get("triggers", reward.trigger);
  return (
    trigger !== undefined &&
    firstsOf(trigger, reward).some(
      ({ owner, most, key }) =>
        key !== null &&
        otherEventsUsed(work, trigger.key, [owner, key], madeFor(reward), day) >= most,
    )
  );
}

/** A trigger's being open to an event, with what to say of it; or what closes it. */
export type Openness = { readonly notes: readonly Note[] } | { readonly closed: Sentence };
const OPEN: Openness = { notes: [] };

/**
 * Whether a trigger is open to an event, its rules apart: its dates, *only within n months of sign-up*, *only
 * the customer's* or *the partner's first n matching events*. `day` is the day that is lived: a drip's ending counts from its own on (TIME-3).
 */
export function openTo(
  work: Work<"rewards" | "drips">,
  trigger: Trigger,
  { key, on, customer, partner }: ProgramEvent,
  day: Day,
): Openness {
  const { from, until, withinMonths } = trigger;
  if (from !== null && on < from) return { closed: say`it acts from ${{ day: from }} only` };
  if (until !== null && on > until) return { closed: say`it acted until ${{ day: until }} only` };
  const firsts = firstsOf(trigger, {
    customer: customer?.key ?? null,
    partner: partner?.key ?? null,
  });
  if (withinMonths === null && firsts.length === 0) return OPEN;
  const notes: Note[] = [];
  if (withinMonths !== null) {
    if (customer === null) return { closed: "there is no customer" };
    const end = addMonths(customer.createdOn.day, withinMonths);
    if (on >= end) {
      return { closed: say`the ${withinMonths} months from sign-up ended before ${{ day: end }}` };
    }
    notes.push({ kind: "within months", months: withinMonths, from: customer.createdOn.day });
  }
  for (const { owner, most, key: who } of firsts) {
    if (who === null) return { closed: `there is no ${owner}` };
    const own = rewardKey(key, trigger.key);
    const used = otherEventsUsed(work, trigger.key, [owner, who], own, day);
    if (used >= most) return { closed: `the ${owner}'s first ${most} are used up` };
    notes.push({ kind: "first events", number: used + 1, of: most, owner });
  }
  return { notes };
}
