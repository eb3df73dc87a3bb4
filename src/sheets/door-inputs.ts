import { type Field, ok } from "../engine/kernel/field";
import { keyField, textField, wordField } from "../engine/kernel/fields";
import { type Inputs, input, listInput } from "../engine/kernel/input";
import { copyDecisions, noticeReaders, refusedChoices } from "../engine/kernel/vocabulary";

const required = { required: true } as const;
/** The most characters of a draft, and of its name. */
const MAX_DRAFT = 27_000;
const MAX_DRAFT_NAME = 200;

/** One property holds 9 kB (PLATFORM-71), a character being up to three bytes. */
const MAX_MAPPING = 2_800;

/** Text exactly as typed, including its spaces. */
const asTyped: Field<string> = {
  kind: "text",
  parse: (cell) => ok(String(cell)),
  print: (value) => value,
};

/** The inputs of the calls that the adapter answers itself, validated with the same fields as a use case's inputs. */
export const doorInputs = {
  "set-up": {},
  "settle-refused": { choice: input("What to do", wordField(refusedChoices), required) },
  "show-cell": {
    table: input("Tab", textField, required),
    key: input("Key", textField),
    column: input("Column", textField),
  },
  "active-record": {},
  "find-drafts": {},
  "save-draft": {
    name: input("Name", asTyped, { ...required, longest: MAX_DRAFT_NAME }),
    text: input("Draft", asTyped, { longest: MAX_DRAFT }),
  },
  "import-sources": {},
  "add-columns": { headers: listInput("Columns", textField, required) },
  "read-tab": { tab: input("Tab", textField, required) },
  "save-mapping": {
    fingerprint: input("Headers", textField, required),
    text: input("Mapping", asTyped, { ...required, longest: MAX_MAPPING }),
  },
  "open-wide": { screen: input("Screen", textField, required), about: input("About", textField) },
  "check-installation": {},
  "partner-link": { partner: input("Partner", keyField, required) },
  "revoke-partner-link": { partner: input("Partner", keyField, required) },
  "revoke-partner-links": {},
  "preview-notices": { to: input("To", wordField(noticeReaders), required) },
  "test-notice": { to: input("To", wordField(noticeReaders), required) },
  "schedule-status": {},
  "install-schedule": {},
  "remove-schedule": {},
  "decide-copy": { as: input("What the copy is", wordField(copyDecisions), required) },
} as const satisfies { readonly [call: string]: Inputs };
