import type { Writer } from "../base/model";
import { coerceDate } from "./coerce-date";
import { coerceNumber } from "./coerce-number";
import type { CoercedValue } from "./coerced-value";

/** What a text becomes when it arrives in a cell. */
export type Coerced =
  | ({ readonly kind: "value" } & CoercedValue)
  | { readonly kind: "formula"; readonly formula: string };

export type CoercionContext = {
  readonly locale: string;
  /** The serial of today, for dates typed without a year. */
  readonly today: () => number;
  /** Cells of plain text keep an apostrophe, and everything else, as it is: the other thing that Google may do. */
  readonly keepsApostrophes?: boolean;
};

/** The number format that keeps a cell as text. */
export const plainText = "@";

/**
 * What a text becomes when typed, or written by setValues, which parses the same way (PLATFORM-36, PLATFORM-37): "=",
 * and a "+", "-" or "@" that does not start a number, start a formula; an apostrophe makes the rest text and is not
 * part of the value. In a plain-text cell ('@') everything stays text except "=…" written by a script: unknown at
 * Google, so the stricter reading.
 */
export function coerceText(
  text: string,
  format: string,
  by: Writer,
  context: CoercionContext,
): Coerced {
  const first = text.charCodeAt(0);
  if (context.keepsApostrophes && format === plainText) return asText(text);
  if (first === apostrophe) return asText(text.slice(1));
  if (first === equals && text.length > 1 && (by === "script" || format !== plainText))
    return { kind: "formula", formula: text };
  if (format === plainText || text === "") return asText(text);
  if (isPlainWord(first)) return coerceWord(text, context);
  const trimmed = text.trim();
  if (text.length === isoLength && text.charCodeAt(4) === minus) {
    const day = coerceDate(text, context.locale, context.today);
    if (day !== null) return { kind: "value", ...day };
  }
  const number = coerceNumber(trimmed, context.locale);
  if (number !== null) return { kind: "value", ...number };
  if ((first === plus || first === minus || first === at) && text.length > 1)
    return { kind: "formula", formula: `=${text}` };
  const date = coerceDate(trimmed, context.locale, context.today);
  if (date !== null) return { kind: "value", ...date };
  return coerceWord(text, context);
}

const isoLength = 10;
const [apostrophe, equals, plus, minus, at] = [39, 61, 43, 45, 64];

/** Whether a text starts with a Latin letter: then it is not a number, and only a date if it has a month's name. */
function isPlainWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const trueOrFalse = /^\s*(true|false)\s*$/i;
const longestDate = 32;
/** "Mar 4…", "Mar. 2026", "Mar-2026": what may be a date though it starts with a word. */
const wordThenNumber = /^\p{L}{3,}\.?(?: \d{1,2}\b|[ -]\d{4}$)/u;

function coerceWord(text: string, { locale, today }: CoercionContext): Coerced {
  if (text.length > longestDate) return asText(text);
  const logical = trueOrFalse.exec(text)?.[1];
  if (logical !== undefined)
    return { kind: "value", value: logical.toLowerCase() === "true", format: null };
  if (!wordThenNumber.test(text)) return asText(text);
  const date = coerceDate(text.trim(), locale, today);
  return date === null ? asText(text) : { kind: "value", ...date };
}

function asText(value: string): Coerced {
  return { kind: "value", value, format: null };
}
