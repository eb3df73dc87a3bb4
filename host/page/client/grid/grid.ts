import type { Workbook } from "@univerjs/core";
import { IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import { IEditorBridgeService, ILayoutService } from "@univerjs/preset-sheets-core";
import type { CellArea, PageState, WireRows } from "../../wire";
import { fetchRows, tell } from "../state/call";
import { type CellContent, client } from "../state/client-state";
import { adjustSheets, needsNewGrid } from "./adjust-sheets";
import { catchTyping } from "./catch-typing";
import { cellBox } from "./cell-box";
import { cellContent } from "./cell-content";
import { cellMaker } from "./cell-data";
import { drawMarks } from "./draw-marks";
import { followClipboard } from "./follow-clipboard";
import { followPointer } from "./follow-pointer";
import { followSelection, type Selection } from "./follow-selection";
import { guardCommands } from "./guard-commands";
import { startUniver, type UniverParts } from "./univer";
import { createWindows } from "./windows";
import { unitId, workbookData } from "./workbook-data";

/** Sheets up to so many rows are loaded whole, so that jumps by the keyboard find their ends. */
const loadedWhole = 5_000;

/** The grid as the rest of the page uses it. */
export type Grid = UniverParts & {
  /** Shows a state of the server: sheets, sizes, and the cells in view. */
  readonly update: (state: PageState) => void;
  readonly activate: (sheet: number) => void;
  /** What the editor would show for the cells of an area, as far as they are loaded. */
  readonly typedTexts: (sheet: number, area: CellArea) => readonly (readonly string[])[];
  /** What the cells of an area show, as far as they are loaded, of the sheet in view. */
  readonly shownTexts: (area: CellArea) => readonly (readonly string[])[];
  /** Whether a cell's editor is open. */
  readonly isEditing: () => boolean;
  /** What is in a cell (1-based) of the sheet in view. */
  readonly cellAt: (row: number, column: number) => CellContent | null;
  /** Where a cell (1-based) is drawn, in the window; null when it is out of sight. */
  readonly cellBox: (row: number, column: number) => DOMRect | null;
  readonly select: (row: number, column: number) => void;
  readonly focus: () => void;
};

/** Puts the grid into an element; it stays empty until its first state. */
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

  const show = (sheet: number, from: number, count: number, { rows, looks }: WireRows): void => {
    const target = worksheet(sheet);
    if (target === null || makeCells === null) return;
    const matrix = target.getCellMatrix().getMatrix();
    for (let r = 0; r < count; r += 1) {
      const row = rows[r];
      const look = row && looks[row.look];
      if (row && look) matrix[from + r] = makeCells(row, look);
      else delete matrix[from + r];
    }
    if (sheet === client.get().sheet) repaint();
  };

  const windows = createWindows({
    version: () => state?.version ?? 0,
    fetch: fetchRows,
    show,
    failed: (thrown) => tell("The sheet could not be read", thrown),
  });

  const repaint = (): void => {
    api.getActiveWorkbook()?.getActiveSheet()?.refreshCanvas();
    selection?.refresh();
  };

  const lookAround = (): void => {
    const sheet = client.get().sheet;
    const visible = api.getActiveWorkbook()?.getActiveSheet()?.getVisibleRange();
    if (sheet === null) return;
    windows.need(sheet, 0, 0);
    const used = state?.sheets.find(({ id }) => id === sheet)?.usedRows ?? 0;
    if (used <= loadedWhole) windows.need(sheet, 0, used);
    windows.need(sheet, (visible?.startRow ?? 0) - 30, (visible?.endRow ?? 0) + 60);
  };

  const activate = (sheet: number): void => {
    client.set({ sheet });
    api.getActiveWorkbook()?.setActiveSheet(String(sheet));
    lookAround();
    selection?.refresh();
  };

  const rebuild = (next: PageState): void => {
    const wanted = next.sheets.find(({ id }) => id === client.get().sheet && id !== null);
    windows.reset();
    if (unit() !== null) api.disposeUnit(unitId);
    api.createWorkbook(workbookData(next.name, next.sheets));
    selection ??= attach();
    const made = unit();
    makeCells = made && cellMaker(made);
    const seen = next.sheets.filter(({ hidden }) => !hidden);
    const first = seen.find(({ usedRows }) => usedRows > 0) ?? seen[0];
    const sheet = wanted && !wanted.hidden ? wanted : first;
    if (sheet) activate(sheet.id);
  };

  /** Univer's services of sheets stand only once there is a workbook. */
  const attach = (): Selection => {
    drawMarks(parts);
    catchTyping(parts);
    followPointer(container, grid);
    followClipboard(container, grid);
    api.addEvent(api.Event.Scroll, lookAround);
    return followSelection(parts, worksheet);
  };
  const ours = guardCommands(parts);

  const texts = (sheet: number, area: CellArea, of: (cell: CellContent) => string) => {
    const target = worksheet(sheet);
    return Array.from({ length: area.rows }, (_row, r) =>
      Array.from({ length: area.columns }, (_column, c) =>
        target ? of(cellContent(target, area.row + r, area.column + c)) : "",
      ),
    );
  };

  const grid: Grid = {
    ...parts,
    activate,
    shownTexts: (area) => texts(client.get().sheet ?? -1, area, ({ text }) => text),
    isEditing: () => univer.__getInjector().get(IEditorBridgeService).isVisible().visible,
    typedTexts: (sheet, area) => texts(sheet, area, ({ typed }) => typed),
    cellAt: (row, column) => {
      const sheet = worksheet(client.get().sheet ?? -1);
      return sheet && cellContent(sheet, row, column);
    },
    cellBox: (row, column) => cellBox(container, parts, row, column),
    select: (row, column) => {
      api
        .getActiveWorkbook()
        ?.getActiveSheet()
        ?.getRange(row - 1, column - 1)
        .activate();
    },
    focus: () => univer.__getInjector().get(ILayoutService).focus(),
    update: (next) => {
      const before = state;
      state = next;
      if (before === null || needsNewGrid(before, next)) rebuild(next);
      else ours(() => adjustSheets(parts, before, next));
      lookAround();
    },
  };
  return grid;
}
