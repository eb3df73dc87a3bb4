import { type Field, longTextField, momentField, numberField, textField } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import { runColumn } from "./common";
import { happenedField } from "./packed/happened";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;

/** One cell holds 50,000 characters (PLATFORM-40); a run that changed much fills several. */
const undoColumn = (header: string) =>
  column(header, longTextField, "What the run changed, so that it can be undone.", {
    ...program,
    optional: true,
  });

/** One line a run, one line a person's act (ACT-1, ACT-3). */
export const activity = table({
  name: "activity",
  sheet: "Activity",
  prefix: "log",
  columns: {
    key: column("Key", textField as Field<Key<"activity">>, "The name of this line.", {
      ...program,
      required: true,
    }),
    when: column("When", momentField, "When it happened.", { ...program, required: true }),
    who: column("Who", textField, "The account's e-mail.", program),
    what: column("What", longTextField, "What was done.", { ...program, required: true }),
    record: column("Record", longTextField, "What it was done to.", program),
    from: column("From", longTextField, "What it was before.", program),
    to: column("To", longTextField, "What it is now.", program),
    why: column("Why", longTextField, "The reason given.", program),
    seconds: column("Seconds", numberField, "How long the run took.", program),
    run: runColumn(),
    data: column(
      "Data",
      happenedField,
      "What happened, as the program reads it. The columns before say it to people.",
      { ...program, since: 2 },
    ),
    undo: undoColumn("Undo"),
    undo2: undoColumn("Undo 2"),
    undo3: undoColumn("Undo 3"),
    undo4: undoColumn("Undo 4"),
    undo5: undoColumn("Undo 5"),
    undo6: undoColumn("Undo 6"),
    undo7: undoColumn("Undo 7"),
    undo8: undoColumn("Undo 8"),
  },
});
