import type { Cell, Sheet, Workbook } from "../base/model";
import { type SheetRecord, sheetRecords, type Typed } from "./records";

/** Which row is meant: its 0-based place below the header row, values it holds by header, or a test. */
export type RowMatch =
  | number
  | Readonly<Record<string, Typed>>
  | ((record: SheetRecord) => boolean);

/** The 1-based row in the sheet that matches; throws when none or more than one does. */
export function findRow(book: Workbook, sheet: Sheet, match: RowMatch): number {
  if (typeof match === "number") return match + 2;
  const test = typeof match === "function" ? match : (record: SheetRecord) => holds(record, match);
  const found = sheetRecords(book, sheet).flatMap((record, index) => (test(record) ? [index] : []));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(
      `${found.length} rows of ${sheet.name} match ${typeof match === "function" ? "the test" : JSON.stringify(match)}, not one.`,
    );
  return only + 2;
}

function holds(record: SheetRecord, match: Readonly<Record<string, Typed>>): boolean {
  return Object.entries(match).every(([header, value]) => {
    if (!(header in record)) throw new Error(`There is no header "${header}".`);
    return same(record[header] ?? "", value ?? "");
  });
}

function same(a: Cell | Date, b: Cell | Date): boolean {
  if (a instanceof Date || b instanceof Date)
    return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
  return a === b;
}
