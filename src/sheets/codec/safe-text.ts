/** A start that no spreadsheet reads as a formula, a number, a date or a time. */
const PLAIN_START = /^[\p{L}_{["“”«»<:/]/u;
/** Words that are read as something else: logical values, and months with a day or year. */
const COERCED = /^(?:(?:true|false)\s*$|\p{L}{3,}[.,]?[\s-]+\d)/iu;

/**
 * The text as it must be written so that the cell holds it unchanged: an apostrophe before whatever Sheets
 * would take for a formula, number, date or logical value, also in cells formatted as text, since a script's
 * "=…" may become a formula there too (PLATFORM-38). The apostrophe is no part of the cell's value.
 */
export function safeText(text: string): string {
  if (text === "" || (PLAIN_START.test(text) && !COERCED.test(text))) return text;
  return `'${text}`;
}
