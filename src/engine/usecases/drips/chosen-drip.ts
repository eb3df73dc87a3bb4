import { isOver } from "../../drips/parts";
import { madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Drip } from "../../tables";
import { chosen } from "../shared/chosen";

export const dripInput = input("Drip", madeKeyField, { required: true });

/** The drip with this key, which still has something to make. Throws DRIP_UNKNOWN, DRIP_ENDED. */
export function runningDrip(work: Work<"drips">, key: Key): Drip {
  const drip = chosen(work, "drips", key);
  if (isOver(drip)) throw new DomainError("DRIP_ENDED");
  return drip;
}
