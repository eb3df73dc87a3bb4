import { monthOf, part, percentOf } from "./numbers";
import { kept, net } from "./refunds";
import { type Model, mains, type Reward, saleOf, type Trigger } from "./state";

type ToPrice = Pick<Reward, "terms" | "k" | "room">;
type ToLimit = Pick<Reward, "key" | "partner" | "customer" | "currency" | "earned">;

/** Whether a reward can't be held to its trigger's caps, which are in another currency. */
export const isInOtherCurrency = ({ caps, capCurrency }: Trigger, currency: string): boolean =>
  caps !== null && currency !== capCurrency;

/** What the caps by customer and by partner and month leave for a reward, itself not counted; null without such caps. */
export function roomFor(m: Model, trigger: Trigger, reward: ToLimit): number | null {
  const { caps } = trigger;
  if (caps === null || isInOtherCurrency(trigger, reward.currency)) return null;
  const others = mains(m).filter(
    (each) =>
      each.trigger === trigger.key && each.key !== reward.key && each.currency === reward.currency,
  );
  const used = (among: (each: Reward) => boolean) =>
    others.filter(among).reduce((sum, each) => sum + net(m, each), 0);
  const left: number[] = [];
  if (caps.customer !== null && reward.customer !== null) {
    left.push(caps.customer - used(({ customer }) => customer === reward.customer));
  }
  if (caps.month !== null) {
    const month = monthOf(reward.earned);
    left.push(
      caps.month -
        used((each) => each.partner === reward.partner && monthOf(each.earned) === month),
    );
  }
  return left.length === 0 ? null : Math.max(0, ...[Math.min(...left)]);
}

/** The frozen terms on an amount: percent, rounded; split; then the caps (TARGET-1). */
export function price(m: Model, { terms, k, room }: ToPrice, amount: number): number {
  if (terms === null) return 0;
  const { even } = m.settings;
  const whole = terms.flat ?? percentOf(amount, terms.percent ?? "0", even);
  const own = terms.split ? part(whole, k, terms.parts, even) : whole;
  return Math.min(own, terms.most ?? own, room ?? own);
}

/** What a reward's terms come to on what the customer kept; 0 where all was refunded. */
export function calculated(m: Model, reward: Reward): number {
  if (reward.source === "manual") return reward.made;
  const sale = saleOf(m, reward.sale);
  if (!sale) return price(m, reward, 0);
  const left = kept(m, sale);
  return left === 0 && sale.judgedAmount !== 0 ? 0 : price(m, reward, left);
}

/** The calculated amount or the one that a person typed; the one nearer to 0 where calculated came nearer since (TARGET-1a). */
export function target(m: Model, reward: Reward): number {
  const now = calculated(m, reward);
  const { typed } = reward;
  if (typed === null) return now;
  if (Math.abs(now) >= Math.abs(reward.calculatedThen)) return typed;
  return Math.abs(typed) < Math.abs(now) ? typed : now;
}

/** What the net shall be for a target, with what persons let stand (TARGET-3a, TARGET-3b). */
export const withLetStand = ({ stand }: Reward, wanted: number): number =>
  stand.reduce((now, { declined, stood }) => {
    const [low, high] = declined < stood ? [declined, stood] : [stood, declined];
    if (now >= low && now <= high) return stood;
    return now < low === declined < stood ? now + stood - declined : now;
  }, wanted);
