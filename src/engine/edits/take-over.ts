import { deriveTouched } from "../invoices/derive-touched";
import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import { acceptPayouts } from "./accept-payouts";
import { acceptEdits } from "./accept-rewards";
import { keepFinal } from "./keep-final";

/** What an act reads that takes over what was typed, and logs itself. */
export const takenOver = [
  "settings",
  "rewards",
  "invoices",
  "payouts",
  "drips",
  "activity",
] as const;
export type TakenOver = (typeof takenOver)[number];

/**
 * Takes over what was typed over in rewards, payouts and invoices, as a run does first, before a person acts on them: no act
 * hides an edit, and none pays a second time what a typed status made look open (EDIT-11).
 */
export function takeOver(work: Work<TakenOver>, env: Env): void {
  keepFinal(work, env, null);
  acceptEdits(work, env, null);
  acceptPayouts(work, env, null);
  deriveTouched(work);
}
