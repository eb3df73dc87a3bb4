import type { Worksheet } from "@univerjs/core";
import type { CellArea } from "../../wire";
import { type CellContent, client } from "../state/client-state";
import type { ShownGrid, Texts } from "../state/the-grid";
import { cellContent } from "./cell-content";

export type CellReader = Pick<ShownGrid, "cellAt" | "typedTexts"> & {
  /** What the cells of an area show, if loaded, in the sheet in view. */
  readonly shownTexts: (area: CellArea) => Texts;
};

/** Reads cells from the grid's own copy. */
export function cellReader(worksheet: (sheet: number) => Worksheet | null): CellReader {
  const inView = () => worksheet(client.get().sheet ?? -1);
  const texts = (
    sheet: Worksheet | null,
    area: CellArea,
    of: (cell: CellContent) => string,
  ): Texts =>
    Array.from({ length: area.rows }, (_row, r) =>
      Array.from({ length: area.columns }, (_column, c) =>
        sheet === null ? "" : of(cellContent(sheet, area.row + r, area.column + c)),
      ),
    );
  return {
    typedTexts: (sheet, area) => texts(worksheet(sheet), area, ({ typed }) => typed),
    shownTexts: (area) => texts(inView(), area, ({ text }) => text),
    cellAt: (row, column) => {
      const sheet = inView();
      return sheet && cellContent(sheet, row, column);
    },
  };
}
