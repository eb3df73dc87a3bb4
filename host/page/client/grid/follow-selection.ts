import { type IRange, LifecycleService, LifecycleStages, type Worksheet } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import { tellSelection } from "../state/call";
import { client } from "../state/client-state";
import { cellContent } from "./cell-content";
import type { UniverParts } from "./univer";

export type Selection = {
  /** Reads the active cell again, since its content may have changed. */
  readonly refresh: () => void;
};

/** Keeps the active cell of the page's state up to date; there is none until the grid is drawn, since it hears nothing before. */
export function followSelection(
  { univer }: UniverParts,
  worksheet: (sheet: number) => Worksheet | null,
): Selection {
  const selections = univer.__getInjector().get(SheetsSelectionsService);
  const lifecycle = univer.__getInjector().get(LifecycleService);
  const refresh = (): void => {
    const { sheet } = client.get();
    const isDrawn = lifecycle.stage >= LifecycleStages.Rendered;
    const target = sheet === null || !isDrawn ? null : worksheet(sheet);
    const last = selections.getCurrentLastSelection();
    if (sheet === null || target === null || !last?.primary) return;
    const { actualRow, actualColumn } = last.primary;
    const content = cellContent(target, actualRow + 1, actualColumn + 1);
    const area = areaOf(last.range, target);
    const areas = selections.getCurrentSelections().map(({ range }) => areaOf(range, target));
    client.set({ active: { ...content, area, areas } });
    tellSelection({ sheet, ...area });
  };
  void lifecycle.onStage(LifecycleStages.Rendered).then(refresh);
  selections.selectionSet$.subscribe(refresh);
  selections.selectionMoveEnd$.subscribe(refresh);
  return { refresh };
}

/** A range of Univer's as a 1-based area; a whole column or row has NaN where it is open. */
function areaOf(range: IRange, sheet: Worksheet) {
  const row = Number.isNaN(range.startRow) ? 0 : range.startRow;
  const column = Number.isNaN(range.startColumn) ? 0 : range.startColumn;
  const endRow = Number.isNaN(range.endRow) ? sheet.getRowCount() - 1 : range.endRow;
  const endColumn = Number.isNaN(range.endColumn) ? sheet.getColumnCount() - 1 : range.endColumn;
  return {
    row: row + 1,
    column: column + 1,
    rows: endRow - row + 1,
    columns: endColumn - column + 1,
  };
}
