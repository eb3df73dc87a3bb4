import { columnLetters, columnNumber } from "../base/rect";
import { unquote } from "../base/unquote";

/** One end of a reference; null where the reference names no line ("A:A" has no rows). */
export type ReferenceEnd = {
  readonly column: number | null;
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
};

export type Reference = {
  /** The sheet named in front, null for the formula's own. */
  readonly sheet: string | null;
  readonly from: ReferenceEnd;
  /** null for a single cell. */
  readonly to: ReferenceEnd | null;
};

/** The text of a sheet's name in front of a reference, as a pattern. */
export const sheetNamePattern = "(?:(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\d_.]*)!)";
const cell = "\\$?[A-Za-z]{1,3}\\$?\\d{1,8}";
/** A reference's cells, as a pattern. */
export const rangePattern = `${cell}(?::\\$?[A-Za-z]{1,3}(?:\\$?\\d{1,8})?)?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,8}:\\$?\\d{1,8}`;
const tokens = new RegExp(
  `"(?:[^"]|"")*"|(?<![\\p{L}\\d_.$!'])(${sheetNamePattern})?(${rangePattern})(?![\\p{L}\\d_(.!])`,
  "gu",
);
const end = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/**
 * Rewrites every reference of a formula text; where `rewrite` returns null it becomes #REF!. Texts in quotes stay.
 */
export function rewriteReferences(
  formula: string,
  rewrite: (reference: Reference) => Reference | null,
): string {
  return formula.replace(tokens, (whole, prefix: string | undefined, text: string | undefined) => {
    if (text === undefined) return whole;
    const reference = parseReference(prefix ?? "", text);
    const changed = rewrite(reference);
    if (changed === reference) return whole;
    if (changed === null) return "#REF!";
    const isSameSheet = changed.sheet === reference.sheet;
    const front = isSameSheet ? (prefix ?? "") : sheetPrefix(changed.sheet);
    return `${front}${printReference(changed)}`;
  });
}

/** The reference of a prefix ("Sheet1!" or "") and its cells ("$A$1:B"). */
export function parseReference(prefix: string, text: string): Reference {
  const [from = "", to] = text.split(":");
  return {
    sheet: prefix === "" ? null : unquote(prefix.slice(0, -1)),
    from: parseEnd(from),
    to: to === undefined ? null : parseEnd(to),
  };
}

const plainName = /^[\p{L}_][\p{L}\d_]*$/u;
const likeCell = /^[A-Za-z]{1,3}\d*$/;

/** The prefix of a reference to a sheet: "Rewards!", "'My tab'!", or nothing for the formula's own. */
function sheetPrefix(name: string | null): string {
  if (name === null) return "";
  return plainName.test(name) && !likeCell.test(name)
    ? `${name}!`
    : `'${name.replace(/'/g, "''")}'!`;
}

function printReference({ from, to }: Reference): string {
  return to === null ? printEnd(from) : `${printEnd(from)}:${printEnd(to)}`;
}

function parseEnd(text: string): ReferenceEnd {
  const [, mark = "", letters = "", mark2 = "", digits = ""] = end.exec(text) ?? [];
  return {
    column: letters === "" ? null : columnNumber(letters),
    row: digits === "" ? null : Number(digits),
    fixedColumn: letters !== "" && mark === "$",
    fixedRow: letters === "" ? mark === "$" : mark2 === "$",
  };
}

function printEnd({ column, row, fixedColumn, fixedRow }: ReferenceEnd): string {
  const letters = column === null ? "" : `${fixedColumn ? "$" : ""}${columnLetters(column)}`;
  return row === null ? letters : `${letters}${fixedRow ? "$" : ""}${row}`;
}
