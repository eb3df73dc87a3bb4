import { ok } from "../../kernel/field";
import { type Field, longTextField } from "../../kernel/fields";
import { type Shaped, text, typedKey, union, word } from "./shape";

/** Why a drip ended: for the program to know, and for people to read. */
export const endReason = union("cause", {
  /** Its sale was refunded in full: it goes on once that is no longer so (TIME-8). */
  refunded: {},
  archived: { table: word(["partners", "customers", "transactions"]) },
  /** Another drip makes what it has left. */
  "goes on": { as: typedKey },
  /** A person's own words, or words that nothing depends on. */
  words: { said: text },
});
export type EndReason = Shaped<typeof endReason>;
/** What can be archived, so that its drips end. */
type EndingTable = Extract<EndReason, { readonly cause: "archived" }>["table"];

const archived = {
  partners: "partner archived",
  customers: "customer archived",
  transactions: "transaction archived",
} as const satisfies Readonly<Record<EndingTable, string>>;
const GOES_ON = "goes on as ";

export function endInWords(reason: EndReason): string {
  switch (reason.cause) {
    case "archived":
      return archived[reason.table];
    case "goes on":
      return GOES_ON + reason.as;
    case "words":
      return reason.said;
    default:
      return reason.cause;
  }
}

/** What a cell says (UPGRADE-16); anything that the program does not word itself is a person's words. */
export function readEndReason(said: string): EndReason {
  if (said === "refunded") return { cause: said };
  for (const table of Object.keys(archived) as EndingTable[]) {
    if (said === archived[table]) return { cause: "archived", table };
  }
  const as = said.startsWith(GOES_ON) ? said.slice(GOES_ON.length) : "";
  return /^\S+$/.test(as) ? { cause: "goes on", as } : { cause: "words", said };
}

export const endReasonField: Field<EndReason> = {
  ...longTextField,
  parse: (cell, context) => {
    const read = longTextField.parse(cell, context);
    return read.ok ? ok(readEndReason(read.value)) : read;
  },
  print: endInWords,
};
