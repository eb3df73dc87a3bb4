import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { a1 } from "./a1";
import { at, type Context, type Place } from "./context";

type Key = number | { readonly column: number; readonly ascending?: boolean };

/** Where a range is, and how it is moved and sorted. */
export const placeMethods = ({ kit, range, sheet, placeOf, make }: Context): Methods<Place> => ({
  getA1Notation: (place) => a1(place),
  getRow: (place) => place.row,
  getRowIndex: (place) => place.row,
  getColumn: (place) => place.column,
  getNumRows: (place) => place.rows,
  getNumColumns: (place) => place.columns,
  getHeight: (place) => place.rows,
  getWidth: (place) => place.columns,
  getLastRow: (place) => place.row + place.rows - 1,
  getLastColumn: (place) => place.column + place.columns - 1,
  isStartRowBounded: (place) => place.whole !== "columns",
  isEndRowBounded: (place) => place.whole !== "columns",
  isStartColumnBounded: (place) => place.whole !== "rows",
  isEndColumnBounded: (place) => place.whole !== "rows",
  getGridId: (place) => place.sheet,
  getSheet: (place) => sheet(place.sheet),
  getCell: (place, row: number, column: number) => {
    if (row < 1 || column < 1 || row > place.rows || column > place.columns) {
      throw exception("Cell reference out of range");
    }
    const [top, left] = [place.row + row - 1, place.column + column - 1];
    return range({ sheet: place.sheet, row: top, column: left, rows: 1, columns: 1 });
  },
  offset: (place, down: number, right: number, rows?: number, columns?: number) =>
    range({
      sheet: place.sheet,
      row: place.row + down,
      column: place.column + right,
      rows: rows ?? place.rows,
      columns: columns ?? place.columns,
    }),
  activate: (place) => {
    kit.ask("active.set", ...at(place));
    return chain;
  },
  activateAsCurrentCell: (place) => {
    kit.ask("active.set", ...at({ ...place, rows: 1, columns: 1 }));
    return chain;
  },
  sort: (place, specification: Key | readonly Key[]) => {
    const list = Array.isArray(specification) ? (specification as Key[]) : [specification as Key];
    const keys = list.map((key) => (typeof key === "number" ? { column: key } : key));
    for (const { column } of keys) {
      if (column < place.column || column >= place.column + place.columns) {
        throw exception("The sort column is outside the range.");
      }
    }
    const flat = keys.map(({ column, ascending }) => [column, ascending === false ? 0 : 1]);
    kit.ask("range.sort", ...at(place), flat.flat());
    return chain;
  },
  copyTo: (place, target: unknown, options?: unknown, transposed?: boolean) => {
    const to = placeOf(target);
    const flags = (options ?? {}) as {
      readonly contentsOnly?: boolean;
      readonly formatOnly?: boolean;
    };
    const type = String(options ?? "");
    if (transposed === true) throw exception("not in the local host: Range.copyTo transposed");
    const values = flags.contentsOnly === true || type === "PASTE_VALUES";
    const formats = flags.formatOnly === true || type === "PASTE_FORMAT";
    const kind = values ? "values" : formats ? "formats" : "all";
    kit.ask("range.copy", ...at(place), to.sheet, to.row, to.column, kind);
    return undefined;
  },
  protect: (place) =>
    make("Protection", { sheet: place.sheet, id: kit.ask("protect.add", ...at(place)) }),
  canEdit: (place) => kit.ask("protect.mayEdit", ...at(place)),
});
