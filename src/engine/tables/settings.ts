import { longTextField, textField } from "../kernel/fields";
import { problemsColumn } from "./common";
import { both, program, table } from "./table";

/** What people decide, one setting a row; their kinds and defaults are in `../settings` (SETTING-1). */
export const settings = table({
  name: "settings",
  sheet: "Settings",
  prefix: "set",
  columns: {
    key: both("Key", textField, "The setting's name."),
    value: both("Value", textField, "What the team decided."),
    note: program("Note", longTextField, "What the setting does."),
    problems: problemsColumn(),
  },
});
