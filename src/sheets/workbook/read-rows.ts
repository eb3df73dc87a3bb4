import { type Raw, valuesOf } from "../codec/codec";
import { checkHeader } from "./check-columns";
import { keyTextOf } from "./key-text";
import { keyColumn, type TableSheet } from "./table-sheet";

/** All rows below the header as they are now, in the columns that memory knows. */
export function readRows({ sheet, columns }: TableSheet): Raw[][] {
  for (let last = Math.max(sheet.getLastRow(), 1); ; ) {
    const [, ...rows] = valuesOf(sheet.getRange(1, 1, last, columns.width));
    const now = sheet.getLastRow();
    if (now <= last) return rows;
    last = now;
  }
}

/** Whether the keys in the sheet are the same as in memory; one round trip. Throws COLUMNS_MOVED. */
export function keysAreAsExpected(table: TableSheet): boolean {
  const { sheet, rows } = table;
  const column = keyColumn(table);
  const last = Math.max(sheet.getLastRow(), 1);
  const [header, ...keys] = valuesOf(sheet.getRange(1, column + 1, last, 1));
  checkHeader(table, "key", header?.[0] ?? "");
  const length = Math.max(keys.length, rows.length);
  for (let i = 0; i < length; i++) {
    const now = keyTextOf(keys[i]?.[0] ?? "");
    if (now !== keyTextOf(rows[i]?.[column] ?? "")) return false;
  }
  return true;
}
