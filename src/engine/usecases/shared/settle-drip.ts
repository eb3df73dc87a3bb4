import { deriveDrip } from "../../drips/progress";
import { deriveTouched } from "../../invoices/derive-touched";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { dripReads } from "../../timeline/life";

/** What a person's act on a drip reads, that what follows from it can be shown at once. */
export const dripTables = [...dripReads, "payouts", "activity"] as const;
export type DripActTables = (typeof dripTables)[number];
/** What such acts have in common: what they take over first, what of it may wait, and what they read. */
export const dripAct = { edits: "take over", leaves: ["payouts"], reads: dripTables } as const;

/** Brings a drip's status and progress, and what hangs on its rewards, up to date after an act. */
export function settleDrip(work: Work<DripActTables>, key: Key): void {
  deriveDrip(work, key);
  deriveTouched(work);
}
