import type { LogLine } from "../../realm/host-state";
import type { OutsideService } from "../../realm/outside-service";

/** Adds lines of Logger and console to the execution's log. */
export const logger: OutsideService = (_host, execution) => ({
  "logger.write": (level, text) => {
    execution.log(level as LogLine["level"], String(text));
  },
});
