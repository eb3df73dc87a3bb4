import type { Day } from "../kernel/day";
import { occurrenceKey } from "../kernel/keys";
import type { Work } from "../program/work";
import { describePart } from "../rewards/about";
import { grantReward } from "../rewards/grant";
import { limitAmount } from "../rewards/limits";
import {
  fullRefundDay,
  judgedAmountOf,
  netOfRefunds,
  type Refund,
  refundsIn,
} from "../sales/net-of-refunds";
import { type Drip, type Reward, tables } from "../tables";
import { explainOccurrence } from "./explain-occurrence";
import { dueDate, occurrenceAmount } from "./occurrences";
import { emptyPartsOf, listParts, settledOf, skippedOf } from "./skipped";
import { termsOfPart } from "./terms-of-part";

type Tables = "drips" | "rewards" | "partners" | "customers" | "transactions";

/**
 * The next occurrence that the drip makes, and its day; undefined where none is left, it is paused by then, or its
 * partner's or customer's row is gone.
 */
export function nextPart(
  work: Work<"partners" | "customers">,
  drip: Drip,
): { readonly k: number; readonly due: Day } | undefined {
  const k = settledOf(drip) + 1;
  if (k > drip.occurrences || orphanedBy(work, drip)) return undefined;
  const due = dueDate(drip, k);
  if (drip.endsOn !== null && due > drip.endsOn) return undefined;
  // What fell due before a pause stands; from that day on nothing is made (DRIP-31).
  return drip.pausedOn !== null && due >= drip.pausedOn ? undefined : { k, due };
}

/** Reports a drip that has something to make for a partner or customer whose row is gone. */
export function reportOrphan(work: Work<"partners" | "customers">, drip: Drip): void {
  const gone = settledOf(drip) < drip.occurrences ? orphanedBy(work, drip) : undefined;
  if (!gone) return;
  const at = { table: "Drips", row: drip.key, column: tables.drips.columns[gone].header };
  work.report({ code: "REFERENCE_UNKNOWN", at, message: orphaned(drip, gone) });
}

/** Whose row is gone, so that the drip makes nothing meanwhile: the partner's, or the customer's. */
export function orphanedBy(
  work: Work<"partners" | "customers">,
  { partner, customer }: Drip,
): "partner" | "customer" | undefined {
  if (!work.get("partners", partner)) return "partner";
  return customer !== null && !work.has("customers", customer) ? "customer" : undefined;
}

/** Why such a drip makes nothing; the health check says the same. */
export const orphaned = (drip: Drip, gone: "partner" | "customer"): string =>
  `There is no usable ${gone} “${drip[gone]}”, so no rewards are made, and nothing is lost. Fix the ${gone}'s row and the drip catches up.`;

/** What the customer kept of the base, before the day of a full refund where there was one; null for a flat drip. */
function netThen(work: Work<Tables>, drip: Drip): number | null {
  const { base, transaction } = drip;
  if (base === null || transaction === null) return base;
  // The sale's row may be gone or unreadable: what was counted of its refunds stands.
  const sale = work.get("transactions", transaction);
  const refunds = refundsIn(work, transaction, drip.currency);
  const [sold, soldOn] = sale ? [judgedAmountOf(sale), sale.date.day] : [base, drip.eventDate];
  const full = fullRefundDay(sold, soldOn, refunds);
  if (!full) return netOfRefunds(base, refunds);
  // A refund dated before its sale counts at the sale's date (TIME-1d).
  const isBefore = ({ date }: Refund) => date < full && soldOn < full;
  return netOfRefunds(base, refunds.filter(isBefore));
}

/**
 * Makes the next occurrence of a drip, earned on its due date and never twice: its key is `drip#k`. One due by the day
 * of a full refund is made at what was kept before that day; one that only refunds bring to 0.00 is a row of 0.00, so
 * that both can come back (TIME-5). The reward is undefined where none was made: it was before, is forfeited, or is
 * settled at zero.
 */
export function releasePart(
  work: Work<Tables>,
  drip: Drip,
  { k, due }: { readonly k: number; readonly due: Day },
  run: string,
): Reward | undefined {
  const { key } = drip;
  const rewardKey = occurrenceKey(key, k);
  // A reward beyond the counter is a run that was cut off: only the counter follows (SHEET-29). So is a part
  // that came to zero before its counter was cleared: room freed since is not for it (LIMIT-9).
  const isForfeited = skippedOf(drip).has(k);
  if (isForfeited || emptyPartsOf(drip).has(k) || work.has("rewards", rewardKey)) {
    work.update("drips", key, { settled: k });
    return undefined;
  }
  const net = netThen(work, drip);
  const full = occurrenceAmount(drip, k, net);
  const limit = (amount: number) =>
    limitAmount(work, {
      amount,
      currency: drip.currency,
      partner: drip.partner,
      customer: drip.customer,
      trigger: drip.trigger,
      earnedOn: due,
      limits: drip,
    });
  const limited = limit(full);
  const isRefunded = limited.amount === 0 && limit(occurrenceAmount(drip, k)).amount !== 0;
  const reward = grantReward(work, {
    key: rewardKey,
    partner: drip.partner,
    customer: drip.customer,
    transaction: drip.transaction,
    description: describePart(drip.description ?? "Drip", { k, n: drip.occurrences }),
    amount: limited.amount,
    currency: drip.currency,
    earnedOn: due,
    from: {
      source: "drip",
      drip: key,
      occurrence: k,
      trigger: drip.trigger,
      triggerVersion: drip.triggerVersion,
    },
    terms: termsOfPart(drip, k, limited.room),
    why: explainOccurrence(drip, { k, due, net, full, note: limited.note }),
    run,
    hold: [...(drip.heldReason ?? []), ...limited.held],
    isZeroKept: isRefunded,
  });
  const empty = reward ? drip.emptyParts : listParts([...emptyPartsOf(drip), k]);
  work.update("drips", key, { settled: k, emptyParts: empty });
  return reward;
}
