import { DomainError } from "../../kernel/problem";
import type { Group } from "../../rules/conditions";
import type { Catalogue } from "../../rules/facts";
import type { Trigger } from "../../tables";
import { tables } from "../../tables/index";
import { checkTrigger } from "../../triggers/check-trigger";

/** The rules of a trigger that is sound; throws INPUT_INVALID with a sentence for each field that is not (TRIG-27). */
export function refuseUnsound(trigger: Trigger, catalogue: Catalogue): Group {
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) return checked.conditions;
  throw new DomainError(
    "INPUT_INVALID",
    "",
    checked.problems.map(({ code, column, message }) => ({
      code,
      at: { table: "input", row: tables.triggers.columns[column].header, column },
      message,
    })),
  );
}
