import { addDays, type Day, parseDay } from "../kernel/day";
import { isRunKey } from "../kernel/keys";
import type { Work } from "../program/work";
import { settingRow, writeSetting } from "../program/write-setting";
import { UNDONE } from "../undo/undoable-run";

type SystemDay = "livedUntil" | "stoppedAt";

/** A day that the program keeps in Settings, as this working copy knows it; null for a blank one. */
function dayIn(work: Work<"settings">, name: SystemDay): Day | null {
  const row = settingRow(work, name);
  return row ? (parseDay(row.value ?? "") ?? null) : work.settings[name];
}

function keep(work: Work<"settings">, name: SystemDay, day: Day | null): void {
  if (dayIn(work, name) !== day) writeSetting(work, name, day);
}

/**
 * The last day that runs have gone through (TIME-1g). A workbook of an earlier release says none: there it is the day
 * of the last run, and before the first run the day before the program's start (UPGRADE-5).
 */
export function livedUntil(work: Work<"settings">): Day {
  return dayIn(work, "livedUntil") ?? lastRunDay(work) ?? addDays(work.settings.programStart, -1);
}

/** Whether a run of this release, or its set-up, has kept a day: a workbook of an earlier release has none. */
export const isLivedBefore = (work: Work<"settings">): boolean =>
  dayIn(work, "livedUntil") !== null;

function lastRunDay(work: Work<"settings">): Day | undefined {
  const { activity } = work.program.tables;
  const days = (activity?.rows ?? []).flatMap(({ key, record }) =>
    isRunKey(key) && record && record.undo !== UNDONE ? [record.when.day] : [],
  );
  return days.sort().pop();
}

/** Puts the day back to where it was, before what came since is lived again. */
export function setLivedUntil(work: Work<"settings">, day: Day): void {
  keep(work, "livedUntil", day);
  keep(work, "stoppedAt", null);
}

/** A finished run has gone through every day until this one; going back to earlier days moves nothing back. */
export function keepLivedUntil(work: Work<"settings">, until: Day): void {
  const before = dayIn(work, "livedUntil");
  keep(work, "livedUntil", before !== null && before > until ? before : until);
  keep(work, "stoppedAt", null);
}

/** The day within which an unfinished run stopped: nothing that is left is lived on an earlier one. */
export const stoppedAt = (work: Work<"settings">): Day | null => dayIn(work, "stoppedAt");

export const keepStoppedAt = (work: Work<"settings">, day: Day | null): void =>
  keep(work, "stoppedAt", day);
