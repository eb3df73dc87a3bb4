import { plainText, quoted } from "../../kernel/cells";
import { type FieldContext, type FieldKind, fail, ok, type Parsed } from "../../kernel/field";
import type { Cell } from "../../kernel/fields";
import type { Input, InputOf, Inputs } from "../../kernel/input";
import { type Entry, typedEntry } from "../../kernel/locale-entry";
import { DomainError, type Problem } from "../../kernel/problem";
import type { Program } from "../../program/program";

/** The most wrong fields that are told; a call may bring in any number. */
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
    if (isBlank(cell)) {
      if (input.required) refuse(id, `${input.label} is needed.`);
      continue;
    }
    const currency = (values[input.currencyIn] ?? context.currency) as typeof context.currency;
    const parse = (item: unknown) => parseItem(input, item, { ...context, currency }, entry);
    const parsed = input.isList ? parseList(input, cell, parse) : parse(cell);
    if (parsed.ok) values[id] = parsed.value;
    else refuse(id, parsed.message);
  }
  if (problems.length > 0) throw new DomainError("INPUT_INVALID", "", problems);
  return values as InputOf<I>;
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && plainText(value) === "");

/** Each item once, in their order; the first that can't be read refuses the list. */
function parseList(
  { label, required }: Input,
  list: unknown,
  parse: (item: unknown) => Parsed<unknown>,
): Parsed<readonly unknown[]> {
  if (!Array.isArray(list)) return fail("CELL_NOT_IN_LIST", `${label} must be a list.`);
  const items = new Set<unknown>();
  for (const item of list.filter((each) => !isBlank(each))) {
    const parsed = parse(item);
    if (!parsed.ok) return parsed;
    items.add(parsed.value);
  }
  if (required && items.size === 0) return fail("CELL_BLANK", `${label} is needed.`);
  return ok([...items]);
}

function parseItem(
  input: Input,
  item: unknown,
  context: FieldContext,
  entry?: () => Entry,
): Parsed<unknown> {
  const { field } = input;
  const plain = plainCell(input, item);
  const typed =
    plain.ok && entry && typeof item === "string" ? typedEntry(field.kind, item, entry()) : plain;
  return typed.ok ? field.parse(typed.value, context) : typed;
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
