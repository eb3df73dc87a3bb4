import type { Worksheet } from "@univerjs/core";
import { client } from "../state/client-state";
import type { ShownGrid } from "../state/the-grid";
import { cellContent } from "./cell-content";

export type CellReader = Pick<ShownGrid, "cellAt" | "shownTexts">;

/** Reads cells from the grid's own copy. */
export function cellReader(worksheet: (sheet: number) => Worksheet | null): CellReader {
  return {
    shownTexts: (sheet, area) => {
      const at = worksheet(sheet);
      return Array.from({ length: area.rows }, (_row, r) =>
        Array.from({ length: area.columns }, (_column, c) =>
          at === null ? "" : String(at.getCellRaw(area.row + r - 1, area.column + c - 1)?.v ?? ""),
        ),
      );
    },
    cellAt: (row, column) => {
      const sheet = worksheet(client.get().sheet ?? -1);
      return sheet && cellContent(sheet, row, column);
    },
  };
}
