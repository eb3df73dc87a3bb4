import type { IRange } from "@univerjs/core";
import {
  INTERCEPTOR_POINT,
  IRenderManagerService,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SheetInterceptorService,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import type { SheetInfo } from "../../wire";
import { client } from "../state/client-state";
import { unitId } from "./unit-id";
import type { UniverParts } from "./univer";

const known = new WeakMap<readonly number[], ReadonlySet<number>>();

/** Whether a sheet's filter hides a row (1-based). */
export function isFiltered(sheet: number, row: number): boolean {
  const runs = client.get().page?.sheets.find(({ id }) => id === sheet)?.filteredRows;
  if (runs === undefined || runs.length === 0) return false;
  const set = known.get(runs) ?? linesOf(runs);
  known.set(runs, set);
  return set.has(row - 1);
}

/** Lets the grid leave out the rows that a filter hides. */
export function leaveOutFiltered({ univer }: UniverParts): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
      handler: (filtered, { subUnitId, row }, next) =>
        next(filtered || isFiltered(Number(subUnitId), row + 1)),
    });
}

/** Hides and shows the rows and columns that have become hidden or shown in a sheet. */
export function adjustHidden(
  run: (id: string, what: object) => void,
  before: SheetInfo,
  next: SheetInfo,
): void {
  const rows = difference(linesOf(before.hiddenRows), linesOf(next.hiddenRows));
  const columns = difference(new Set(before.hiddenColumns), new Set(next.hiddenColumns));
  const wide = { startColumn: 0, endColumn: next.maxColumns - 1 };
  const high = { startRow: 0, endRow: next.maxRows - 1 };
  const rowRange = (row: number): IRange => ({ startRow: row, endRow: row, ...wide });
  const columnRange = (c: number): IRange => ({ startColumn: c, endColumn: c, ...high });
  const tell = (id: string, ranges: IRange[]): void => {
    if (ranges.length > 0) run(id, { ranges });
  };
  tell(SetRowVisibleMutation.id, rows.gone.map(rowRange));
  tell(SetRowHiddenMutation.id, rows.come.map(rowRange));
  tell(SetColVisibleMutation.id, columns.gone.map(columnRange));
  tell(SetColHiddenMutation.id, columns.come.map(columnRange));
}

/** Lays a sheet out again when its filter hides other rows than before: Univer does not know of them. */
export function layOutFiltered(
  { univer }: UniverParts,
  before: SheetInfo | undefined,
  next: SheetInfo,
): void {
  if (String(before?.filteredRows ?? "") === String(next.filteredRows)) return;
  const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  const skeletons = render?.with(SheetSkeletonManagerService);
  skeletons?.makeDirty({ sheetId: String(next.id) }, true);
  skeletons?.reCalculate();
}

/** The lines (0-based) of runs in one list: first and last of each. */
export function linesOf(runs: readonly number[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (let at = 0; at < runs.length; at += 2)
    for (let line = runs[at] ?? 0; line <= (runs[at + 1] ?? -1); line += 1) lines.add(line);
  return lines;
}

function difference(before: ReadonlySet<number>, next: ReadonlySet<number>) {
  return {
    gone: [...before].filter((line) => !next.has(line)),
    come: [...next].filter((line) => !before.has(line)),
  };
}
