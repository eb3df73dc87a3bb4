import type { Worksheet } from "@univerjs/core";
import type { CellContent } from "../state/client-state";
import { extraOf } from "./cell-data";

/** What the grid knows about a cell (1-based). */
export function cellContent(worksheet: Worksheet, row: number, column: number): CellContent {
  const cell = worksheet.getCellRaw(row - 1, column - 1);
  const { typed, note, choices } = extraOf(cell);
  const style = typeof cell?.s === "string" ? worksheet.getStyleDataByHash(cell.s) : cell?.s;
  const text = String(cell?.v ?? "");
  return {
    sheet: Number(worksheet.getSheetId()),
    row,
    column,
    text,
    typed: typed ?? text,
    note: note ?? null,
    choices: choices ?? null,
    styles: {
      bold: style?.bl === 1,
      italic: style?.it === 1,
      underline: style?.ul?.s === 1,
      strike: style?.st?.s === 1,
    },
  };
}
