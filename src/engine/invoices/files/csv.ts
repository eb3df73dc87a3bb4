const FORMULA_START = /^[=+\-@\t\r]/;

/** Whether a spreadsheet that opens the file would take the text for a formula (SHEET-33). */
export const looksLikeFormula = (text: string): boolean => FORMULA_START.test(text);

/** Free text on one line that no spreadsheet takes for a formula: an apostrophe stands before one. */
export function plainText(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, " ").trim();
  return looksLikeFormula(line) ? `'${line}` : line;
}

/** One line of a CSV file (RFC 4180), with its line end. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(",")}\r\n`;
