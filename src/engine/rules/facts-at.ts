import type { FieldContext } from "../kernel/fields";
import { type FactValue, isUnknown } from "./conditions";
import type { Counts } from "./counts";
import type { Catalogue } from "./facts";
import type { FactsAt } from "./judge";
import type { ProgramEvent } from "./program-event";

/**
 * The facts of one event: each read when a rule first asks for it, and kept (FACT-6). `asBlank`: a person says that cells with
 * an error value count as blank ones.
 */
export function factsAt(
  event: ProgramEvent,
  catalogue: Catalogue,
  counts: Counts,
  context: FieldContext,
  asBlank = false,
): FactsAt {
  const known = new Map<string, FactValue>();
  return {
    on: event.on,
    context,
    valueOf: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const read = catalogue.get(id)?.read(event, counts) ?? null;
      const value = asBlank && isUnknown(read) ? null : read;
      known.set(id, value);
      return value;
    },
  };
}
