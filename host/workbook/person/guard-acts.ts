import { randomUUID } from "node:crypto";
import type { Sheet, TableColumn, ValidationRule, Workbook } from "../base/model";
import { fromA1 } from "../base/rect";
import { tickBoxes } from "../cells/checkboxes";
import { lastRow } from "../cells/read-block";
import { writeRules } from "../cells/write-looks";
import { columnOf, headerColumns } from "./records";

/** How a person protects a range, or a sheet. */
export type ProtectHow = {
  /** Who may edit beside the owner; nobody when left out. */
  readonly editors?: readonly string[];
  readonly warningOnly?: boolean;
};

/** Protects a range named in A1 notation, or the whole sheet (null). */
export function personProtect(
  book: Workbook,
  sheet: Sheet,
  a1: string | null,
  how: ProtectHow = {},
): void {
  const rect = a1 === null ? null : fromA1(a1, sheet);
  if (a1 !== null && rect === null) throw new Error(`${a1} is not a range.`);
  const editors = [...(how.editors ?? [])];
  const warningOnly = how.warningOnly ?? false;
  sheet.protections.push({
    id: randomUUID(),
    rect,
    description: "",
    warningOnly,
    unprotected: [],
    editors,
  });
  book.version += 1;
}

/** Makes all rows of a sheet a Table, with these headers' columns typed. */
export function personMakeTable(
  book: Workbook,
  sheet: Sheet,
  types: Readonly<Record<string, TableColumn>>,
): void {
  const headers = headerColumns(book, sheet);
  const width = Math.max(1, ...headers.values());
  const columns: (TableColumn | null)[] = Array.from({ length: width }, () => null);
  for (const [header, type] of Object.entries(types))
    columns[columnOf(book, sheet, header) - 1] = type;
  const rect = { row: 1, column: 1, rows: Math.max(2, lastRow(sheet)), columns: width };
  sheet.tables.push({ name: `Table_${sheet.id}`, rect, columns });
  book.version += 1;
}

/** Sets a data validation on all cells below a header, or takes it away (null); checkboxes begin unticked, which is FALSE. */
export function personValidate(
  book: Workbook,
  sheet: Sheet,
  header: string,
  rule: ValidationRule | null,
): void {
  const column = columnOf(book, sheet, header);
  const rect = { row: 2, column, rows: sheet.maxRows - 1, columns: 1 };
  writeRules(book, sheet, rect, rule);
  if (rule?.criteria === "CHECKBOX") tickBoxes(book, sheet, rect, "insert");
}
