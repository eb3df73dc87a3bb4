import { DomainError } from "../problem";
import type { Trigger } from "../tables";
import { checkTrigger } from "../triggers/check-trigger";
import type { Group } from "../triggers/conditions";
import type { Catalogue } from "../triggers/facts";

/** The rules of a trigger that is sound; throws INPUT_INVALID with a sentence for each field that is not (product.md §3). */
export function refuseUnsound(trigger: Trigger, catalogue: Catalogue): Group {
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) return checked.conditions;
  throw new DomainError(
    "INPUT_INVALID",
    "",
    checked.problems.map(({ code, column, message }) => ({
      code,
      at: { table: "input", column },
      message,
    })),
  );
}
