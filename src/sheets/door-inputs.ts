import { type Field, ok } from "../engine/kernel/field";
import { textField, wordField } from "../engine/kernel/fields";
import { type Inputs, input } from "../engine/kernel/input";
import { copyDecisions } from "../engine/kernel/vocabulary";

const needed = { required: true } as const;
/** Characters of one draft, and of its name. */
const LONGEST = 27_000;
const LONGEST_NAME = 200;

/** Kept as it is, with its spaces. */
const asTyped: Field<string> = {
  kind: "text",
  parse: (cell) => ok(String(cell)),
  print: (value) => value,
};

/** What the calls take that the adapter answers itself, checked with the fields that a use case's input is. */
export const doorInputs = {
  "set-up": {},
  "show-cell": {
    table: input("Tab", textField, needed),
    key: input("Key", textField),
    column: input("Column", textField),
  },
  "active-record": {},
  "find-drafts": {},
  "keep-draft": {
    name: input("Name", asTyped, { ...needed, longest: LONGEST_NAME }),
    text: input("Draft", asTyped, { longest: LONGEST }),
  },
  "open-wide": { screen: input("Screen", textField, needed), about: input("About", textField) },
  "schedule-status": {},
  "install-schedule": {},
  "remove-schedule": {},
  "decide-copy": { as: input("What the copy is", wordField(copyDecisions), needed) },
} as const satisfies { readonly [call: string]: Inputs };
