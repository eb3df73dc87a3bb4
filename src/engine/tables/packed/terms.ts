import { exponentOf, parseScaled, partOf, percentOf, scale } from "../../kernel/money";
import { roundings } from "../../kernel/vocabulary";
import { packed } from "./packed";
import { integer, optional, percent, record, type Shaped, union, word } from "./shape";

const terms = union("kind", {
  /** As it was made, within what limits left then. */
  flat: { amount: integer },
  percent: {
    percent,
    /** The sale's amount when it was judged, before any refund. */
    base: integer,
    /** What the percent is of, where that is another column of the sale; refunds lower it in proportion (TRIG-12a). */
    of: optional(integer),
    rounding: word(roundings),
    /** The most that limits left for this reward when it was made; null without limits. */
    room: optional(integer),
    /** For a split total: which part of how many. */
    part: optional(record({ k: integer, n: integer })),
  },
});
/** The frozen terms of a reward; amounts in minor units of its currency (TARGET-1). */
export type RewardTerms = Shaped<typeof terms>;
type PercentTerms = Extract<RewardTerms, { readonly kind: "percent" }>;

/** Before version 1: "20 % of 1200.00; half away from zero; at most 150.00; part 3 of 12", in the reward's currency. */
export const termsField = packed(1, terms, (text, { currency }) => {
  const [, rate = "", of = "", rounding, , most, , k, n] = EARLIER.exec(text) ?? [];
  const percent = parseScaled(rate, 4);
  const base = parseScaled(of, exponentOf(currency));
  if (!percent.ok || !base.ok) return undefined;
  const room = most === undefined ? undefined : parseScaled(most, exponentOf(currency));
  return {
    kind: "percent",
    percent: percent.value,
    base: base.value,
    of: null,
    rounding,
    room: room?.ok ? room.value : null,
    part: k === undefined ? null : { k: Number(k), n: Number(n) },
  };
});
const EARLIER = /^(\S+) % of (\S+); ([a-z ]+?)(; at most (\S+))?(; part (\d+) of (\d+))?$/;

/** What a percent is of where so much of the sale was kept: that, or another column's amount in proportion. Minor units. */
export const percentedOf = (
  { of, base, rounding }: Pick<PercentTerms, "of" | "rounding"> & { readonly base: number | null },
  kept: number,
): number => (of === null ? kept : base ? scale(of, kept, base, rounding) : of);

/**
 * What the reward comes to where the customer kept so much of the sale: percent, round, split, then limit; a flat
 * amount stays (TARGET-1). Minor units.
 */
export function amountByTerms(terms: RewardTerms, kept: number): number {
  if (terms.kind === "flat") return terms.amount;
  const { percent, rounding, room, part } = terms;
  const whole = percentOf(percentedOf(terms, kept), percent, rounding);
  const amount = part ? partOf(whole, part.k, part.n, rounding) : whole;
  return room === null ? amount : Math.min(amount, room);
}
