import { addMonths } from "../kernel/day";
import { firstDripKey, type Key } from "../kernel/keys";
import type { Measure, Work } from "../program/work";
import { stands } from "../rewards/grant";
import type { ProgramEvent } from "../rules/program-event";
import type { Reward, Trigger } from "../tables";

const bucket = (...parts: readonly string[]): string => parts.join("\u0001");

/** Events of a customer for which a trigger's reward stands; one reversed in full no longer does. */
const standingEvents: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: ({ trigger, customer, source }) =>
    trigger === null || customer === null || (source !== "trigger" && source !== "adjustment")
      ? undefined
      : bucket(trigger, customer),
  amountOf: (reward, get) => {
    if (reward.source === "trigger") return stands(reward) ? 1 : 0;
    const original = get(reward.adjusts);
    return original?.source === "trigger" && reverses(reward, original) ? -1 : 0;
  },
};
const reverses = (adjustment: Reward, original: Reward): boolean =>
  stands(adjustment) && adjustment.status !== "held" && adjustment.amount <= -original.amount;

function eventsUsed(work: Work<"rewards" | "drips">, trigger: Trigger, customer: Key): number {
  if (trigger.action !== "start a drip") {
    return work.sum(standingEvents, bucket(trigger.key, customer));
  }
  const standing = work
    .where("drips", "customer", customer)
    .filter(
      (drip) =>
        drip.trigger === trigger.key &&
        (drip.endsOn === null || work.where("rewards", "drip", drip.key).some(stands)),
    );
  return new Set(standing.map(({ key }) => firstDripKey(key))).size;
}

/** A trigger's being open to an event, with what to say of it; or what closes it. */
export type Openness = { readonly notes: readonly string[] } | { readonly closed: string };
const OPEN: Openness = { notes: [] };

/**
 * Whether a trigger is open to an event, its rules apart: its dates, *only within n months of sign-up*, *only
 * the customer's first n matching events* (product.md §3).
 */
export function openTo(
  work: Work<"rewards" | "drips">,
  trigger: Trigger,
  { on, customer }: ProgramEvent,
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
    const used = eventsUsed(work, trigger, customer.key);
    if (used >= firstEvents) return { closed: `the customer's first ${firstEvents} are used up` };
    notes.push(`number ${used + 1} of the customer's first ${firstEvents}`);
  }
  return { notes };
}
