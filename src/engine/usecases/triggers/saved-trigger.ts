import { isOver } from "../../drips/parts";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { sortBy } from "../../kernel/order";
import { DomainError } from "../../kernel/problem";
import { latest } from "../../program/reads";
import type { Work } from "../../program/work";
import type { Catalogue } from "../../rules/facts";
import type { Trigger } from "../../tables";
import { checkTrigger, type SoundTrigger } from "../../triggers/check-trigger";
import { inOrder } from "../../triggers/compile-triggers";
import { overlapsOf } from "../../triggers/overlap";

/** The tabs of which rules may ask for columns of the team's own: their rows say nothing of whether a rule is sound. */
export const ownColumns = [
  latest("partners"),
  latest("customers"),
  latest("transactions"),
  latest("actions"),
] as const;

/** What an act on a trigger reads, with what it would pay beside. */
export const triggerReads = [
  "settings",
  "triggers",
  "drips",
  "partners",
  "customers",
  "transactions",
  "actions",
  "activity",
] as const;

/** The trigger with this key. Throws TRIGGER_UNKNOWN, or TRIGGER_UNREADABLE where a cell of it is faulty. */
export function savedTrigger(work: Work<"triggers">, key: Key): Trigger {
  const trigger = work.get("triggers", key);
  if (trigger) return trigger;
  const row = work.program.tables.triggers?.byKey.get(key);
  if (!row) throw new DomainError("TRIGGER_UNKNOWN");
  throw new DomainError("TRIGGER_UNREADABLE", "", row.problems);
}

/** The active triggers that can act on the same event as this one, in their order (LIMIT-2). */
export function overlapping(
  work: Work<"triggers">,
  sound: SoundTrigger,
  catalogue: Catalogue,
  { today }: Pick<Env, "today">,
): readonly SoundTrigger[] {
  const others = work.where("triggers", "state", "active").flatMap((other) => {
    const checked = checkTrigger(other, catalogue);
    return checked.ok ? [checked] : [];
  });
  const at = { on: today, context: work.program.context };
  const keys = overlapsOf(sound, others, at).map(({ key }) => key);
  return sortBy(
    others.filter(({ trigger }) => keys.includes(trigger.key)),
    ({ trigger }) => trigger.order,
    ({ trigger }) => trigger.key,
  );
}

/** The same as lines of a list. */
export const overlapLines = (
  work: Work<"triggers">,
  sound: SoundTrigger,
  catalogue: Catalogue,
  env: Pick<Env, "today">,
) =>
  overlapping(work, sound, catalogue, env).map(({ trigger: other }) => ({
    key: other.key,
    name: other.name,
    order: other.order,
    /** It stands earlier in the order, so that this trigger sees what it did. */
    isFirst: sound.trigger.key !== "" && inOrder([other, sound.trigger])[0] === other,
  }));

/** How many of a trigger's drips have parts to come: they keep their terms (TRIG-29). */
export const runningDrips = (work: Work<"drips">, trigger: Key): number =>
  work.where("drips", "trigger", trigger).filter((drip) => !isOver(drip)).length;
