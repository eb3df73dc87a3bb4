import { type Event, fact, holds, isGone } from "./facts";
import { addEnd, isFilled } from "./first-events";
import { addDays, addMonths } from "./numbers";
import { isInOtherCurrency, price, roomFor } from "./prices";
import { addReward, hold } from "./settle";
import {
  type Drip,
  type Model,
  type Reward,
  type Row,
  saleOf,
  type Terms,
  type Trigger,
} from "./state";

export const GROUPS = "partner joined or changed group";

/**
 * Judges one event by the active triggers in their order; a move is an event of its own, judged right after, and a
 * partner moves once (TRIG rules of sets, first n and months among them).
 */
export function judge(m: Model, event: Event, moved: Set<string> = new Set()): void {
  const sets = new Set<string>();
  const later: Event[] = [];
  // Only these events judge a group: a typed one stays an event of its own, whatever is judged before (TIME-1e).
  if (event.kind === GROUPS) event.partner.groupJudged = event.partner.group;
  const listening = [...m.triggers.values()]
    .filter((each) => each.event === event.kind && (each.state ?? "active") === "active")
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.key < b.key ? -1 : 1));
  for (const trigger of listening) {
    if (trigger.set !== undefined && sets.has(trigger.set)) continue;
    if (!matches(m, trigger, event)) continue;
    if (trigger.set !== undefined) sets.add(trigger.set);
    const next = act(m, trigger, event, moved);
    if (next) later.push(next);
  }
  for (const next of later) judge(m, next, moved);
}

function matches(m: Model, trigger: Trigger, event: Event): boolean {
  const { from, until, within_months: within, first_events: most, rules } = trigger;
  const { date, customer } = event;
  if ((from !== undefined && date < from) || (until !== undefined && date > until)) return false;
  if ((within !== undefined || most !== undefined) && !customer) return false;
  if (within !== undefined && customer && date >= addMonths(customer.date, within)) return false;
  const whose = { customer: customer?.key ?? null, partner: event.partner.key, event: event.id };
  if (isFilled(m, trigger, whose, m.day)) return false;
  return rules === undefined || holds(rules, (name) => fact(m, event, name));
}

/** Lets a trigger act; the event that a move makes, if it does. */
function act(m: Model, trigger: Trigger, event: Event, moved: Set<string>): Event | undefined {
  const { partner, customer } = event;
  switch (trigger.action.do) {
    case "grant a reward":
      grant(m, trigger, event);
      return undefined;
    case "start a drip":
      startDrip(m, trigger, event);
      return undefined;
    case "end the customer's drips":
      for (const drip of m.drips.values()) {
        if (customer === undefined || drip.customer !== customer.key) continue;
        addEnd(drip, { on: event.date, cause: `trigger ${trigger.key}` });
      }
      return undefined;
    case "move the partner to a group": {
      const group = trigger.action.group ?? "";
      if (partner.group === group || moved.has(partner.key)) return undefined;
      moved.add(partner.key);
      partner.group = group;
      partner.groupJudged = group;
      const id = `${partner.key}@${event.id}`;
      return { kind: GROUPS, id, date: event.date, row: undefined, customer: undefined, partner };
    }
  }
}

function termsOf({ action, caps }: Trigger): Terms {
  return {
    flat: action.percent === undefined ? Number(action.amount) : null,
    percent: action.percent ?? null,
    split: action.split === true,
    parts: action.occurrences ?? 1,
    delay: action.delay ?? [0, "months"],
    cycle: action.cycle ?? [0, "months"],
    most: caps?.reward ?? null,
  };
}

const isLate = (m: Model, date: string): boolean => date < addDays(m.lateMark, -m.settings.late);

/** What a reward and a drip have alike: whose they are, and in which currency. */
function causeOf(m: Model, trigger: Trigger, { id, row, partner, customer }: Event) {
  const sale = row?.tab === "transactions" ? row : undefined;
  const flat = trigger.action.currency ?? m.settings.currency;
  return {
    event: id,
    trigger: trigger.key,
    sale: sale?.key ?? null,
    partner: partner.key,
    customer: customer?.key ?? null,
    currency: sale && trigger.action.percent !== undefined ? sale.currency : flat,
  };
}

/** A sale is judged at its own amount (TIME-5). A zero amount makes no row. */
function grant(m: Model, trigger: Trigger, event: Event): void {
  const cause = causeOf(m, trigger, event);
  const key = `${event.id}/${trigger.key}`;
  if (m.rewards.has(key)) return;
  const made = make(m, trigger, termsOf(trigger), saleOf(m, cause.sale)?.judgedAmount ?? 0, {
    ...cause,
    key,
    source: "trigger",
    earned: event.date,
  });
  if (made.amount === 0) m.rewards.delete(key);
  else if (isLate(m, event.date)) hold(made, "late event");
}

function startDrip(m: Model, trigger: Trigger, event: Event): void {
  const key = `${event.id}/${trigger.key}`;
  if (m.drips.has(key)) return;
  const drip: Drip = {
    ...causeOf(m, trigger, event),
    key,
    terms: termsOf(trigger),
    date: event.date,
    late: isLate(m, event.date),
    made: new Map(),
    ends: [],
    revived: false,
  };
  m.drips.set(key, drip);
}

type Made = Pick<Reward, "key" | "source" | "partner" | "customer" | "currency" | "earned"> &
  Partial<Reward>;
/** Makes a reward of what its terms come to on an amount, within the room that limits leave now. */
export function make(m: Model, trigger: Trigger, terms: Terms, on: number, given: Made): Reward {
  const isOther = isInOtherCurrency(trigger, given.currency);
  const room = roomFor(m, trigger, given);
  const own = isOther ? { ...terms, most: null } : terms;
  const reward = addReward(m, { ...given, terms: own, room });
  reward.made = price(m, reward, on);
  reward.amount = reward.made;
  if (isOther) hold(reward, `limit is in ${trigger.capCurrency}`);
  return reward;
}

/** A change of group that a person typed, noticed on the run's own day (TIME-1e); an archived partner's earns nothing. */
export function judgeTypedGroup(m: Model, partner: Row, day: string): void {
  const id = `${partner.key}@${day} ${partner.group}`.trim();
  if (isGone(partner, day)) {
    partner.groupJudged = partner.group;
    return;
  }
  judge(m, { kind: GROUPS, id, date: day, row: undefined, customer: undefined, partner });
}
