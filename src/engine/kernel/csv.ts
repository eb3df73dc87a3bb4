/** Invisible characters, spaces among them; a quotation mark may be the file's own. */
const UNSEEN = /^["\p{Cf}\p{Cc}\p{Z}\p{Mn}]+/u;
const FORMULA_START = /^[=+\-@]/;
/** A sign alone makes no formula of a number. */
const NUMBER = /^[+-]?\d[\d.,]*$/;

/**
 * Whether a spreadsheet that opens the file may take the text for a formula (SHEET-33): it begins with a sign, of any width,
 * also behind invisible characters, or does so behind a semicolon, which parts cells in half the world.
 */
export const looksLikeFormula = (text: string): boolean => text.split(";").some(beginsFormula);

const beginsFormula = (part: string, at: number, parts: readonly string[]): boolean => {
  const bare = part.normalize("NFKC").replace(UNSEEN, "");
  const isNumber = NUMBER.test(bare.trim()) && (at > 0 || parts.length === 1);
  return FORMULA_START.test(bare) && !isNumber;
};

/** Text on one line of which no spreadsheet makes a formula: an apostrophe stands before what would begin one. */
const harmless = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .split(";")
    .map((part, at, parts) => (beginsFormula(part, at, parts) ? `'${part}` : part))
    .join(";");

/**
 * One line of a CSV file (RFC 4180), with its line end. The one place where CSV is written: no cell becomes a formula, and none
 * goes on over a line's end (PAYOUT-9).
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;

const csvCell = (cell: string): string => {
  const safe = harmless(cell);
  return /[",;]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
