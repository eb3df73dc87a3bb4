import { monthOf } from "../kernel/day";
import { bucket } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Measure, Work } from "../program/work";
import type { Drip, Reward } from "../tables";
import type { HoldReason } from "../tables/packed/hold-reasons";
import type { Note } from "../tables/packed/why";
import type { Settings } from "../tables/setting-definitions";
import { adjustedReward, netAmount, netOf } from "./net";

/** The limits of a trigger, or those a drip froze; minor units of the limits' currency, the program's where it is null (LIMIT-7). */
export type Limits = Pick<
  Drip,
  "limitCurrency" | "limitPerReward" | "limitPerCustomer" | "limitPerMonth"
>;
/** A reward about to be made; minor units. The month is that of the day on which it is earned. */
export type RewardToLimit = Pick<
  Reward,
  "trigger" | "partner" | "customer" | "earnedOn" | "amount" | "currency"
> & { readonly limits: Limits };

// A limit counts each reward at its net, in its own month: a line counts where the reward it corrects does.
const ofCustomer: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: ({ trigger, customer, currency }) =>
    trigger === null || customer === null ? undefined : bucket(trigger, customer, currency),
  amountOf: netAmount,
};

const ofPartnerAndMonth: Measure<"rewards"> = {
  table: "rewards",
  bucketOf: (reward, get) =>
    reward.trigger === null
      ? undefined
      : bucket(
          reward.trigger,
          reward.partner,
          monthOf(adjustedReward(reward, get).earnedOn),
          reward.currency,
        ),
  amountOf: netAmount,
};

/**
 * Cuts an amount to what a trigger's limits leave, per reward, per customer, and per partner and calendar month
 * of earning: what is left is paid. A reward in another currency than its limit is held (LIMIT-10). `room` is the most that
 * they left for it, null without limits; `note` the limit that cut the amount.
 */
export function limitAmount(work: Work<"rewards">, reward: RewardToLimit) {
  const { limits, amount, currency } = reward;
  const held = otherCurrencyReason(work.settings, limits, currency);
  if (held.length > 0) return { amount, room: null, held };
  const tightest = roomsOf(work, reward).reduce<Room | undefined>(
    (least, each) => (least && least.left <= each.left ? least : each),
    undefined,
  );
  if (!tightest) return { amount, room: null, held };
  const { left, limit, per } = tightest;
  if (amount <= left) return { amount, room: left, held };
  return { amount: left, room: left, held, note: { kind: "cap", limit, left, per } as const };
}

const currencyOf = ({ programCurrency }: Pick<Settings, "programCurrency">, limits: Limits) =>
  limits.limitCurrency ?? programCurrency;

/** Whether a reward in this currency is held, since its limits are in another (LIMIT-10). */
export const isInOtherCurrency = (
  settings: Pick<Settings, "programCurrency">,
  limits: Limits,
  currency: Currency,
): boolean => hasLimits(limits) && currency !== currencyOf(settings, limits);

/** Why such a reward is held; nothing where it is not. */
export const otherCurrencyReason = (
  settings: Pick<Settings, "programCurrency">,
  limits: Limits,
  currency: Currency,
): readonly HoldReason[] =>
  isInOtherCurrency(settings, limits, currency)
    ? [{ cause: "limit currency", limit: currencyOf(settings, limits) }]
    : [];

export const hasLimits = ({ limitPerReward, limitPerCustomer, limitPerMonth }: Limits): boolean =>
  [limitPerReward, limitPerCustomer, limitPerMonth].some((limit) => limit !== null);

interface Room {
  readonly left: number;
  readonly limit: number;
  readonly used: number;
  readonly per: Extract<Note, { kind: "cap" }>["per"];
}

function roomsOf(work: Work<"rewards">, reward: RewardToLimit): readonly Room[] {
  const { trigger, partner, customer, earnedOn, currency } = reward;
  const { limitPerReward, limitPerCustomer, limitPerMonth } = reward.limits;
  const rooms: Room[] = [];
  const add = (limit: number, used: number, per: Room["per"]) =>
    rooms.push({ left: Math.max(0, limit - used), limit, used, per });
  if (limitPerReward !== null) add(limitPerReward, 0, "reward");
  if (limitPerCustomer !== null && trigger !== null && customer !== null) {
    const used = work.sum(ofCustomer, bucket(trigger, customer, currency));
    add(limitPerCustomer, used, "customer");
  }
  if (limitPerMonth !== null && trigger !== null) {
    const month = monthOf(earnedOn);
    const used = work.sum(ofPartnerAndMonth, bucket(trigger, partner, month, currency));
    add(limitPerMonth, used, "month");
  }
  return rooms;
}

/**
 * Whether a reward's net is more than what others leave of the limits per customer and per partner and month: those
 * of its drip, else of its trigger as they are now (TARGET-6).
 */
export function isOverLimit(
  work: Work<"settings" | "rewards" | "triggers" | "drips">,
  reward: Reward,
): boolean {
  const limits = work.get("drips", reward.drip) ?? work.get("triggers", reward.trigger);
  if (!limits || isInOtherCurrency(work.settings, limits, reward.currency)) return false;
  const net = netOf(work, reward);
  const isBeyond = ({ limit, used }: Room) => net > Math.max(0, limit - (used - net));
  return roomsOf(work, { ...reward, limits: { ...limits, limitPerReward: null } }).some(isBeyond);
}
