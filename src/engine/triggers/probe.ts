import { remembered } from "../kernel/remembered";
import type { EventKind } from "../kernel/vocabulary";
import type { FactsAt } from "../rules/judge";
import type { CompiledTrigger, CompiledTriggers } from "./compile-triggers";

/** The same triggers, with a look at the facts by which each one is judged, just before it is. */
export function withTriggerUnderTest(
  triggers: CompiledTriggers,
  look: (compiled: CompiledTrigger, facts: FactsAt) => void,
): CompiledTriggers {
  const known = new Map<EventKind, readonly CompiledTrigger[]>();
  const watched = (compiled: CompiledTrigger): CompiledTrigger => ({
    ...compiled,
    outlook: (facts) => {
      look(compiled, facts);
      return compiled.outlook(facts);
    },
  });
  return {
    ...triggers,
    of: (event) => remembered(known, event, () => triggers.of(event).map(watched)),
  };
}
