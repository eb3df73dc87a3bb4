import type { HostState } from "../../../realm/host-state";
import type { Rect } from "../../../workbook";

/** What the person at the keyboard has selected. */
export interface ActivePlace {
  sheetId: number;
  rect: Rect;
  /** How often a script has moved it: the page follows such a move, as Google's does. */
  byScript: number;
}

export const corner: Rect = { row: 1, column: 1, rows: 1, columns: 1 };

/** The selection, which a person, the page or a script moves; initially the first cell of the first sheet. */
export const activePlace = (host: HostState): ActivePlace =>
  host.slot<ActivePlace>("spreadsheet.active", () => ({
    sheetId: host.workbook.sheets[0]?.id ?? 0,
    rect: corner,
    byScript: 0,
  }));
