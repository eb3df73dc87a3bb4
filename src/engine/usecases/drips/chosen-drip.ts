import { isOver } from "../../drips/parts";
import { deriveDrip } from "../../drips/progress";
import { takenOver } from "../../edits/typed-over";
import { deriveTouched } from "../../invoices/derive-touched";
import { madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { netOfDripBase } from "../../sales/net-of-refunds";
import type { Drip } from "../../tables";
import { chosen } from "../shared/chosen";

/** What a person's act on a drip reads, that what follows from it can be shown at once. */
export const dripTables = [
  ...takenOver,
  "partners",
  "customers",
  "transactions",
  "triggers",
] as const;
type Tables = (typeof dripTables)[number];

export const dripInput = input("Drip", madeKeyField, { required: true });

/** The drip with this key, which still has something to make. Throws DRIP_UNKNOWN, DRIP_ENDED. */
export function runningDrip(work: Work<"drips">, key: Key): Drip {
  const drip = chosen(work, "drips", key);
  if (isOver(drip)) throw new DomainError("DRIP_ENDED");
  return drip;
}

/** Brings a drip's status and progress, and what hangs on its rewards, up to date after an act. */
export function settleDrip(work: Work<Tables>, key: Key): void {
  const drip = chosen(work, "drips", key);
  deriveDrip(work, drip, netOfDripBase(work, drip));
  deriveTouched(work);
}
