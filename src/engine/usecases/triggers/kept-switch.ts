import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { RecordOf } from "../../tables";
import { readShape } from "../../tables/packed/packed";
import { piecesOf } from "../../tables/packed/pieces";
import {
  anything,
  day,
  flag,
  integer,
  key,
  list,
  map,
  record,
  type Shaped,
  tuple,
} from "../../tables/packed/shape";
import { hasUndo, keepUndoText, recordedText, UNDO_CELLS } from "../../undo/record-undo";

const switchShape = record({
  trigger: key,
  /** The version that the trigger got. */
  version: integer,
  /** What *save-trigger* takes, as the trigger was before. */
  values: map(anything),
  /** The drips that ended, on which day, and whether another began in their place. */
  drips: list(tuple(key, day, flag)),
});
/** What giving running drips new terms changed, for its undo. */
export type Switch = Shaped<typeof switchShape>;

/** Keeps it in the act's line of Activity; false where it is too much for that. */
export function keepSwitch(work: Work<"activity">, line: Key, change: Switch): boolean {
  const record = work.get("activity", line);
  const pieces = piecesOf(JSON.stringify(change));
  if (!record || pieces.length > UNDO_CELLS) return false;
  keepUndoText(work, record, pieces);
  return true;
}

/** What a line of Activity keeps of it; undefined where it keeps none, or not readably any more. */
export const readSwitch = (line: RecordOf<"activity">): Switch | undefined =>
  hasUndo(line) ? readShape(switchShape, recordedText(line)) : undefined;
