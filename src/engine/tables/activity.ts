import { type Field, longTextField, momentField, numberField, textField } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import { runColumn } from "./common";
import { happenedField } from "./packed/happened";
import { program, table } from "./table";

/** One cell holds 50,000 characters (PLATFORM-40); a run that changed much fills several. */
const undoColumn = (header: string) =>
  program(header, longTextField, "What the run changed, so that it can be undone.", {
    optional: true,
  });

/** One line a run, one line a person's act (ACT-1, ACT-3). */
export const activity = table({
  name: "activity",
  sheet: "Activity",
  prefix: "log",
  columns: {
    key: program("Key", textField as Field<Key<"activity">>, "The name of this line.", {
      required: true,
    }),
    when: program("When", momentField, "When it happened.", { required: true }),
    who: program("Who", textField, "The account's e-mail."),
    what: program("What", longTextField, "What was done.", { required: true }),
    record: program("Record", longTextField, "What it was done to."),
    from: program("From", longTextField, "What it was before."),
    to: program("To", longTextField, "What it is now."),
    why: program("Why", longTextField, "The reason given."),
    seconds: program("Seconds", numberField, "How long the run took."),
    run: runColumn(),
    data: program(
      "Data",
      happenedField,
      "What happened, as the program reads it. The columns before say it to people.",
      { since: 2 },
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
