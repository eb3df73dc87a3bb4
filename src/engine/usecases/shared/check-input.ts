import { quoted } from "../../kernel/cells";
import { type FieldKind, fail, ok, type Parsed } from "../../kernel/field";
import type { Cell } from "../../kernel/fields";
import type { Input, InputOf, Inputs } from "../../kernel/input";
import { type Entry, typedEntry } from "../../kernel/locale-entry";
import { DomainError, type Problem } from "../../kernel/problem";
import type { Program } from "../../program/program";

/** So many wrong fields are told; a call may bring in any number. */
const MOST_REFUSED = 20;
const texts: readonly FieldKind[] = ["text", "long text", "key", "e-mail"];

/**
 * Checks what came through the door against the inputs; text is read as people of the locale type it, where `entry`
 * says how they do. Throws INPUT_INVALID with a sentence for each field.
 */
export function checkInput<I extends Inputs>(
  inputs: I,
  given: unknown,
  { context }: Pick<Program, "context">,
  entry?: () => Entry,
): InputOf<I> {
  if (typeof (given ?? {}) !== "object" || Array.isArray(given)) {
    throw new DomainError("INPUT_INVALID", "A call takes one object of named fields.");
  }
  const source = (given ?? {}) as Readonly<Record<string, unknown>>;
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const refuse = (id: string, message: string) =>
    problems.push({ code: "CELL_NOT_IN_LIST", at: { table: "input", column: id }, message });
  const ids = Object.keys(inputs);
  const known = new Set(ids);
  for (const id of Object.keys(source)) {
    if (known.has(id) || problems.length === MOST_REFUSED) continue;
    refuse(id, `${quoted(id)} is not a field of this form.`);
  }
  const amountsLast = [
    ...ids.filter((id) => inputs[id]?.field.kind !== "amount"),
    ...ids.filter((id) => inputs[id]?.field.kind === "amount"),
  ];
  for (const id of amountsLast) {
    const input = inputs[id] as Input;
    const cell = source[id];
    values[id] = null;
    if (cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "")) {
      if (input.required) refuse(id, `${input.label} is needed.`);
      continue;
    }
    const currency = (values[input.currencyIn] ?? context.currency) as typeof context.currency;
    const plain = plainCell(input, cell);
    const typed =
      plain.ok && entry && typeof cell === "string"
        ? typedEntry(input.field.kind, cell, entry())
        : plain;
    const parsed = typed.ok ? input.field.parse(typed.value, { ...context, currency }) : typed;
    if (parsed.ok) values[id] = parsed.value;
    else refuse(id, parsed.message);
  }
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "", problems);
  return values as InputOf<I>;
}

/** What came in as a cell would hold it: of a type that the field can mean, and not longer than it may be. */
function plainCell({ field, label, longest }: Input, cell: unknown): Parsed<Cell> {
  const { kind } = field;
  const isText = texts.includes(kind);
  const isMeant =
    typeof cell === "string" ||
    (typeof cell === "number" && !isText) ||
    (typeof cell === "boolean" && kind === "yes/no");
  if (!isMeant) {
    const wanted = isText ? "text" : kind === "yes/no" ? "yes or no" : "plain text or a number";
    return fail("CELL_NOT_IN_LIST", `${label} must be ${wanted}.`);
  }
  return typeof cell === "string" && cell.length > longest
    ? fail("CELL_OUT_OF_RANGE", `${label} is too long: it has at most ${longest} characters.`)
    : ok(cell as Cell);
}
