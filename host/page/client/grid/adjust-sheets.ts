import { ICommandService } from "@univerjs/core";
import {
  SetFrozenMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetNameMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/preset-sheets-core";
import type { PageState, SheetInfo } from "../../wire";
import { adjustHidden } from "./hidden-lines";
import { unitId } from "./unit-id";
import type { UniverParts } from "./univer";
import { defaultWidth, freezeOf } from "./workbook-data";

/** Whether sheets were added, removed, moved or hidden, so that the grid must be created again. */
export function needsNewGrid(before: PageState, next: PageState): boolean {
  return before.id !== next.id || outline(before) !== outline(next);
}

function outline({ sheets }: PageState): string {
  return sheets.map(({ id, hidden }) => `${id} ${hidden}`).join();
}

/** Updates sizes, names, frozen and hidden lines of the sheets. */
export function adjustSheets({ univer }: UniverParts, before: PageState, next: PageState): void {
  const commands = univer.__getInjector().get(ICommandService);
  for (const sheet of next.sheets) {
    const known = before.sheets.find(({ id }) => id === sheet.id);
    if (known === undefined) continue;
    const target = { unitId, subUnitId: String(sheet.id) };
    const run = (id: string, what: object): void => {
      commands.syncExecuteCommand(id, { ...target, ...what }, { onlyLocal: true });
    };
    if (known.name !== sheet.name) run(SetWorksheetNameMutation.id, { name: sheet.name });
    if (known.maxRows !== sheet.maxRows)
      run(SetWorksheetRowCountMutation.id, { rowCount: sheet.maxRows });
    if (known.maxColumns !== sheet.maxColumns)
      run(SetWorksheetColumnCountMutation.id, { columnCount: sheet.maxColumns });
    if (known.frozenRows !== sheet.frozenRows || known.frozenColumns !== sheet.frozenColumns)
      run(SetFrozenMutation.id, freezeOf(sheet));
    adjustHidden(run, known, sheet);
    const widths = changedWidths(known, sheet);
    if (widths.size > 0)
      run(SetWorksheetColWidthMutation.id, {
        ranges: [...widths.keys()].map((column) => ({
          startRow: 0,
          endRow: sheet.maxRows - 1,
          startColumn: column,
          endColumn: column,
        })),
        colWidth: Object.fromEntries(widths),
      });
  }
}

function changedWidths(before: SheetInfo, next: SheetInfo): ReadonlyMap<number, number> {
  const changed = new Map<number, number>();
  for (let c = 0; c < Math.max(before.widths.length, next.widths.length); c += 1) {
    const [was, is] = [before.widths[c] ?? defaultWidth, next.widths[c] ?? defaultWidth];
    if (was !== is) changed.set(c, is);
  }
  return changed;
}
