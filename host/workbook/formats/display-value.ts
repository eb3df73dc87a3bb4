import type { Cell } from "../base/model";
import { civilDate } from "../base/zones";
import { displayDate } from "./display-date";
import { displayNumber } from "./display-number";
import { isDateFormat } from "./is-date-format";
import { localeRules } from "./locale-rules";

/** What a cell shows under its number format and the spreadsheet's locale (getDisplayValues). */
export function displayValue(cell: Cell, format: string, locale: string): string {
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const sections = sectionsOf(format);
  if (typeof cell === "string")
    return sections.length < 4 ? cell : fillText(sections[3] ?? "@", cell);
  const rules = localeRules(locale);
  if (isDateFormat(format)) return displayDate(cell, civilDate(cell), sections[0] ?? "", rules);
  const negative = cell < 0 && sections.length > 1;
  const section = cell === 0 && sections.length > 2 ? sections[2] : sections[negative ? 1 : 0];
  return displayNumber(negative ? -cell : cell, section ?? "", rules);
}

function fillText(section: string, text: string): string {
  return section.replace(/"([^"]*)"/g, "$1").replace("@", () => text);
}

const known = new Map<string, readonly string[]>();

/** The parts of a format between semicolons outside quotes: positive, negative, zero, text. */
function sectionsOf(format: string): readonly string[] {
  let sections = known.get(format);
  if (sections === undefined) {
    sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)|(?<=^)(?=;)/g) ?? [];
    known.set(format, sections);
  }
  return sections;
}
