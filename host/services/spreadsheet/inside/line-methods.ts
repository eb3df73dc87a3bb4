import type { Methods } from "../../../realm/inside/define-class";
import { chain } from "../../../realm/inside/kit";
import type { Context } from "./context";

/** Rows and columns of a sheet: insert, delete, hide, widen. */
export const lineMethods = ({ kit, placeOf }: Context): Methods<number> => {
  const tell =
    (op: string, more?: number) =>
    (id: number, first: number, count = 1): typeof chain => {
      kit.ask(op, id, first, count, ...(more === undefined ? [] : [more]));
      return chain;
    };
  const after = (op: string) => (id: number, line: number, count?: number) =>
    tell(op)(id, line + 1, count);
  const ofRange =
    (axis: "row" | "column", op: string, more: number) =>
    (id: number, target: unknown): typeof chain => {
      const place = placeOf(target);
      const count = axis === "row" ? place.rows : place.columns;
      return tell(op, more)(id, place[axis], count);
    };
  return {
    insertRows: tell("rows.insert"),
    insertRowBefore: tell("rows.insert"),
    insertRowsBefore: tell("rows.insert"),
    insertRowAfter: after("rows.insert"),
    insertRowsAfter: after("rows.insert"),
    deleteRow: (id, row: number) => tell("rows.delete")(id, row),
    deleteRows: tell("rows.delete"),
    insertColumns: tell("columns.insert"),
    insertColumnBefore: tell("columns.insert"),
    insertColumnsBefore: tell("columns.insert"),
    insertColumnAfter: after("columns.insert"),
    insertColumnsAfter: after("columns.insert"),
    deleteColumn: (id, column: number) => tell("columns.delete")(id, column),
    deleteColumns: tell("columns.delete"),
    moveRows: (id, target: unknown, before: number) => {
      const place = placeOf(target);
      kit.ask("rows.move", id, place.row, place.rows, before);
    },
    moveColumns: (id, target: unknown, before: number) => {
      const place = placeOf(target);
      kit.ask("columns.move", id, place.column, place.columns, before);
    },
    hideRows: tell("rows.hide", 1),
    showRows: tell("rows.hide", 0),
    hideRow: ofRange("row", "rows.hide", 1),
    unhideRow: ofRange("row", "rows.hide", 0),
    isRowHiddenByUser: (id, row: number) => kit.ask("rows.isHidden", id, row),
    hideColumns: tell("columns.hide", 1),
    showColumns: tell("columns.hide", 0),
    hideColumn: ofRange("column", "columns.hide", 1),
    unhideColumn: ofRange("column", "columns.hide", 0),
    isColumnHiddenByUser: (id, column: number) => kit.ask("columns.isHidden", id, column),
    getColumnWidth: (id, column: number) => kit.ask("columns.width", id, column),
    autoResizeColumn: (id, column: number) => tell("columns.fit")(id, column),
    autoResizeColumns: tell("columns.fit"),
    setColumnWidth: (id, column: number, width: number) =>
      tell("columns.setWidth", width)(id, column),
    setColumnWidths: (id, column: number, count: number, width: number) =>
      tell("columns.setWidth", width)(id, column, count),
  };
};
