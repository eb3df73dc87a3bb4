import { useCases } from "../engine/usecases";
import { type AnyUseCase, type Performed, perform } from "./perform";
import {
  type ClockEntry,
  noteOutcome,
  recordClockRun,
  takeContinuation,
  takeTry,
} from "./schedule";
import { inOneZone } from "./workbook/book";
import { unlessRefused } from "./workbook/refusal";
import { needRights } from "./workbook/rights";

/**
 * A clock run of the schedule: does everything that is due. If time runs out, a one-off clock run continues, or the hourly
 * one. The schedule itself is never made or deleted here (REFUSAL-5).
 */
export function clockRun(entry: ClockEntry, triggerId: string): Performed {
  needRights("spreadsheet", "email");
  const isContinued = takeContinuation(triggerId);
  const kind = isContinued ? "continued" : entry === "onDaily" ? "daily" : "monthly";
  return run(kind, (startedAt) => {
    if (!isContinued) recordClockRun(entry, triggerId, startedAt);
  });
}

/** The hourly clock run, where another left something: finishes it (REFUSAL-5). */
export function hourlyRun(): Performed {
  takeTry();
  needRights("spreadsheet", "email");
  return run("continued", () => undefined);
}

function run(
  kind: "daily" | "monthly" | "continued",
  begin: (startedAt: number) => void,
): Performed {
  const startedAt = Date.now();
  const useCase = useCases.run as unknown as AnyUseCase;
  const options = {
    startedAt,
    beforeLoading: () => unlessRefused(() => begin(startedAt)),
    isClock: true,
  };
  const performed = inOneZone((book) => perform(book, useCase, { kind }, options));
  unlessRefused(() => noteOutcome(performed.more));
  return performed;
}
