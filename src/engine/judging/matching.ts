import { isToCome } from "../drips/parts";
import { addMonths, type Day } from "../kernel/day";
import { firstDripKey, firstRewardKey, type Key, rewardKey } from "../kernel/keys";
import type { Measure, Work } from "../program/work";
import { adjustedReward, netAmount, netOf } from "../rewards/net";
import type { ProgramEvent } from "../rules/program-event";
import type { Reward, Trigger } from "../tables";

const bucket = (...parts: readonly string[]): string => parts.join("\u0001");

const causeOf = (row: Reward, get: (key: Key | null) => Reward | undefined): string | undefined => {
  const { trigger, customer } = adjustedReward(row, get);
  return trigger === null || customer === null ? undefined : bucket(trigger, customer);
};
/** The trigger's own rewards of a customer that stand: one an event. */
const rewardsStanding: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: (row, get) => (row.source === "trigger" ? causeOf(row, get) : undefined),
  amountOf: (row) => (netAmount(row) === 0 ? 0 : 1),
};
/** Lines of those rewards, and parts of drips: without any, each row says by itself whether its event counts. */
const otherRows: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: (row, get) => (row.source === "trigger" ? undefined : causeOf(row, get)),
  amountOf: () => 1,
};

/** The event and trigger that a reward or drip was made for, as the key of what the event makes by itself. */
const madeFor = ({ drip, key }: { readonly key: Key } & Pick<Reward, "drip">): Key =>
  drip === null ? firstRewardKey(key) : firstDripKey(drip).replace(/^drip_/, "");

/**
 * The customer's other events that use up a trigger's first n: those with a reward whose net is not 0, or with a drip
 * of which a part stands or is to come as of the day that is lived (TARGET-7, TIME-3e).
 */
function otherEventsUsed(
  work: Work<"rewards" | "drips">,
  trigger: Key,
  customer: Key,
  own: Key,
  day: Day,
): number {
  const drips = work
    .where("drips", "customer", customer)
    .filter((drip) => drip.trigger === trigger && isToCome(drip, day));
  const who = bucket(trigger, customer);
  if (drips.length === 0 && work.sum(otherRows, who) === 0) {
    const ours = work.get("rewards", own);
    return work.sum(rewardsStanding, who) - (ours && netAmount(ours) !== 0 ? 1 : 0);
  }
  const used = new Set<Key>();
  for (const reward of work.where("rewards", "customer", customer)) {
    if (reward.trigger !== trigger || reward.source === "adjustment") continue;
    const event = madeFor(reward);
    if (event !== own && !used.has(event) && netOf(work, reward) !== 0) used.add(event);
  }
  for (const { key } of drips) {
    const event = madeFor({ drip: key, key });
    if (event !== own) used.add(event);
  }
  return used.size;
}

/** Whether other events of the customer fill the first n of a reward's trigger on a day (TARGET-6). */
export function isBeyondFirst(
  work: Work<"rewards" | "drips" | "triggers">,
  reward: Reward,
  day: Day,
): boolean {
  const first = work.get("triggers", reward.trigger)?.firstEvents ?? null;
  if (first === null || reward.trigger === null || reward.customer === null) return false;
  const own = madeFor(reward);
  return otherEventsUsed(work, reward.trigger, reward.customer, own, day) >= first;
}

/** A trigger's being open to an event, with what to say of it; or what closes it. */
export type Openness = { readonly notes: readonly string[] } | { readonly closed: string };
const OPEN: Openness = { notes: [] };

/**
 * Whether a trigger is open to an event, its rules apart: its dates, *only within n months of sign-up*, *only
 * the customer's first n matching events*. `day` is the day that is lived: a drip's ending counts from its own on (TIME-3).
 */
export function openTo(
  work: Work<"rewards" | "drips">,
  trigger: Trigger,
  { key, on, customer }: ProgramEvent,
  day: Day,
): Openness {
  const { from, until, withinMonths, firstEvents } = trigger;
  if (from !== null && on < from) return { closed: `it acts from ${from} only` };
  if (until !== null && on > until) return { closed: `it acted until ${until} only` };
  if (withinMonths === null && firstEvents === null) return OPEN;
  if (customer === null) return { closed: "there is no customer" };
  const notes: string[] = [];
  if (withinMonths !== null) {
    const end = addMonths(customer.createdOn.day, withinMonths);
    if (on >= end) return { closed: `the ${withinMonths} months from sign-up ended before ${end}` };
    notes.push(`within ${withinMonths} months of the sign-up on ${customer.createdOn.day}`);
  }
  if (firstEvents !== null) {
    const used = otherEventsUsed(work, trigger.key, customer.key, rewardKey(key, trigger.key), day);
    if (used >= firstEvents) return { closed: `the customer's first ${firstEvents} are used up` };
    notes.push(`number ${used + 1} of the customer's first ${firstEvents}`);
  }
  return { notes };
}
