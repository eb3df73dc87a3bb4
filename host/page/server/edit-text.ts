import { isDateFormat } from "numfmt";
import type { Cell } from "../../workbook";
import { displayValue, epochToSerial, type Workbook } from "../../workbook";
import { coerceText } from "../../workbook/coercion/coerce-text";
import { localeRules } from "../../workbook/formats/locale-rules";

/**
 * What the editor of a cell shows: typing it again leaves the cell unchanged. A date in the locale's form, a
 * percentage with its sign, a number in full, and an apostrophe before a text that would turn into something else.
 */
export function editText(
  book: Workbook,
  cell: Cell,
  format: string,
  formula: string | undefined,
): string {
  if (formula !== undefined) return formula;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return numberText(cell, format, book.locale);
  return staysText(book, cell, format) ? cell : `'${cell}`;
}

function numberText(value: number, format: string, locale: string): string {
  const { dateFormat, decimal } = localeRules(locale);
  if (isDateFormat(format)) {
    if (value >= 0 && value < 1) return displayValue(value, "h:mm:ss", locale);
    const whole = Number.isInteger(value);
    return displayValue(value, whole ? dateFormat : `${dateFormat} h:mm:ss`, locale);
  }
  const isPercent = /%(?=(?:[^"]*"[^"]*")*[^"]*$)/.test(format);
  const shown = isPercent ? Number((value * 100).toPrecision(15)) : value;
  return `${String(shown).replace(".", decimal)}${isPercent ? "%" : ""}`;
}

function staysText(book: Workbook, text: string, format: string): boolean {
  if (text === "") return true;
  const today = () => Math.floor(epochToSerial(book.now(), book.timeZone));
  const coerced = coerceText(text, format, "person", { locale: book.locale, today });
  return coerced.kind === "value" && coerced.value === text;
}
