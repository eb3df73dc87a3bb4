import { tableOfEvent } from "../../judging/events";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import type { Sentence } from "../../kernel/message";
import { refuseInput } from "../../kernel/refuse-input";
import { type EventKind, eventKinds } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { dripReads } from "../../timeline/life";

type Tables = "transactions" | "customers" | "actions" | "partners";

export const eventInput = input("Row", keyField, {
  required: true,
  hint: "The key of a transaction, customer, action or partner.",
});
/** What judging a row again needs to read. */
export const trialReads = [...dripReads, "actions"] as const;

/** The kind of event that the row with this key is. Throws INPUT_INVALID where there is no such row. */
export function kindOfEvent(work: Work<Tables>, key: Key, field: string): EventKind {
  const order = [...eventKinds].reverse();
  return (
    order.find((kind) => kind !== "partner joined or changed group" && has(work, kind, key)) ??
    order.find((kind) => has(work, kind, key)) ??
    refuseInput(field, `There is no usable row with the key “${key}”.`)
  );
}

const has = (work: Work<Tables>, kind: EventKind, key: Key): boolean =>
  work.get(tableOfEvent[kind], key) !== undefined;

/** What the row itself says that came of it, or that it waits for. */
export function outcomeOf(work: Work<Tables>, kind: EventKind, key: Key): Sentence {
  const row = work.get(tableOfEvent[kind], key);
  const outcome = row && "outcome" in row ? (row.judgedAs?.outcome ?? row.outcome) : null;
  if (outcome !== null && outcome !== undefined) return outcome;
  return row?.judged ? "judged" : "not processed yet: the next run does that";
}
