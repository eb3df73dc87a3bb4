import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { readValues, toCells } from "./cells";
import { type Context, type Place, placeFrom } from "./context";

type Pair = readonly [number, number];

/** A sheet's name, size, cells and formats; the state is its id. */
export const sheetMethods = (context: Context): Methods<number> => {
  const { kit, range, rangeList, placeOf } = context;
  const pair = (op: string, id: number): Pair => kit.ask(op, id) as unknown as Pair;
  const tell = (op: string, id: number, ...args: (string | number | boolean | null)[]) => {
    kit.ask(op, id, ...args);
    return chain;
  };
  const named = (id: number, text: string): Place => {
    const found = kit.ask("book.range", id, text);
    if (found === null) throw exception("Range not found");
    return placeFrom(found, text);
  };
  const whole = (id: number): Place => {
    const [rows, columns] = pair("sheet.size", id);
    return { sheet: id, row: 1, column: 1, rows, columns };
  };
  const data = (id: number): Place => {
    const [rows, columns] = pair("sheet.last", id);
    return { sheet: id, row: 1, column: 1, rows: rows || 1, columns: columns || 1 };
  };
  const clear = (
    id: number,
    contents: boolean,
    formats: boolean,
    notes: boolean,
    rules: boolean,
  ) => {
    const { row, column, rows, columns } = whole(id);
    return tell("range.clear", id, row, column, rows, columns, contents, formats, notes, rules);
  };
  return {
    getName: (id) => kit.ask("sheet.name", id),
    getSheetName: (id) => kit.ask("sheet.name", id),
    getSheetId: (id) => id,
    getIndex: (id) => kit.ask("sheet.index", id),
    getParent: () => context.spreadsheet(),
    getType: () => kit.enumeration("SheetType").GRID,
    getMaxRows: (id) => pair("sheet.size", id)[0],
    getMaxColumns: (id) => pair("sheet.size", id)[1],
    getLastRow: (id) => pair("sheet.last", id)[0],
    getLastColumn: (id) => pair("sheet.last", id)[1],
    getFrozenRows: (id) => pair("sheet.frozen", id)[0],
    getFrozenColumns: (id) => pair("sheet.frozen", id)[1],
    setFrozenRows: (id, rows: number) => tell("sheet.freeze", id, rows, null),
    setFrozenColumns: (id, columns: number) => tell("sheet.freeze", id, null, columns),
    isSheetHidden: (id) => kit.ask("sheet.isHidden", id),
    hideSheet: (id) => tell("sheet.hide", id, true),
    showSheet: (id) => tell("sheet.hide", id, false),
    getTabColor: (id) => kit.ask("sheet.tabColor", id),
    setTabColor: (id, color: string | null) => tell("sheet.setTabColor", id, color),
    setName: (id, name: string) => tell("sheet.rename", id, name),
    activate: (id) => tell("active.set", id, 1, 1, 1, 1),
    getRange: (id, first: number | string, column?: number, rows?: number, columns?: number) =>
      range(
        typeof first === "string"
          ? named(id, first)
          : { sheet: id, row: first, column: column ?? 1, rows: rows ?? 1, columns: columns ?? 1 },
      ),
    getRangeList: (id, texts: string[]) => rangeList(texts.map((text) => named(id, text))),
    getDataRange: (id) => range(data(id)),
    getSheetValues: (id, row: number, column: number, rows: number, columns: number) =>
      readValues(context, { sheet: id, row, column, rows, columns }),
    appendRow: (id, values: unknown[]) => {
      const [cells, dates] = toCells(values);
      kit.ask("sheet.append", id, cells, dates);
      return chain;
    },
    clear: (id, options?: Readonly<Record<string, boolean>>) =>
      options === undefined || options === null
        ? clear(id, true, true, false, false)
        : clear(id, options.contentsOnly === true, options.formatOnly === true, false, false),
    clearContents: (id) => clear(id, true, false, false, false),
    clearFormats: (id) => clear(id, false, true, false, false),
    clearNotes: (id) => clear(id, false, false, true, false),
    sort: (id, column: number, ascending?: boolean) =>
      tell("sheet.sort", id, column, ascending ?? true),
    copyTo: (id, target: unknown) => {
      if (kit.classOf(target) !== "SpreadsheetApp.Spreadsheet") throw exception("no Spreadsheet");
      return context.sheet(Number(kit.ask("sheet.copy", id, null)));
    },
    setActiveRange: (_id, target: unknown) => {
      const { sheet, row, column, rows, columns } = placeOf(target);
      kit.ask("active.set", sheet, row, column, rows, columns);
      return target;
    },
    setActiveSelection: (id, target: unknown) => {
      const place = typeof target === "string" ? named(id, target) : placeOf(target);
      kit.ask("active.set", place.sheet, place.row, place.column, place.rows, place.columns);
      return range(place);
    },
  };
};
