import type { Execution } from "../../../realm/execution";
import type { HostState } from "../../../realm/host-state";
import type { Plain } from "../../../realm/inside/bridge";
import { type Rect, ServiceError, type Sheet, type Workbook } from "../../../workbook";

/** What every group of operations works on. */
export interface Scope {
  readonly book: Workbook;
  readonly host: HostState;
  readonly execution: Execution;
  /** The sheet with an id; throws if it was deleted. */
  readonly sheet: (id: Plain) => Sheet;
  /** Queues a write to a sheet, which is looked up again when the write is carried out. */
  readonly write: (id: Plain, write: (sheet: Sheet) => void) => void;
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
    write: (id, write) => execution.write(() => write(sheet(id))),
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
