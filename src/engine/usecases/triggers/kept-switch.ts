import { type Day, parseDay } from "../../kernel/day";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { RecordOf } from "../../tables";
import { piecesOf } from "../../tables/packed/pieces";
import { hasUndo, keepUndoText, recordedText, UNDO_CELLS } from "../../undo/record-undo";

/** What giving running drips new terms changed, for its undo. */
export interface Switch {
  readonly trigger: Key;
  /** The version that the trigger got. */
  readonly version: number;
  /** What *save-trigger* takes, as the trigger was before. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** The drips that ended, on which day, and whether another began in their place. */
  readonly drips: readonly (readonly [key: Key, endsOn: Day, isReplaced: boolean])[];
}

/** Keeps it in the act's line of Activity; false where it is too much for that. */
export function keepSwitch(work: Work<"activity">, line: Key, kept: Switch): boolean {
  const record = work.get("activity", line);
  const pieces = piecesOf(JSON.stringify(kept));
  if (!record || pieces.length > UNDO_CELLS) return false;
  keepUndoText(work, record, pieces);
  return true;
}

/** What a line of Activity keeps of it; undefined where it keeps none, or not readably any more. */
export function readSwitch(line: RecordOf<"activity">): Switch | undefined {
  if (!hasUndo(line)) return undefined;
  try {
    const { trigger, version, values, drips } = JSON.parse(recordedText(line));
    if (typeof trigger !== "string" || typeof version !== "number") return undefined;
    const rows: readonly (readonly unknown[])[] = drips;
    return {
      trigger,
      version,
      values,
      drips: rows.flatMap(([key, on, isReplaced]) => {
        const endsOn = parseDay(String(on));
        return endsOn ? [[String(key), endsOn, isReplaced === true] as const] : [];
      }),
    };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}
