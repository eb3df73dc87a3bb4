import type { Op } from "../../../realm/outside-service";
import {
  type CopyKind,
  copyRect,
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  lastRow,
  moveColumns,
  moveRows,
  type Sheet,
  sortRect,
} from "../../../workbook";
import { area, rectOf, type Scope } from "./scope";

const columnOf = (sheet: Sheet, column: number) => {
  while (sheet.columns.length < column) sheet.columns.push({ width: null, hidden: false });
  return sheet.columns[column - 1] ?? { width: null, hidden: false };
};

/** The default width of a column, in pixels. */
const plainWidth = 100;

/** Rows, columns, sorting and copying; carried out at once, after the writes before them. */
export const structureOps = ({ book, execution, sheet }: Scope): Readonly<Record<string, Op>> => {
  const lines =
    (change: (at: Sheet, first: number, count: number, more: number) => void): Op =>
    (id, first, count, more) => {
      execution.flush();
      change(sheet(id), Number(first), Number(count), Number(more));
      book.version += 1;
      return undefined;
    };
  return {
    "rows.insert": lines((at, before, count) => insertRows(book, at, before, count)),
    "rows.delete": lines((at, first, count) => deleteRows(book, at, first, count)),
    "rows.move": lines((at, first, count, before) => moveRows(book, at, first, count, before)),
    "columns.insert": lines((at, before, count) => insertColumns(book, at, before, count)),
    "columns.delete": lines((at, first, count) => deleteColumns(book, at, first, count)),
    "columns.move": lines((at, first, count, before) =>
      moveColumns(book, at, first, count, before),
    ),
    "columns.width": (id, column) => sheet(id).columns[Number(column) - 1]?.width ?? plainWidth,
    "columns.setWidth": lines((at, first, count, width) => {
      for (let n = first; n < first + count; n += 1) columnOf(at, n).width = width;
    }),
    "columns.hide": lines((at, first, count, hidden) => {
      for (let n = first; n < first + count; n += 1) columnOf(at, n).hidden = hidden === 1;
    }),
    "columns.isHidden": (id, column) => sheet(id).columns[Number(column) - 1]?.hidden ?? false,
    "rows.hide": lines((at, first, count, hidden) => {
      for (const row of at.rows.slice(first - 1, first - 1 + count)) {
        if (row !== null) row.hidden = hidden === 1;
      }
    }),
    "rows.isHidden": (id, row) => sheet(id).rows[Number(row) - 1]?.hidden ?? false,
    "range.sort": (...args) => {
      execution.flush();
      const rect = rectOf(args);
      const flat = args[5] as readonly number[];
      const keys = flat.flatMap((column, at) =>
        at % 2 === 0 ? [{ column, ascending: flat[at + 1] === 1 }] : [],
      );
      execution.trip({ written: area(rect) });
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
      sortRect(book, at, rect, [{ column: Number(column), ascending: ascending === true }]);
      return undefined;
    },
    "range.copy": (...args) => {
      execution.flush();
      const rect = rectOf(args);
      execution.trip({ written: area(rect) });
      const [toId, row, column, kind] = args.slice(5);
      const to = sheet(toId);
      copyRect(book, sheet(args[0]), rect, to, Number(row), Number(column), kind as CopyKind);
      return undefined;
    },
  };
};
