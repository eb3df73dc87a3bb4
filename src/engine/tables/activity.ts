import { longTextField, momentField, numberField, textField } from "../fields";
import { madeKey, runColumn } from "./common";
import { column, table } from "./table";

const program = { filledBy: "program" } as const;

/** One line a run, one line a person's act (product.md §8). */
export const activity = table({
  name: "activity",
  sheet: "Activity",
  prefix: "log",
  columns: {
    key: madeKey("Names this line."),
    when: column("When", momentField, "When it happened.", { ...program, required: true }),
    who: column("Who", textField, "The account's e-mail.", program),
    what: column("What", longTextField, "What was done.", { ...program, required: true }),
    record: column("Record", longTextField, "What it was done to.", program),
    from: column("From", longTextField, "What it was before.", program),
    to: column("To", longTextField, "What it is now.", program),
    why: column("Why", longTextField, "The reason given.", program),
    seconds: column("Seconds", numberField, "How long the run took.", program),
    run: runColumn(),
    undo: column("Undo", longTextField, "What the run changed, kept to undo it.", {
      ...program,
      optional: true,
    }),
  },
});
