import type { Workbook } from "@univerjs/core";
import { IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import { IEditorBridgeService, ILayoutService } from "@univerjs/preset-sheets-core";
import type { PageState, WireRows } from "../../wire";
import { client } from "../state/client-state";
import type { ShownGrid } from "../state/the-grid";
import { adjustSheets, needsNewGrid } from "./adjust-sheets";
import { catchTyping } from "./catch-typing";
import { cellBox, cellPlace } from "./cell-box";
import { cellMaker } from "./cell-data";
import { drawMarks } from "./draw-marks";
import { followClipboard } from "./follow-clipboard";
import { followPointer } from "./follow-pointer";
import { followSelection, type Selection } from "./follow-selection";
import { guardCommands } from "./guard-commands";
import { isFiltered, layOutFiltered, leaveOutFiltered } from "./hidden-lines";
import { keepFocus } from "./keep-focus";
import { placeAtPoint } from "./place-at-point";
import { type CellReader, cellReader } from "./read-cells";
import { rowsInView } from "./rows-in-view";
import { unitId } from "./unit-id";
import { startUniver, type UniverParts } from "./univer";
import { workbookData } from "./workbook-data";

type Grid = UniverParts &
  CellReader &
  ShownGrid & {
    /** Shows a state of the server: sheets, sizes, and the cells in view. */
    readonly update: (state: PageState) => void;
  };

/** Creates the grid in an element; it stays empty until its first state. */
export function createGrid(container: HTMLElement): Grid {
  const parts = startUniver(container);
  const { univer, api } = parts;
  let state: PageState | null = null;
  let selection: Selection | null = null;
  let makeCells: ReturnType<typeof cellMaker> | null = null;

  const units = univer.__getInjector().get(IUniverInstanceService);
  const unit = (): Workbook | null =>
    units.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET) ?? null;
  const worksheet = (sheet: number) => unit()?.getSheetBySheetId(String(sheet)) ?? null;

  const show = (
    sheet: number,
    from: number,
    count: number,
    { rows: shown, looks }: WireRows,
  ): void => {
    const target = worksheet(sheet);
    if (target === null || makeCells === null) return;
    const matrix = target.getCellMatrix().getMatrix();
    for (let r = 0; r < count; r += 1) {
      const row = shown[r];
      const look = row && looks[row.look];
      if (row && look) matrix[from + r] = makeCells(row, look);
      else delete matrix[from + r];
    }
    if (sheet === client.get().sheet) repaint();
  };

  const rows = rowsInView(parts, { state: () => state, show });

  const repaint = (): void => {
    api.getActiveWorkbook()?.getActiveSheet()?.refreshCanvas();
    selection?.refresh();
  };

  const activate = (sheet: number): void => {
    client.set({ sheet });
    api.getActiveWorkbook()?.setActiveSheet(String(sheet));
    rows.look();
    selection?.refresh();
  };

  /** Goes to where a script has taken the person. */
  const follow = ({ sheet, row, column, rows: height, columns }: PageState["chosen"]): void => {
    if (worksheet(sheet) === null) return;
    activate(sheet);
    // A new sheet opens at its top left corner anyway, and is not drawn yet.
    if (row === 1 && column === 1) return;
    const target = api.getActiveWorkbook()?.getActiveSheet();
    target?.getRange(row - 1, column - 1, height, columns).activate();
    target?.scrollToCell(Math.max(0, row - 4), Math.max(0, column - 3));
  };

  const rebuild = (next: PageState): void => {
    const wanted = next.sheets.find(({ id }) => id === client.get().sheet);
    if (unit() !== null) api.disposeUnit(unitId);
    api.createWorkbook(workbookData(next.name, next.sheets));
    rows.reset();
    selection ??= attach();
    const made = unit();
    makeCells = made && cellMaker(made);
    const seen = next.sheets.filter(({ hidden }) => !hidden);
    const first = seen.find(({ usedRows }) => usedRows > 0) ?? seen[0];
    const sheet = wanted && !wanted.hidden ? wanted : first;
    if (sheet) activate(sheet.id);
  };

  /** Univer's sheet services exist only once there is a workbook. */
  const attach = (): Selection => {
    drawMarks(parts);
    catchTyping(parts);
    leaveOutFiltered(parts);
    followPointer(container, grid);
    followClipboard(container, grid);
    return followSelection(parts, worksheet);
  };
  const isEditing = (): boolean =>
    univer.__getInjector().get(IEditorBridgeService).isVisible().visible;
  const ours = guardCommands(parts, isEditing);

  const freeFocus = keepFocus(container);
  const grid: Grid = {
    ...parts,
    ...cellReader(worksheet),
    activate,
    isEditing,
    isFiltered,
    isLoaded: rows.isLoaded,
    placeAt: (x, y) => placeAtPoint(container, parts, x, y),
    select: ({ row, column, rows: height, columns }) => {
      const target = api.getActiveWorkbook()?.getActiveSheet();
      target?.getRange(row - 1, column - 1, height, columns).activate();
      if (!grid.cellBox(row, column))
        target?.scrollToCell(Math.max(0, row - 4), Math.max(0, column - 3));
    },
    cellBox: (row, column) => cellBox(container, parts, row, column),
    cellPlace: (row, column) => cellPlace(container, parts, row, column),
    focus: () => {
      freeFocus();
      univer.__getInjector().get(ILayoutService).focus();
    },
    update: (next) => {
      const before = state;
      state = next;
      if (before === null || needsNewGrid(before, next)) rebuild(next);
      else ours(() => adjustSheets(parts, before, next));
      for (const sheet of next.sheets)
        layOutFiltered(
          parts,
          before?.sheets.find(({ id }) => id === sheet.id),
          sheet,
        );
      rows.look();
      if (before !== null && next.chosen.byScript > before.chosen.byScript) follow(next.chosen);
    },
  };
  return grid;
}
