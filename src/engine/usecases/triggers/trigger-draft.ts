import { actionField, actionOf } from "../../actions/index";
import type { Field } from "../../kernel/field";
import { isDateCell, longTextField, yesNoField } from "../../kernel/fields";
import { ANY_LENGTH, type Input, type InputOf, input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import type { Program } from "../../program/program";
import { type Trigger, tables } from "../../tables";
import { parseJson } from "../../tables/packed/packed";
import { type Column, columnInput, printCell } from "../../tables/table";
import { toCell } from "../../triggers/form";
import { checkInput } from "../shared/check-input";

/** What a person fills of a trigger. */
type Terms = Omit<Trigger, "key" | "version" | "terms" | "problems" | "extra">;
type TriggerInputs = { readonly [K in keyof Terms]: Input<Terms[K] | null> } & {
  readonly form: Input<string | null>;
  readonly offerFromTerms: Input<boolean | null>;
};

/** They stand in one cell (PLATFORM-40). */
const LONGEST_RULES = 50_000;
const columns = Object.entries(tables.triggers.columns) as [keyof Terms, Column<unknown>][];
const filled = columns.filter(([, { filledBy }]) => filledBy === "person");

/**
 * Every column of a trigger that a person fills, as an input; `form` stands in for `rules` where it is given, and `offerFromTerms`
 * has the offer description written from the terms (TRIG-32).
 */
export const triggerInputs = {
  ...Object.fromEntries(
    filled.map(([id, column]) => [
      id,
      columnInput(id === "action" ? { ...column, field: actionField as Field<never> } : column, {
        required: column.required,
        ...(id === "rules" && { longest: LONGEST_RULES }),
      }),
    ]),
  ),
  form: input("Rules as a form", longTextField, { longest: ANY_LENGTH }),
  offerFromTerms: input("Offer description from the terms", yesNoField),
} as unknown as TriggerInputs;

/** The trigger as it would be saved; `base` is the one that is edited. Throws INPUT_INVALID for a broken form. */
export function triggerOf(values: InputOf<TriggerInputs>, base?: Trigger): Trigger {
  const kept = { key: "", version: 1, terms: null, problems: null, extra: {}, ...base };
  const terms = filled.map(([id, { fallback }]) => [id, values[id] ?? fallback]);
  const rules = values.form === null ? {} : { rules: rulesOf(values.form) };
  return { ...kept, ...Object.fromEntries(terms), ...rules };
}

function rulesOf(form: string): string | null {
  const rules = cellOf(form);
  if (rules !== null && typeof rules !== "string") {
    return refuseInput("form", "This is not a form of rules.");
  }
  if (rules !== null && rules.length > LONGEST_RULES) {
    return refuseInput("form", "These rules are too long for one cell. Make two triggers of them.");
  }
  return rules;
}

/** Undefined for what is no form at all, which breaks on the way. */
function cellOf(form: string): unknown {
  try {
    return toCell(JSON.parse(form));
  } catch {
    return undefined;
  }
}

/**
 * A draft that is not saved, given as JSON text of what *save-trigger* takes, over the saved trigger `base` if it
 * is one's edit; it needs no name yet. Throws INPUT_INVALID with a sentence for each field.
 */
export function readDraft(program: Program, draft: string, base?: Trigger): Trigger {
  const given = parseJson(draft) ?? refuseInput("draft", "This is not a trigger.");
  const named = { ...Object(given), name: Object(given).name || "New trigger" };
  return triggerOf(checkInput(triggerInputs, named, program), base);
}

/** A trigger as its inputs take it: JSON primitives by id, blank ones left out. Days as `YYYY-MM-DD`. */
export function valuesOf(
  trigger: Trigger,
  context: Program["context"],
): Readonly<Record<string, string | number | boolean>> {
  const values: Record<string, string | number | boolean> = {};
  for (const [id] of filled) {
    const cell =
      id === "action"
        ? (actionOf(trigger.action) ?? trigger.action)
        : printCell(tables.triggers, id, trigger, context);
    if (cell !== "") values[id] = isDateCell(cell) ? cell.day : cell;
  }
  return values;
}
