import type { Day } from "../kernel/day";
import { type Key, occurrenceKey } from "../kernel/keys";
import type { Work } from "../program/work";
import { grantReward } from "../rewards/grant";
import { limitAmount } from "../rewards/limits";
import { keptOfDrip } from "../sales/kept";
import { type Drip, tables } from "../tables";
import { explainOccurrence } from "./explain-occurrence";
import { printReasons } from "./made-held";
import { dueDate, occurrenceAmount } from "./occurrences";
import { lastToMake } from "./parts";
import { emptyPartsOf, listParts, skippedOf } from "./skipped";
import { termsOfPart } from "./terms-of-part";

interface DuePart {
  readonly drip: Key;
  readonly k: number;
  readonly due: Day;
}
export interface Released {
  readonly made: number;
  readonly more: boolean;
}
type Tables = "drips" | "rewards" | "partners" | "customers" | "transactions";
interface ReleaseOptions {
  readonly atMost?: number;
  readonly only?: Key;
  readonly among?: (drip: Drip) => boolean;
}

/**
 * Makes the reward of every occurrence due on or before the day, oldest first, each earned on its due date
 * and never twice: its key is `drip#k` (product.md §4). At most `atMost`, the rest being `more`.
 */
export function releaseDrips(
  work: Work<Tables>,
  today: Day,
  run: string,
  { atMost = Number.POSITIVE_INFINITY, only, among = () => true }: ReleaseOptions = {},
): Released {
  const drips =
    only === undefined ? work.all("drips").filter(among) : work.where("drips", "key", only);
  const parts = drips.flatMap((drip) => duePartsOf(work, drip, today));
  parts.sort(inOrder);
  let made = 0;
  for (const part of parts.slice(0, atMost)) if (release(work, part, run)) made++;
  return { made, more: parts.length > atMost };
}

function duePartsOf(work: Work<Tables>, drip: Drip, today: Day): readonly DuePart[] {
  if (drip.issued >= drip.occurrences) return [];
  const gone = orphanedBy(work, drip);
  if (gone) {
    const at = { table: "Drips", row: drip.key, column: tables.drips.columns[gone].header };
    work.report({ code: "REFERENCE_UNKNOWN", at, message: orphaned(drip, gone) });
    return [];
  }
  const last = lastToMake(drip);
  const parts: DuePart[] = [];
  for (let k = drip.issued + 1; k <= last; k++) {
    const due = dueDate(drip, k);
    // What fell due before a pause stands; from that day on nothing is made (product.md §4).
    if (due > today || (drip.pausedOn !== null && due >= drip.pausedOn)) break;
    parts.push({ drip: drip.key, k, due });
  }
  return parts;
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
  `There is no usable ${gone} “${drip[gone]}”, so nothing is made and nothing is lost. Put the ${gone}'s row right.`;

const inOrder = (a: DuePart, b: DuePart): number => {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  if (a.drip !== b.drip) return a.drip < b.drip ? -1 : 1;
  return a.k - b.k;
};

function release(work: Work<Tables>, { drip: key, k, due }: DuePart, run: string): boolean {
  const drip = work.get("drips", key) as Drip;
  const rewardKey = occurrenceKey(key, k);
  // A reward beyond the counter is a run that was cut off: only the counter follows (product.md §2).
  if (skippedOf(drip).has(k) || work.has("rewards", rewardKey)) {
    work.update("drips", key, { issued: k });
    return false;
  }
  const kept = keptOfDrip(work, drip);
  const full = occurrenceAmount(drip, k, kept);
  const limited = limitAmount(work, {
    amount: full,
    currency: drip.currency,
    partner: drip.partner,
    customer: drip.customer,
    trigger: drip.trigger,
    earnedOn: due,
    limits: drip,
  });
  const reward = grantReward(work, {
    key: rewardKey,
    partner: drip.partner,
    customer: drip.customer,
    transaction: drip.transaction,
    description: `${drip.description ?? "Drip"} (${k} of ${drip.occurrences})`,
    amount: limited.amount,
    currency: drip.currency,
    earnedOn: due,
    source: "drip",
    trigger: drip.trigger,
    triggerVersion: drip.triggerVersion,
    drip: key,
    occurrence: k,
    terms: termsOfPart(drip, k, limited.room),
    why: explainOccurrence(drip, { k, due, kept, full, note: limited.note }),
    run,
    heldReason: printReasons([drip.heldReason, limited.held]),
  });
  const empty = reward ? drip.emptyParts : listParts([...emptyPartsOf(drip), k]);
  work.update("drips", key, { issued: k, emptyParts: empty });
  return reward !== undefined;
}
