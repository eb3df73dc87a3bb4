import type { LetStand, TypedAmount } from "../tables/packed/decisions";
import { amountByTerms, type RewardTerms } from "../tables/packed/terms";

/** A reward's sale now; minor units of the sale's currency. */
export interface SaleNow {
  /** Its amount when it was judged. */
  readonly sold: number;
  /** What came back of it, at most all. */
  readonly refunded: number;
}

/** The amount that frozen terms come to on what was kept; 0 where all came back (TARGET-1). Without a sale, as made. */
export function calculatedBy(terms: RewardTerms, sale: SaleNow | null): number {
  if (sale === null) return amountByTerms(terms, terms.kind === "percent" ? terms.base : 0);
  return isAllRefunded(sale) ? 0 : amountByTerms(terms, sale.sold - sale.refunded);
}

export const isAllRefunded = ({ sold, refunded }: SaleNow): boolean => sold > 0 && refunded >= sold;

/**
 * What a reward should come to, before what persons let stand: the calculated amount, or the one that a person
 * typed; where the calculated one has come nearer to 0 since, the one of both that is nearer to 0 (TARGET-1a).
 */
export function targetOf(calculated: number, typed: TypedAmount | null): number {
  if (typed === null) return calculated;
  const isNearer = Math.abs(calculated) < Math.abs(typed.calculated);
  return isNearer && Math.abs(calculated) <= Math.abs(typed.amount) ? calculated : typed.amount;
}

/**
 * What a reward's net should be for a target, once the differences that persons let stand are taken in, in their
 * order: a target between what stood and what was declined counts as what stood, one beyond the declined one is
 * moved by the difference, any other is as it is (TARGET-3a, TARGET-3b).
 */
export const withDecisions = (target: number, letStand: readonly LetStand[] | null): number =>
  (letStand ?? []).reduce((goal, { declined, stood }) => {
    const [low, high] = declined < stood ? [declined, stood] : [stood, declined];
    if (goal >= low && goal <= high) return stood;
    const isBeyond = goal < low === declined < stood;
    return isBeyond ? goal + stood - declined : goal;
  }, target);
