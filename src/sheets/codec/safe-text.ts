/** A start that no spreadsheet reads as a formula, number, date or time. */
const PLAIN_START = /^[\p{L}_{["“”«»<:/]/u;
/** Words that Sheets converts: logical values, and months with a day or year. */
const COERCED = /^(?:(?:true|false)\s*$|\p{L}{3,}[.,]?[\s-]+\d)/iu;

/**
 * The text to write so that the cell holds it unchanged. Whatever Sheets would read as a formula, number, date or
 * logical value gets an apostrophe in front, also in cells formatted as text, since a script's "=…" may become a
 * formula there too (PLATFORM-38). The apostrophe is not part of the cell's value.
 */
export function safeText(text: string): string {
  if (text === "" || (PLAIN_START.test(text) && !COERCED.test(text))) return text;
  return `'${text}`;
}

/**
 * Whether this text may go without an apostrophe into a cell that should be of plain text. What begins like a formula may
 * not: the cell's format may have been changed.
 */
export const staysText = (text: string): boolean => !/^[=+\-@]/.test(text);

/** A text as it was before it got an apostrophe: some cells may show that, and give it back (REFUSAL-6). */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && safeText(text.slice(1)) === text ? text.slice(1) : text;
