import type { Day } from "./day";
import { numberToDecimal } from "./money";

/** A date cell as the codec reads it in the spreadsheet's zone; `time` is `HH:MM:SS`, or "" at midnight. */
export interface DateCell {
  readonly day: Day;
  readonly time: string;
}
/** What a cell holds, free of platform types. "" is an empty cell. */
export type Cell = string | number | boolean | DateCell;

const ERRORS =
  /^(?:#(?:N\/A|N\/D|N\/B|NV|REF!|RIF!|BEZUG!|VALUE!|VALOR!|VALORE!|VALEUR!|WERT!|WAARDE!|DIV\/0!|NAME\?|NOM\?|NOME\?|NAAM\?|NUM!|NOMBRE!|ZAHL!|GETAL!|NULL!|NUL!|ERROR!|FEHLER!|ERREUR!|SPILL!|CALC!|DATE!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA|[¡¿].*[!?])|loading(?:\.\.\.|…))$/i;
/** Whether a cell shows an error value of its formula, or that it is still calculated: it is unknown (CELL-2). */
export const isErrorCell = (cell: Cell | undefined): boolean =>
  typeof cell === "string" && cell.length < 40 && ERRORS.test(cell.trim());

/** What a cell counts as that is formatted as a date and holds a number that is none: an error value (CELL-2). */
export const NO_DATE = "#DATE!";

export const isDateCell = (cell: Cell): cell is DateCell => typeof cell === "object";
/** The text of any cell, as a person would read it. */
export const cellText = (cell: Cell): string =>
  isDateCell(cell)
    ? cell.time
      ? `${cell.day} ${cell.time}`
      : cell.day
    : typeof cell === "number"
      ? numberToDecimal(cell)
      : String(cell);

/** The blank Braille cell and the null note head show nothing either, whatever Unicode counts them as. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/gu;
/** Nearly every text: of ASCII that is seen, with single spaces; the steps below would leave it as it is. */
const PLAIN = /^ ?(?:[\x21-\x7e]+(?: [\x21-\x7e]+)* ?)?$/;
/** The same with the spaces around it. */
export const plainSpaces = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(INVISIBLE, "").normalize("NFC").replace(/\s+/g, " ");

/**
 * Text as it is compared (CELL-4): in one form of Unicode, without invisible characters, with all kinds of spaces
 * and line breaks as one, and none around it. What was typed is what is shown.
 */
export const plainText = (text: string): string => plainSpaces(text).trim();
/** The same in small letters: names of people and of columns are compared without case. */
export const plainLower = (text: string): string => plainText(text).toLowerCase();

/** Text cut to a length, so that what quotes it never outgrows a cell (50,000 characters: PLATFORM-40). */
export const clip = (text: string, most = 100): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
/** A cell's text as a message quotes it. */
export const quoted = (cell: Cell): string => `“${clip(cellText(cell))}”`;
/** Several complaints of one thing as one sentence: each loses its full stop, a semicolon stands between them. */
export const asOneSentence = (complaints: readonly string[]): string =>
  `${complaints.map((each) => each.replace(/\.$/, "")).join("; ")}.`;
