import type { FieldContext } from "../kernel/fields";
import { type FactValue, isUnknown } from "./conditions";
import type { Counts } from "./counts";
import type { Catalogue } from "./facts";
import type { FactsAt } from "./judge";
import type { ProgramEvent } from "./program-event";

/**
 * The facts of one event, until a trigger acts on it: each read when a rule first asks for it, and kept (FACT-6). `asBlank`: a person says that cells with
 * an error value count as blank ones.
 */
export function factsAt(
  event: ProgramEvent,
  catalogue: Catalogue,
  counts: Counts,
  context: FieldContext,
  asBlank = false,
): FactsAt {
  // Most rules fail on the first fact, so it is kept without a map, which would take longer to make than to judge.
  let first: string | undefined;
  let firstValue: FactValue = null;
  let others: Map<string, FactValue> | undefined;
  return {
    on: event.on,
    context,
    valueOf: (id) => {
      if (id === first) return firstValue;
      const before = others?.get(id);
      if (before !== undefined) return before;
      const read = catalogue.get(id)?.read(event, counts) ?? null;
      const value = asBlank && isUnknown(read) ? null : read;
      if (first === undefined) {
        first = id;
        firstValue = value;
      } else {
        others ??= new Map();
        others.set(id, value);
      }
      return value;
    },
  };
}
