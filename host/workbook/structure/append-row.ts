import type { BlockToWrite, Sheet, Workbook, Writer } from "../base/model";
import { lastRow } from "../cells/read-block";
import { writeBlock } from "../cells/write-block";
import { checkBlock } from "../coercion/check-block";
import { growTo } from "./sheets";

/**
 * Writes one row after the last row with content, growing the grid if needed (PLATFORM-50); returns its 1-based
 * number.
 */
export function appendRow(
  book: Workbook,
  sheet: Sheet,
  block: BlockToWrite,
  by: Writer = "script",
): number {
  checkBlock(block);
  const row = lastRow(sheet) + 1;
  const columns = Math.max(1, block.cells.length);
  growTo(book, sheet, row, columns);
  const cells = block.cells.length === 0 ? [""] : block.cells;
  writeBlock(book, sheet, { row, column: 1, rows: 1, columns }, { ...block, cells }, by);
  return row;
}
