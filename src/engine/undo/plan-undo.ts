import { successorOf } from "../drips/continue-drip";
import { settledOf } from "../drips/skipped";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { isFinal } from "../rewards/final";
import { originOf } from "../rewards/origin";
import type { Traces } from "./read-traces";
import { eventOf, type RowSinceRun, rowsSinceRun } from "./rows-since-run";

/** Why something that the run did stays. */
export const reasons = {
  final: "it is on a final invoice",
  payment: "payments are not undone",
  changed: "it was changed since",
  event: "its event stays processed",
  lines: "lines stay on it",
  drip: "a later part of its drip stays",
  goesOn: "another drip goes on from it",
} as const;
export type Reason = keyof typeof reasons;

export interface UndoPlan {
  readonly standings: readonly RowSinceRun[];
  /** What stays, and why; all else is undone. */
  readonly stays: ReadonlyMap<RowSinceRun, Reason>;
  /** Of drips of which a part stays, the last such part: their counters go back no further. */
  readonly partsStaying: ReadonlyMap<Key, number>;
  /** The invoices that were final before the run: what it did to their payouts was typed by people, and is so. */
  readonly settled: ReadonlySet<Key>;
}

const eventTables = ["transactions", "customers", "actions", "partners"] as const;

/**
 * What undoing a run comes to. A line on an invoice that became final since stays, and so does what hangs on
 * it: its event, what that made beside it, its drip up to that part. What a person has changed since stays
 * unless it is said to go too (UNDO-2, UNDO-4).
 */
export function planUndo(
  work: Work,
  traces: Traces,
  { changedToo }: { readonly changedToo: boolean },
): UndoPlan {
  const standings = rowsSinceRun(work, traces).filter(({ since }) => since !== "gone");
  const at = new Map(standings.map((each) => [`${each.table} ${each.key}`, each]));
  const stays = new Map<RowSinceRun, Reason>();
  const partsStaying = new Map<Key, number>();
  const eventsStaying = new Set<Key>();
  const holding = new Set<Key>();
  const settled = new Set<Key>();
  const stay = (standing: RowSinceRun | undefined, reason: Reason) => {
    if (standing && !stays.has(standing)) stays.set(standing, reason);
  };

  const isUndoneFinal = (key: Key): boolean => {
    const standing = at.get(`invoices ${key}`);
    if (standing?.cells.finalizedOn?.from !== "" || stays.has(standing)) return false;
    if (
      work
        .where("rewards", "invoice", key)
        .some((line) => stays.has(at.get(`rewards ${line.key}`) as RowSinceRun))
    )
      return false;
    return work.where("payouts", "invoice", key).every((payout) => {
      const made = at.get(`payouts ${payout.key}`);
      return made?.made !== undefined && made.since === "as left";
    });
  };
  const hold = () => {
    for (const invoice of work.all("invoices").filter(isFinal)) {
      const wasFinal =
        traces.final.has(invoice.key) && !at.get(`invoices ${invoice.key}`)?.cells.finalizedOn;
      if (wasFinal) settled.add(invoice.key);
      else if (!isUndoneFinal(invoice.key)) holding.add(invoice.key);
    }
  };
  const isHeld = (key: unknown): boolean => holding.has(String(key ?? ""));
  const byInvoice = (standing: RowSinceRun) => {
    const { table, key, cells } = standing;
    if (table === "invoices" && isHeld(key)) stay(standing, "final");
    if (table === "payouts" && isHeld(work.get("payouts", key)?.invoice)) stay(standing, "final");
    if (table === "payouts" && settled.has(work.get("payouts", key)?.invoice ?? "")) {
      stay(standing, "payment");
    }
    if (table !== "rewards") return;
    // A line that was carried is in the final balance of the invoice on which it stood first.
    const line = work.get("rewards", key);
    if ([line?.invoice, line?.firstInvoice, cells.invoice?.from].some(isHeld))
      stay(standing, "final");
  };
  const byHanging = (standing: RowSinceRun) => {
    const { table, key, made, cells } = standing;
    if (stays.has(standing) && cells.judged) eventsStaying.add(key);
    if (stays.get(standing) === "changed" && table === "drips" && made === undefined) {
      const drip = work.get("drips", key);
      partsStaying.set(key, drip ? settledOf(drip) : Number.POSITIVE_INFINITY);
    }
    if (made === undefined || (table !== "rewards" && table !== "drips")) return;
    if (table === "drips" && successorOf(work, key) !== undefined) stay(standing, "goesOn");
    const record = work.get(table, key);
    if (!record) return;
    const event = eventOf(standing, record.trigger);
    if (event !== undefined && eventsStaying.has(event)) stay(standing, "event");
    const reward = table === "rewards" ? work.get("rewards", key) : undefined;
    const from = reward && originOf(reward);
    const part = from?.source === "drip" ? from : undefined;
    if (part && part.occurrence <= (partsStaying.get(part.drip) ?? 0)) stay(standing, "drip");
    if (!stays.has(standing)) return;
    if (event !== undefined) {
      eventsStaying.add(event);
      const row = eventTables.find((name) => work.has(name, event));
      stay(at.get(row ? `${row} ${event}` : `partners ${record.partner}`), "event");
    }
    if (part) {
      partsStaying.set(part.drip, Math.max(part.occurrence, partsStaying.get(part.drip) ?? 0));
      const drip = at.get(`drips ${part.drip}`);
      if (drip?.made !== undefined) stay(drip, "drip");
    }
  };

  for (let before = -1; before !== stays.size + holding.size + eventsStaying.size; ) {
    before = stays.size + holding.size + eventsStaying.size;
    hold();
    standings.forEach(byInvoice);
    if (!changedToo)
      for (const each of standings) if (each.since === "changed") stay(each, "changed");
    standings.forEach(byHanging);
  }
  for (const standing of standings) {
    if (
      standing.table === "invoices" &&
      standing.made !== undefined &&
      hasLinesLeft(work, at, stays, standing.key)
    )
      stay(standing, "lines");
  }
  return { standings, stays, partsStaying, settled };
}

/** Whether a line will stand on an invoice after the undo: one that stays, or one that a person put there. */
function hasLinesLeft(
  work: Work,
  at: ReadonlyMap<string, RowSinceRun>,
  stays: ReadonlyMap<RowSinceRun, Reason>,
  invoice: Key,
): boolean {
  return work.where("rewards", "invoice", invoice).some(({ key }) => {
    const line = at.get(`rewards ${key}`);
    if (!line || stays.has(line)) return true;
    return line.made === undefined && (line.cells.invoice?.from ?? invoice) === invoice;
  });
}
