import type { Op } from "../../../realm/outside-service";
import {
  type CopyKind,
  checkRect,
  copyRect,
  deleteColumns,
  deleteRows,
  hideLines,
  insertColumns,
  insertRows,
  lastRow,
  linesOf,
  moveColumns,
  moveRows,
  readDisplay,
  type Sheet,
  sortRect,
  type Workbook,
} from "../../../workbook";
import { area, rectOf, type Scope } from "./scope";

const columnOf = (sheet: Sheet, column: number) => {
  while (sheet.columns.length < column) sheet.columns.push({ width: null, hidden: false });
  return sheet.columns[column - 1] ?? { width: null, hidden: false };
};

/** The default width of a column, in pixels. */
const plainWidth = 100;

/** Wide enough for the longest text that a column shows, in pixels; never narrower than a number. */
const fittingWidth = (book: Workbook, sheet: Sheet, column: number): number => {
  const rows = Math.max(1, Math.min(sheet.rows.length, sheet.maxRows));
  const shown = readDisplay(book, sheet, { row: 1, column, rows, columns: 1 });
  const longest = shown.reduce((most, text) => Math.max(most, text.length), 0);
  return Math.min(2_000, Math.max(25, 16 + longest * 7));
};

/** Rows, columns, sorting and copying; carried out at once, after the writes before them. */
export const structureOps = ({
  book,
  checkMayEdit,
  execution,
  sheet,
}: Scope): Readonly<Record<string, Op>> => {
  const lines =
    (
      axis: "rows" | "columns",
      change: (at: Sheet, first: number, count: number, more: number) => void,
    ): Op =>
    (id, first, count, more) => {
      execution.change();
      const at = sheet(id);
      checkMayEdit(at, linesOf(at, axis, Number(first), Number(count)));
      change(at, Number(first), Number(count), Number(more));
      book.version += 1;
      return undefined;
    };
  return {
    "rows.insert": lines("rows", (at, before, count) => insertRows(book, at, before, count)),
    "rows.delete": lines("rows", (at, first, count) => deleteRows(book, at, first, count)),
    "rows.move": lines("rows", (at, first, count, before) =>
      moveRows(book, at, first, count, before),
    ),
    "columns.insert": lines("columns", (at, before, count) =>
      insertColumns(book, at, before, count),
    ),
    "columns.delete": lines("columns", (at, first, count) => deleteColumns(book, at, first, count)),
    "columns.move": lines("columns", (at, first, count, before) =>
      moveColumns(book, at, first, count, before),
    ),
    "columns.width": (id, column) => sheet(id).columns[Number(column) - 1]?.width ?? plainWidth,
    "columns.setWidth": lines("columns", (at, first, count, width) => {
      for (let n = first; n < first + count; n += 1) columnOf(at, n).width = width;
    }),
    "columns.fit": lines("columns", (at, first, count) => {
      checkRect(at, { row: 1, column: first, rows: 1, columns: count });
      for (let n = first; n < first + count; n += 1)
        columnOf(at, n).width = fittingWidth(book, at, n);
    }),
    "columns.hide": lines("columns", (at, first, count, hidden) =>
      hideLines(book, at, "columns", first, count, hidden === 1),
    ),
    "columns.isHidden": (id, column) => sheet(id).columns[Number(column) - 1]?.hidden ?? false,
    "rows.hide": lines("rows", (at, first, count, hidden) =>
      hideLines(book, at, "rows", first, count, hidden === 1),
    ),
    "rows.isHidden": (id, row) => sheet(id).rows[Number(row) - 1]?.hidden ?? false,
    "range.sort": (...args) => {
      execution.flush();
      const rect = rectOf(args);
      const flat = args[5] as readonly number[];
      const keys = flat.flatMap((column, at) =>
        at % 2 === 0 ? [{ column, ascending: flat[at + 1] === 1 }] : [],
      );
      execution.trip({ written: area(rect) });
      checkMayEdit(sheet(args[0]), rect);
      sortRect(book, sheet(args[0]), rect, keys);
      return undefined;
    },
    "sheet.sort": (id, column, ascending) => {
      execution.flush();
      const at = sheet(id);
      const first = at.frozenRows + 1;
      const rows = lastRow(at) - first + 1;
      if (rows < 1) return undefined;
      const rect = { row: first, column: 1, rows, columns: at.maxColumns };
      execution.trip({ written: area(rect) });
      checkMayEdit(at, rect);
      sortRect(book, at, rect, [{ column: Number(column), ascending: ascending === true }]);
      return undefined;
    },
    "range.copy": (...args) => {
      execution.flush();
      const rect = rectOf(args);
      execution.trip({ written: area(rect) });
      const [toId, row, column, kind] = args.slice(5);
      const to = sheet(toId);
      checkMayEdit(to, { ...rect, row: Number(row), column: Number(column) });
      copyRect(book, sheet(args[0]), rect, to, Number(row), Number(column), kind as CopyKind);
      return undefined;
    },
  };
};
