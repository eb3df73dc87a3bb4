import type { Worksheet } from "@univerjs/core";
import type { CellContent } from "../state/client-state";
import { extraOf } from "./cell-data";

/** What the grid knows about a cell (1-based). */
export function cellContent(worksheet: Worksheet, row: number, column: number): CellContent {
  const cell = worksheet.getCellRaw(row - 1, column - 1);
  const { typed, note, choices } = extraOf(cell);
  const text = String(cell?.v ?? "");
  return {
    sheet: Number(worksheet.getSheetId()),
    row,
    column,
    text,
    typed: typed ?? text,
    note: note ?? null,
    choices: choices ?? null,
  };
}
