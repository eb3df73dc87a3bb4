import {
  dayField,
  type Field,
  keyOf,
  longTextField,
  textField,
  yesNoField,
} from "../kernel/fields";
import type { Key } from "../kernel/keys";
import { judgedAsField } from "./packed/judged-as";
import { markerField } from "./packed/marker";
import { column, type Marks } from "./table";

/** A yes/no column in which blank means no. */
export const booleanNo = (header: string, note: string, marks: Partial<Marks> = {}) =>
  column(header, yesNoField, note, { ...marks, fallback: false });

/** The key of a row that people type: such a `thing`. */
export const typedKey = <T extends string>(table: T, thing: string) =>
  column("Key", keyOf(table), `The permanent name of this ${thing}. Filled in if left blank.`, {
    filledBy: "both",
    onEdit: { open: "accept", final: "propose" },
  });

/** The key of a row that only the program makes. */
export const madeKey = <T extends string>(_table: T, note: string) =>
  column("Key", textField as Field<Key<T>>, note, {
    filledBy: "program",
    required: true,
    onEdit: "propose",
  });

export const problemsColumn = () =>
  column("Problems", longTextField, "What needs correcting in this row.", {
    filledBy: "program",
    onEdit: "restore",
  });

export const runColumn = () =>
  column("Run", textField, "The run that made this row.", { filledBy: "program" });

export const judgedColumn = () =>
  column(
    "Judged",
    markerField,
    "Shows that this row was processed: its key, the day, its number, and the triggers that applied. Kept by the program.",
    { filledBy: "program", saysJudged: true, keepsKey: true, onEdit: "restore" },
  );

export const outcomeColumn = () =>
  column(
    "Outcome",
    textField,
    "What this row led to, or what it is waiting for. Kept by the program.",
    { filledBy: "program", saysJudged: true },
  );

export const archivedOnColumn = () =>
  column(
    "Archived on",
    dayField,
    "The day of archiving. If left blank, the next run fills in its own day.",
    { filledBy: "both" },
  );

export const judgedAsColumn = () =>
  column(
    "Judged as",
    judgedAsField,
    "What this row said when it was processed, so that later changes are noticed. Kept by the program.",
    { filledBy: "program", saysJudged: true },
  );
