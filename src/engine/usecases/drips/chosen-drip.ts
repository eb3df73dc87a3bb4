import { isOver } from "../../drips/parts";
import { deriveDrip } from "../../drips/progress";
import { follow } from "../../invoices/derive-touched";
import { madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { keptOfDrip } from "../../sales/kept";
import type { Drip } from "../../tables";

/** What a person's act on a drip reads, that what follows from it can be shown at once. */
export const dripTables = [
  "settings",
  "drips",
  "rewards",
  "partners",
  "customers",
  "transactions",
  "invoices",
  "payouts",
  "activity",
] as const;
type Tables = (typeof dripTables)[number];

export const dripInput = input("Drip", madeKeyField, { required: true });

/** The drip with this key; throws DRIP_UNKNOWN. */
export function chosenDrip(work: Work<"drips">, key: Key): Drip {
  const drip = work.get("drips", key);
  if (!drip) throw new DomainError("DRIP_UNKNOWN");
  return drip;
}

/** The same of one that still has something to make; throws DRIP_ENDED too. */
export function runningDrip(work: Work<"drips">, key: Key): Drip {
  const drip = chosenDrip(work, key);
  if (isOver(drip)) throw new DomainError("DRIP_ENDED");
  return drip;
}

/** Brings a drip's status and progress, and what hangs on its rewards, up to date after an act. */
export function settleDrip(work: Work<Tables>, key: Key): Drip {
  const drip = chosenDrip(work, key);
  deriveDrip(work, drip, keptOfDrip(work, drip));
  const rewards = work.where("rewards", "drip", key).map((reward) => reward.key);
  follow(work, rewards, []);
  return chosenDrip(work, key);
}
