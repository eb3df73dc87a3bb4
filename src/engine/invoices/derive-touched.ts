import { progressOf } from "../drips/progress";
import type { Key } from "../kernel/keys";
import type { Work } from "../program/work";
import { deriveEstimates, deriveInvoice } from "./derive";

type Tables = "settings" | "invoices" | "payouts" | "rewards" | "drips";

/**
 * Brings what is calculated from other rows up to date after a person's act on some of them: the invoices on which
 * touched rewards stood and stand, their drips, and when they are expected to be paid (PAYOUT-2, INVOICE-21).
 */
export function deriveTouched(work: Work<Tables>): void {
  const keys = work.touched("rewards");
  const rewards = keys.flatMap((key) => work.get("rewards", key) ?? []);
  const stood = keys.map((key) => work.program.tables.rewards?.byKey.get(key)?.record?.invoice);
  const invoices = new Set([
    ...work.touched("invoices"),
    ...[...stood, ...rewards.map(({ invoice }) => invoice)].flatMap((key) => key ?? []),
    ...work.touched("payouts").flatMap((key) => work.get("payouts", key)?.invoice ?? []),
  ]);
  for (const key of invoices) deriveInvoice(work, key);
  for (const key of new Set(rewards.map(({ drip }) => drip))) followDrip(work, key);
  deriveEstimates(work, rewards);
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
