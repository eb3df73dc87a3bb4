import type { Program } from "../../../src/engine/program/program";
import { factsOf } from "../../../src/engine/rules/facts";
import type { Trigger } from "../../../src/engine/tables";
import { checkTrigger, type SoundTrigger } from "../../../src/engine/triggers/check-trigger";

/** A trigger that can act; a test that gives another one is wrong. */
export function soundTrigger(program: Program, trigger: Trigger | undefined): SoundTrigger {
  const checked = trigger && checkTrigger(trigger, factsOf(program));
  if (checked?.ok) return checked;
  throw new Error(`This trigger can't act: ${JSON.stringify(checked?.problems)}`);
}
