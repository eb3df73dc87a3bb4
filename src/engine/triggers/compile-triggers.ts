import type { EventKind } from "../kernel/vocabulary";
import type { Work } from "../program/work";
import { type Catalogue, factsOf } from "../rules/facts";
import { createJudge, type FactsAt, type Judge } from "../rules/judge";
import { compileOutlook, type Outlook } from "../rules/outlook";
import type { Trigger } from "../tables";
import { tables } from "../tables";
import { checkTrigger, type SoundTrigger } from "./check-trigger";

/** A trigger ready to judge events. */
export interface CompiledTrigger extends SoundTrigger {
  /** Only ever says that the rules can't hold, or that it is undecided; `judge` alone says that they do. */
  readonly outlook: (facts: FactsAt) => Outlook;
  readonly judge: Judge;
}
export interface CompiledTriggers {
  readonly catalogue: Catalogue;
  /** The active, sound triggers of an event, in their order. */
  of(event: EventKind): readonly CompiledTrigger[];
}

// A run without new events needs no engine at all.
function whenAsked(make: () => Judge): Judge {
  let judge: Judge | undefined;
  return (facts) => {
    judge ??= make();
    return judge(facts);
  };
}

/** One trigger, if it is sound; undefined, and its problems reported, where it is not. */
function compile(
  work: Work<"triggers">,
  trigger: Trigger,
  catalogue: Catalogue,
): CompiledTrigger | undefined {
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) {
    const { conditions, does } = checked;
    return {
      trigger,
      conditions,
      does,
      outlook: compileOutlook(conditions),
      judge: whenAsked(() => createJudge(conditions)),
    };
  }
  for (const { code, column, message } of checked.problems) {
    const at = {
      table: tables.triggers.sheet,
      row: trigger.key,
      column: tables.triggers.columns[column].header,
    };
    work.report({ code, at, message });
  }
  return undefined;
}

/**
 * The active triggers by event, each compiled once. One with a bad cell is reported at that cell and does not
 * act; all others do (TRIG-5). Order: the number in *Order*, then the key.
 */
export function compileTriggers(work: Work<"triggers">): CompiledTriggers {
  const catalogue = factsOf(work.program);
  const active = [...work.where("triggers", "state", "active")].sort(inOrder);
  const byEvent = new Map<EventKind, CompiledTrigger[]>();
  for (const trigger of active) {
    const compiled = compile(work, trigger, catalogue);
    if (!compiled) continue;
    byEvent.set(trigger.event, [...(byEvent.get(trigger.event) ?? []), compiled]);
  }
  return { catalogue, of: (event) => byEvent.get(event) ?? [] };
}

const inOrder = (a: Trigger, b: Trigger): number => {
  if (a.order !== b.order) return a.order - b.order;
  return a.key < b.key ? -1 : 1;
};
