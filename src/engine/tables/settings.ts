import { longTextField, textField } from "../kernel/fields";
import { problemsColumn } from "./common";
import { column, table } from "./table";

/** What people decide, one setting a row; their kinds and defaults are in `../settings` (SETTING-1). */
export const settings = table({
  name: "settings",
  sheet: "Settings",
  prefix: "set",
  columns: {
    key: column("Key", textField, "The setting's name.", { filledBy: "both" }),
    value: column("Value", textField, "What the team decided.", { filledBy: "both" }),
    note: column("Note", longTextField, "What the setting does.", { filledBy: "program" }),
    problems: problemsColumn(),
  },
});
