import type { Execution } from "../../../realm/execution";
import type { HostState } from "../../../realm/host-state";
import type { Plain } from "../../../realm/inside/bridge";
import type { Moved } from "../../../realm/usage";
import {
  checkMayEdit,
  type Rect,
  ServiceError,
  type Sheet,
  type Workbook,
} from "../../../workbook";

/** What every group of operations works on. */
export interface Scope {
  readonly book: Workbook;
  readonly host: HostState;
  readonly execution: Execution;
  /** The sheet with an id; throws if it was deleted. */
  readonly sheet: (id: Plain) => Sheet;
  /**
   * Queues a write to a rectangle of a sheet, which is looked up again when the write is carried out; it throws there
   * if a protection stops the person (PLATFORM-53).
   */
  readonly write: (id: Plain, rect: Rect, write: (sheet: Sheet) => void, moved?: Moved) => void;
  /** Throws if a protection stops the person from changing the rectangle, or the sheet as a whole. */
  readonly checkMayEdit: (sheet: Sheet, rect: Rect | null) => void;
}

export const createScope = (host: HostState, execution: Execution): Scope => {
  const book = host.workbook;
  const sheet = (id: Plain): Sheet => {
    const found = book.sheets.find((each) => each.id === id);
    if (found === undefined) throw new ServiceError(`Sheet ${String(id)} not found`);
    return found;
  };
  return {
    book,
    host,
    execution,
    sheet,
    write: (id, rect, write, moved) =>
      execution.write(() => {
        const at = sheet(id);
        checkMayEdit(at, rect, host);
        write(at);
      }, moved),
    checkMayEdit: (at, rect) => checkMayEdit(at, rect, host),
  };
};

/** The rectangle of the arguments that follow a sheet's id: row, column, rows, columns. */
export const rectOf = (args: readonly Plain[]): Rect => ({
  row: Number(args[1]),
  column: Number(args[2]),
  rows: Number(args[3]),
  columns: Number(args[4]),
});

/** The number of cells of a rectangle. */
export const area = (rect: Rect): number => rect.rows * rect.columns;
