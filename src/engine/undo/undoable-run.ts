import type { Work } from "../program/work";
import type { RecordOf } from "../tables";
import { hasUndo, runsByTime } from "./record-undo";

/** Stands in the column Undo of a run that was undone. */
export const UNDONE = "undone";

/** The latest run that changed anything and is not undone yet; what it changed may not be kept. */
export const latestRun = (work: Work<"activity">): RecordOf<"activity"> | undefined =>
  runsByTime(work).find(({ undo }) => undo !== UNDONE);

/** The run that undoing takes back next; undefined where there is none, or what it changed is not kept. */
export function undoableRun(work: Work<"activity">): RecordOf<"activity"> | undefined {
  const line = latestRun(work);
  return line && hasUndo(line) ? line : undefined;
}
