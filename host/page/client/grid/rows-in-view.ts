import { ICommandService } from "@univerjs/core";
import {
  SetScrollOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetZoomRatioOperation,
} from "@univerjs/preset-sheets-core";
import type { CellArea, PageState, WireRows } from "../../wire";
import { fetchRows, tell } from "../state/call";
import { client } from "../state/client-state";
import type { UniverParts } from "./univer";
import { createWindows } from "./windows";

export type RowsInView = {
  /** Makes sure that the rows in view show what the server has now. */
  readonly look: () => void;
  /** Whether all cells of an area are loaded: those below the last used row are empty anyway. */
  readonly isLoaded: (sheet: number, area: CellArea) => boolean;
  /** Forgets what was loaded, since the grid was created again. */
  readonly reset: () => void;
};

type Source = {
  readonly state: () => PageState | null;
  readonly show: (sheet: number, from: number, count: number, rows: WireRows) => void;
};

/** What moves cells in the window. */
const laysOut: ReadonlySet<string> = new Set([
  SetScrollOperation.id,
  SetZoomRatioOperation.id,
  SetWorksheetActiveOperation.id,
  SetWorksheetColWidthMutation.id,
]);

/** Sheets with up to this many rows are loaded completely, so that keyboard jumps find their ends. */
const loadedWhole = 5_000;

/** In ms; after this time, what was scrolled to has been drawn. */
const drawn = 60;

/** Loads the rows in view, and some around them. */
export function rowsInView({ univer, api }: UniverParts, { state, show }: Source): RowsInView {
  const windows = createWindows({
    version: () => state()?.version ?? 0,
    fetch: fetchRows,
    show,
    failed: (thrown) => tell("The sheet could not be read", thrown),
  });
  const look = (): void => {
    const { sheet } = client.get();
    if (sheet === null) return;
    const used = state()?.sheets.find(({ id }) => id === sheet)?.usedRows ?? 0;
    const visible = api.getActiveWorkbook()?.getActiveSheet()?.getVisibleRange();
    const [from, to] = [(visible?.startRow ?? 0) - 30, (visible?.endRow ?? 0) + 60];
    windows.need(sheet, 0, used <= loadedWhole ? used : 0);
    windows.need(sheet, from, Math.max(from, Math.min(to, used)));
  };
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** The rows in view are only known once the scrolled picture has been drawn. */
  const lookSoon = (): void => {
    clearTimeout(looking);
    looking = setTimeout(look, drawn);
    requestAnimationFrame(look);
  };
  univer
    .__getInjector()
    .get(ICommandService)
    .onCommandExecuted(({ id }) => {
      if (!laysOut.has(id)) return;
      requestAnimationFrame(() => client.set({ moved: client.get().moved + 1 }));
      if (id === SetScrollOperation.id) lookSoon();
    });
  return {
    look,
    isLoaded: (sheet, { row, rows }) => {
      const used = state()?.sheets.find(({ id }) => id === sheet)?.usedRows ?? 0;
      const last = Math.min(row + rows - 1, used);
      return last < row || windows.has(sheet, row - 1, last - 1);
    },
    reset: windows.reset,
  };
}
