import { cellText } from "../../kernel/cells";
import { type Field, type FieldContext, fail, ok } from "../../kernel/field";
import { give, type Shape, take } from "./shape";

/** What a text written before this form says, as JSON of the shape; undefined where it is none of ours. */
type Earlier = (text: string, context: FieldContext) => unknown;

export interface PackedField<T> extends Field<T> {
  /** A value as the text of its cell. */
  readonly text: (value: T) => string;
}

const READ_AS_BLANK =
  "The program keeps this cell, and what it holds now can't be read, so it counts as blank. Restore it from the version history, or clear it.";
const NEWER =
  "A newer version of the program wrote this cell, so it counts as blank here. Update the script of this spreadsheet.";

/**
 * Typed data in one cell, as JSON with a version: `[1,{"status":"held","amount":2000}]`. A column of this kind of field
 * is the only thing that reads or writes such a cell. Texts of earlier versions, and those from before there was any
 * version, go through `earlier` and are written in the new form when the cell is next written.
 */
export function packed<T>(version: number, shape: Shape<T>, earlier?: Earlier): PackedField<T> {
  const text = (value: T) => JSON.stringify([version, give(shape, value)]);
  return {
    kind: "packed",
    parse: (cell, context) => {
      const text = cellText(cell).trim();
      const [written, json] = versioned(text);
      if (written !== undefined && written > version) return fail("CELL_BROKEN", NEWER);
      const value = take(shape, written === version ? json : earlier?.(text, context));
      return value === undefined ? fail("CELL_BROKEN", READ_AS_BLANK) : ok(value as T);
    },
    print: text,
    text,
  };
}

/** The version and the JSON that a text holds; an empty list where it is not of this form. */
function versioned(text: string): readonly [] | readonly [version: number, json: unknown] {
  if (!/^\[\d+,/.test(text)) return [];
  const whole = parseJson(text);
  return Array.isArray(whole) && whole.length === 2 ? [Number(whole[0]), whole[1]] : [];
}

/** What JSON text of a shape says; undefined where it is of another one, or none at all. */
export const readShape = <T>(shape: Shape<T>, text: string): T | undefined =>
  take(shape, parseJson(text)) as T | undefined;

/** What JSON text says; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
