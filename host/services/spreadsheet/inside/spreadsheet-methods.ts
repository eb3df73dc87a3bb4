import type { Methods } from "../../../realm/inside/define-class";
import { exception } from "../../../realm/inside/exception";
import { chain } from "../../../realm/inside/kit";
import { at, type Context, placeFrom } from "./context";

/** Methods that Spreadsheet forwards to its active sheet. */
const toActive = [
  "appendRow",
  "autoResizeColumn",
  "createTextFinder",
  "deleteColumn",
  "deleteColumns",
  "deleteRow",
  "deleteRows",
  "getActiveCell",
  "getActiveRange",
  "getActiveRangeList",
  "getColumnWidth",
  "getCurrentCell",
  "getDataRange",
  "getFrozenColumns",
  "getFrozenRows",
  "getLastColumn",
  "getLastRow",
  "getSelection",
  "getSheetId",
  "getSheetName",
  "getSheetValues",
  "hideColumn",
  "hideRow",
  "insertColumnAfter",
  "insertColumnBefore",
  "insertColumnsAfter",
  "insertColumnsBefore",
  "insertRowAfter",
  "insertRowBefore",
  "insertRowsAfter",
  "insertRowsBefore",
  "isColumnHiddenByUser",
  "isRowHiddenByUser",
  "setActiveRange",
  "setActiveSelection",
  "setColumnWidth",
  "setCurrentCell",
  "setFrozenColumns",
  "setFrozenRows",
  "sort",
  "unhideColumn",
  "unhideRow",
] as const;

/** Spreadsheet as a whole; what concerns one sheet is forwarded to the active one. */
export const spreadsheetMethods = (
  context: Context,
  sheetMethods: Methods<number>,
): Methods<undefined> => {
  const { kit, range, sheet, sheetId, make } = context;
  const active = (): number => Number(kit.ask("active.sheet"));
  const handed: Record<string, (state: undefined, ...args: never[]) => unknown> = {};
  for (const name of toActive) {
    handed[name] = (_state, ...args) => sheetMethods[name]?.(active(), ...args);
  }
  const tell = (op: string, ...args: (string | number | null)[]): typeof chain => {
    kit.ask(op, ...args);
    return chain;
  };
  const add = (name: string | null, index: number | null): object => {
    const made = Number(kit.ask("sheet.add", name, index));
    kit.ask("active.set", made, 1, 1, 1, 1);
    return sheet(made);
  };
  const resolve = (text: string): object => {
    const found = kit.ask("book.range", null, text);
    if (found === null) throw exception("Range not found");
    return range(placeFrom(found, text));
  };
  return {
    ...handed,
    getId: () => kit.ask("book.id"),
    getUrl: () => `https://docs.google.com/spreadsheets/d/${String(kit.ask("book.id"))}/edit`,
    getName: () => kit.ask("book.name"),
    rename: (_state, name: string) => void tell("book.rename", name),
    getSpreadsheetLocale: () => kit.ask("book.locale"),
    setSpreadsheetLocale: (_state, locale: string) => void tell("book.setLocale", locale),
    getSpreadsheetTimeZone: () => kit.ask("book.timeZone"),
    setSpreadsheetTimeZone: (_state, zone: string) => void tell("book.setTimeZone", zone),
    getOwner: () => kit.provided("User", kit.ask("book.owner")),
    getEditors: () => [],
    getViewers: () => [],
    getSheets: () => (kit.ask("sheet.ids") as readonly number[]).map(sheet),
    getNumSheets: () => (kit.ask("sheet.ids") as readonly number[]).length,
    getSheetByName: (_state, name: string) => {
      const found = kit.ask("sheet.find", name);
      return found === null ? null : sheet(Number(found));
    },
    getSheetById: (_state, id: number) => (kit.ask("sheet.exists", id) === true ? sheet(id) : null),
    getActiveSheet: () => sheet(active()),
    setActiveSheet: (_state, target: unknown) => {
      kit.ask("active.set", sheetId(target), 1, 1, 1, 1);
      return target;
    },
    getRange: (_state, text: string) => resolve(text),
    getRangeList: (_state, texts: string[]) =>
      context.rangeList(texts.map((text) => context.placeOf(resolve(text)))),
    insertSheet: (_state, ...args: unknown[]) => {
      const name = args.find((each) => typeof each === "string") as string | undefined;
      const index = args.find((each) => typeof each === "number") as number | undefined;
      const options = args.find((each) => typeof each === "object" && each !== null) as
        | { readonly template?: unknown }
        | undefined;
      if (options?.template === undefined) return add(name ?? null, index ?? null);
      const copied = Number(kit.ask("sheet.copy", sheetId(options.template), name ?? null));
      if (index !== undefined) kit.ask("sheet.move", copied, index + 1);
      return sheet(copied);
    },
    deleteSheet: (_state, target: unknown) => void tell("sheet.remove", sheetId(target)),
    deleteActiveSheet: () => {
      kit.ask("sheet.remove", active());
      return sheet(active());
    },
    duplicateActiveSheet: () => sheet(Number(kit.ask("sheet.copy", active(), null))),
    moveActiveSheet: (_state, index: number) => void tell("sheet.move", active(), index),
    renameActiveSheet: (_state, name: string) => void tell("sheet.rename", active(), name),
    getNamedRanges: () =>
      (kit.ask("names.all") as readonly string[]).map((name) => make("NamedRange", { name })),
    getRangeByName: (_state, name: string) => {
      const found = kit.ask("names.range", name);
      return found === null ? null : range(placeFrom(found));
    },
    setNamedRange: (_state, name: string, target: unknown) =>
      void kit.ask("names.set", ...at(context.placeOf(target)), name),
    removeNamedRange: (_state, name: string) => void tell("names.remove", name),
    toast: (_state, ...texts: string[]) => void kit.provided("toast", ...texts),
    show: (_state, page: unknown) => void kit.provided("show", page),
    addMenu: (_state, name: string, items: unknown[]) => void kit.provided("addMenu", name, items),
  };
};
