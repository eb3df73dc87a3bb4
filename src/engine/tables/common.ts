import {
  amountField,
  dayField,
  type Field,
  keyOf,
  longTextField,
  textField,
  wordField,
  yesNoField,
} from "../kernel/fields";
import type { Key } from "../kernel/keys";
import { recordStatuses } from "../kernel/vocabulary";
import { judgedAsField } from "./packed/judged-as";
import { markerField } from "./packed/marker";
import {
  both,
  type Column,
  column,
  derived,
  type EditPolicy,
  type frozen,
  type Marks,
  program,
  restored,
  type term,
} from "./table";

/** A yes/no column in which blank means no. */
export const booleanNo = (
  header: string,
  note: string,
  marks: Partial<Marks> & { readonly since?: number } = {},
) => column(header, yesNoField, note, { ...marks, fallback: false });

/** The key of a row that people type: such a `thing`. */
export const typedKey = <T extends string>(table: T, thing: string) =>
  both("Key", keyOf(table), `The permanent name of this ${thing}. Filled in if left blank.`, {
    onEdit: { open: "accept", final: "propose" },
  });

/** The key of a row that only the program makes. */
export const madeKey = <T extends string>(_table: T, note: string) =>
  program("Key", textField as Field<Key<T>>, note, { required: true, onEdit: "propose" });

const nameColumn = <const N extends "partner" | "customer">(nameOf: N, onEdit: EditPolicy) =>
  derived(
    `Name of ${nameOf}`,
    textField,
    `The name of the ${nameOf} in this row. Runs keep it current until the row is final. You may delete this column.`,
    { nameOf, optional: true, since: 3, onEdit },
  );
const untilFinal: EditPolicy = { open: "restore", final: "accept" };
/** The names beside the keys of a row, which stay as they are once it is final (SHEET-40a); rows of some tabs never are. */
export const partnerName = (onEdit: EditPolicy = untilFinal) => nameColumn("partner", onEdit);
export const customerName = () => nameColumn("customer", untilFinal);

export const problemsColumn = () =>
  restored("Problems", longTextField, "What needs correcting in this row.");

export const runColumn = () => program("Run", textField, "The run that made this row.");

export const judgedColumn = () =>
  program(
    "Judged",
    markerField,
    "Shows that this row was processed: its key, the day, its number, and the triggers that applied. Kept by the program.",
    { onEdit: "propose", saysJudged: true, keepsKey: true },
  );

const outcomeColumn = () =>
  program(
    "Outcome",
    textField,
    "What this row led to, or what it is waiting for. Kept by the program.",
    { saysJudged: true },
  );

const archivedOnColumn = () =>
  both(
    "Archived on",
    dayField,
    "The day of archiving. If left blank, the next run fills in its own day.",
  );

const judgedAsColumn = () =>
  program(
    "Judged as",
    judgedAsField,
    "What this row said when it was processed, so that later changes are noticed. Kept by the program.",
    { saysJudged: true },
  );

/** The last columns of a row that is judged as an event. */
export const eventColumns = () => ({
  judged: judgedColumn(),
  judgedAs: judgedAsColumn(),
  outcome: outcomeColumn(),
  problems: problemsColumn(),
});
/** The last columns of a row that a run makes. */
export const madeColumns = () => ({ run: runColumn(), problems: problemsColumn() });
/** Whether its record is archived, and since when; `ends` says what that ends. */
export const archiveColumns = (ends: string) => ({
  status: column("Status", wordField(recordStatuses), `active, or archived to end ${ends}.`, {
    fallback: "active" as const,
  }),
  archivedOn: archivedOnColumn(),
});

/** What a trigger gives at the most, and a drip as its trigger said it. */
export const limitColumns = (declare: typeof frozen | typeof term) => {
  const limit = (header: string, note: string) =>
    declare(header, amountField, note, { currencyIn: "limitCurrency" }) as Column<number | null>;
  return {
    limitPerReward: limit("Limit per reward", "At most this much per reward."),
    limitPerCustomer: limit("Limit per customer", "At most this much per customer."),
    limitPerMonth: limit(
      "Limit per partner and month",
      "At most this much per partner and calendar month.",
    ),
  };
};
