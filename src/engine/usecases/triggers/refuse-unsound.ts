import { DomainError } from "../../kernel/problem";
import type { Catalogue } from "../../rules/facts";
import type { Trigger } from "../../tables";
import { tables } from "../../tables/index";
import { checkTrigger, type SoundTrigger } from "../../triggers/check-trigger";

/** A trigger that is sound; throws INPUT_INVALID with a sentence for each field that is not (TRIG-27). */
export function refuseUnsound(trigger: Trigger, catalogue: Catalogue): SoundTrigger {
  const checked = checkTrigger(trigger, catalogue);
  if (checked.ok) return checked;
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
