import type { CellErrorValue, CellValue } from "exceljs";
import type { Cell } from "../../workbook";

const day = 86_400_000;
const origin = Date.UTC(1899, 11, 30);
const errors = ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"] as const;

/** A cell and its formula for an .xlsx; dates stay serials, since their format says the rest. */
export function toXlsxValue(cell: Cell, formula: string | null): CellValue {
  if (formula === null) return cell === "" ? null : cell;
  return { formula: formula.slice(1), result: typeof cell === "string" ? resultOf(cell) : cell };
}

function resultOf(text: string): string | CellErrorValue {
  if (!/^#[A-Z/0]+[!?A]$/.test(text)) return text;
  return { error: errors.find((error) => error === text) ?? "#VALUE!" };
}

/** The value of an .xlsx cell: rich text and links as plain text, dates as serials, errors as their text. */
export function fromXlsxValue(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return value;
  if (value instanceof Date) return (value.getTime() - origin) / day;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  if ("hyperlink" in value) return fromXlsxValue(value.text as CellValue);
  return "result" in value ? fromXlsxValue(value.result) : "";
}

/** A formula of an .xlsx as Sheets writes it, without the marks Excel puts on newer functions. */
export function fromXlsxFormula(formula: string): string {
  return `=${formula.replace(/_xlfn\.(?:_xlws\.)?/g, "")}`;
}
