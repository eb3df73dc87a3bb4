import { progressOf } from "../drips/progress";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { isFinal } from "../rewards/final";
import type { Reward } from "../tables";
import { deriveEstimates, deriveInvoice } from "./derive";

type Tables = "settings" | "invoices" | "payouts" | "rewards" | "drips";

/**
 * Brings what is calculated from other rows up to date after a person's act on some of them: the invoices on which
 * touched rewards stood and stand, their drips, and when they are expected to be paid (PAYOUT-2, INVOICE-21).
 */
export function deriveTouched(work: Work<Tables>): void {
  const keys = work.touched("rewards");
  const rewards = keys.flatMap((key) => work.get("rewards", key) ?? []);
  const invoices = new Set([
    ...work.touched("invoices"),
    ...keys.flatMap((key) => movedOn(work, key)),
    ...work.touched("payouts").flatMap((key) => work.get("payouts", key)?.invoice ?? []),
  ]);
  for (const key of invoices) deriveInvoice(work, key);
  const drips = rewards.filter((reward) => maySettleDrip(work, reward)).map(({ drip }) => drip);
  for (const key of new Set(drips)) followDrip(work, key);
  deriveEstimates(work, rewards);
}

/** The invoices that a touched reward may have changed: a final one whose line is still there, and still as much, stays as it is. */
function movedOn(work: Work<Tables>, key: Key): readonly Key[] {
  const before = work.program.tables.rewards?.byKey.get(key)?.record;
  const now = work.get("rewards", key);
  const invoice = work.get("invoices", now?.invoice ?? null);
  const isSame = before?.invoice === now?.invoice && before?.amount === now?.amount;
  if (isSame && invoice !== undefined && isFinal(invoice)) return [];
  return [before?.accepted?.invoice, before?.invoice, now?.invoice].flatMap((each) => each ?? []);
}

/**
 * Whether a drip may stand elsewhere by a touched reward: as far as it is paid, declined, or neither. What counted before is what
 * was accepted last, whatever was typed since.
 */
function maySettleDrip(work: Work<Tables>, { key, drip, status, amount }: Reward): boolean {
  const before = work.program.tables.rewards?.byKey.get(key)?.record;
  if (drip === null) return false;
  const was = before?.accepted ?? before;
  const isOpen = (of: Reward["status"]) => of !== "paid" && of !== "declined";
  if (!was || before?.drip !== drip || isOpen(was.status) !== isOpen(status)) return true;
  return !isOpen(status) && (was.status !== status || was.amount !== amount);
}

// Status and what is paid don't depend on refunds, so Transactions need not be read for them.
function followDrip(work: Work<Tables>, key: Key | null): void {
  const drip = work.get("drips", key);
  if (!drip) return;
  const made = work.where("rewards", "drip", drip.key);
  const { status, paidSoFar } = progressOf(drip, made, drip.base);
  if (status !== drip.status || paidSoFar !== drip.paidSoFar) {
    work.update("drips", drip.key, { status, paidSoFar });
  }
}
