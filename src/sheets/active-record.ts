import type { ActiveRecord } from "../engine/contract/contract";
import { type RecordTab, recordTabs } from "../engine/kernel/vocabulary";
import { tables } from "../engine/tables";
import type { Book, Sheet } from "./workbook/book";
import { headerName } from "./workbook/columns";
import { keyTextOf } from "./workbook/key-text";

/**
 * The record of the row that the active cell is in; null on other tabs, on the header, and on a row without a key.
 * Reads only that row's key and where the key column is; takes no lock and loads no table.
 */
export function activeRecord({ spreadsheet }: Book): ActiveRecord | null {
  const sheet = spreadsheet.getActiveSheet();
  const row = sheet.getActiveCell().getRow();
  const table = tableOn(sheet);
  if (!table || row < 2) return null;
  const column = keyColumnOf(sheet, headerName(tables[table].columns.key.header));
  if (column === undefined) return null;
  const key = keyTextOf(sheet.getRange(row, column).getValue());
  return key === "" ? null : { table, key };
}

const tableOn = (sheet: Sheet): RecordTab | undefined =>
  recordTabs.find((name) => headerName(tables[name].sheet) === headerName(sheet.getName()));

/**
 * The 1-based column of the keys. Usually it is the first, so that one cell is enough; otherwise all headers are
 * read.
 */
function keyColumnOf(sheet: Sheet, header: string): number | undefined {
  if (headerName(sheet.getRange(1, 1).getValue()) === header) return 1;
  const [headers = []] = sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getValues();
  const index = headers.findIndex((each) => headerName(each) === header);
  return index < 0 ? undefined : index + 1;
}
