import { follow } from "../invoices/derive-touched";
import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import { acceptPayouts } from "./accept-payouts";
import { acceptEdits } from "./accept-rewards";
import { keepFinal } from "./keep-final";

/** The tables that an act reads which takes over what was typed. */
export type TakenOver = "settings" | "rewards" | "invoices" | "payouts" | "drips" | "activity";

/**
 * Takes over what was typed over in rewards, payouts and invoices, as a run does first, before a person acts on them: no act
 * hides an edit, and none pays a second time what a typed status made look open (EDIT-11).
 */
export function takeOver(work: Work<TakenOver>, env: Env): void {
  const invoices = keepFinal(work, env, null);
  const rewards = acceptEdits(work, env, null);
  const payouts = acceptPayouts(work, env, null);
  if (invoices.length + rewards.length + payouts.length === 0) return;
  const lines = payouts.flatMap((key) => work.where("rewards", "payout", key));
  follow(
    work,
    [...rewards, ...lines.map(({ key }) => key)],
    [...invoices, ...payouts.map((key) => work.get("payouts", key)?.invoice ?? null)],
  );
}
