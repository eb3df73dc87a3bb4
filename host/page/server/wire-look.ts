import {
  rangeOf,
  readDisplay,
  type Sheet,
  type Style,
  type ValidationRule,
  type Workbook,
} from "../../workbook";
import type { RowLook } from "../../workbook/base/row-look";
import type { WireLook, WireStyle } from "../wire";

/** No drop-down offers more choices than this. */
const mostChoices = 500;

/** A row's look as the client draws it. */
export function wireLook(book: Workbook, sheet: Sheet, look: RowLook): WireLook {
  const choices: Record<number, readonly string[]> = {};
  for (const [column, rule] of look.rules.entries()) {
    const found = rule === null ? null : choicesOf(book, sheet, rule);
    if (found !== null) choices[column] = found;
  }
  return { styles: look.styles.map((style) => style && wireStyle(style)), choices };
}

function wireStyle(style: Style): WireStyle {
  return {
    ...(style.background !== undefined && { background: style.background }),
    ...(style.color !== undefined && { color: style.color }),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline && { underline: true }),
    ...(style.strike && { strike: true }),
    ...(style.fontSize !== undefined && { size: style.fontSize }),
    ...(style.align !== undefined && { align: style.align }),
    ...(style.wrap === "WRAP" && { wrap: true }),
  };
}

/** The choices of a drop-down rule; null when the rule draws none. */
function choicesOf(book: Workbook, sheet: Sheet, rule: ValidationRule): readonly string[] | null {
  const [first] = rule.values;
  switch (rule.criteria) {
    case "VALUE_IN_LIST":
      return (Array.isArray(first) ? first : rule.values).map(String).slice(0, mostChoices);
    case "VALUE_IN_RANGE":
      return typeof first === "string" ? shownIn(book, sheet, first) : null;
    case "CHECKBOX":
      return ["TRUE", "FALSE"];
    default:
      return null;
  }
}

function shownIn(book: Workbook, home: Sheet, text: string): readonly string[] | null {
  const range = rangeOf(book, home, text.replace(/^=/, ""));
  if (range === null) return null;
  const rows = Math.min(range.rect.rows, range.sheet.rows.length - range.rect.row + 1);
  if (rows < 1) return [];
  const shown = readDisplay(book, range.sheet, { ...range.rect, rows });
  return [...new Set(shown.filter((choice) => choice !== ""))].slice(0, mostChoices);
}
