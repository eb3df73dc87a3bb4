import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import { type DateCell, keyField } from "../kernel/fields";
import { input } from "../kernel/input";
import { formKey, type Key } from "../kernel/keys";
import { DomainError } from "../kernel/problem";
import type { Work } from "../program/work";
import { type RecordOf, type TableName, tableOf } from "../tables";

/** Names a form from its beginning until it is saved, so that one whose reply was lost can be sent again. */
export const formIdInput = input("Form", keyField);

/** What a form makes has its keys from the form's id: the same form makes the same rows (RUN-10). */
export const envOfForm = <E extends Pick<Env, "newId">>(env: E, formId: Key | null): E =>
  formId === null ? env : { ...env, newId: (prefix) => formKey(prefix, formId) };

/** What a form says now, by column; null says nothing. */
interface SentForm {
  readonly formId: Key | null;
  /** The key that the person chose for the row. */
  readonly key?: Key | null;
  readonly [column: string]: unknown;
}

/**
 * The row that this very form made when it was sent before; undefined where it was not. Its line of Activity tells,
 * where that tab is read. Throws FORM_SENT where the row is not as the form says now, or is gone: so much may be meant
 * as another row, and only the person knows.
 */
export function sentBefore<N extends TableName>(
  work: Work<NoInfer<N>>,
  table: N,
  { formId, ...says }: SentForm,
): RecordOf<N> | undefined {
  if (formId === null) return undefined;
  const { sheet, prefix } = tableOf(table);
  const own = formKey(prefix, formId);
  const made = recordOfLine(work, formId) ?? (work.has(table, own) ? own : null);
  const row = work.get(table, made ?? says.key ?? null);
  if (row && isAsSaid(row, says)) return row;
  if (made === null) return undefined;
  throw new DomainError(
    "FORM_SENT",
    row
      ? `This was already saved as ${quoted(made)}, and differs from what is typed here. To correct that row, edit it on ${sheet}. If you mean another one, send this again.`
      : `This was already saved as ${quoted(made)}, but that row of ${sheet} is missing or can't be read. If you want it again, send this again.`,
  );
}

/** The record that the line of Activity names which this form made. */
function recordOfLine({ program, get }: Pick<Work, "program" | "get">, formId: Key): Key | null {
  if (!program.tables.activity) return null;
  const made = get("activity", formKey("log", formId))?.data;
  return made?.kind === "act" ? (made.records[0] ?? null) : null;
}

function isAsSaid(row: object, says: object): boolean {
  const cells = row as Readonly<Record<string, unknown>>;
  return Object.entries(says).every(
    ([column, said]) => said === null || dayOf(cells[column]) === dayOf(said),
  );
}

/** A day is a day, whether a time stands beside it or not. */
const dayOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? (value as DateCell).day : value;
