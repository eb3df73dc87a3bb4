import type { Op } from "../../../realm/outside-service";
import {
  addSheet,
  copySheet,
  freezeLines,
  hexColor,
  hideSheet,
  lastColumn,
  lastRow,
  moveSheet,
  removeSheet,
  renameSheet,
  type Sheet,
} from "../../../workbook";
import type { Scope } from "./scope";

/** One sheet as a whole. Whatever reads it or changes its structure carries out queued writes first. */
export const sheetOps = ({
  book,
  checkMayEdit,
  execution,
  sheet,
}: Scope): Readonly<Record<string, Op>> => {
  const changing =
    (change: (at: Sheet, ...args: readonly unknown[]) => void): Op =>
    (id, ...args) => {
      execution.change();
      checkMayEdit(sheet(id), null);
      change(sheet(id), ...args);
      book.version += 1;
      return undefined;
    };
  return {
    "sheet.ids": () => book.sheets.map(({ id }) => id),
    "sheet.find": (name) => book.sheets.find((each) => each.name === name)?.id ?? null,
    "sheet.exists": (id) => book.sheets.some((each) => each.id === id),
    "sheet.name": (id) => sheet(id).name,
    "sheet.index": (id) => book.sheets.indexOf(sheet(id)) + 1,
    "sheet.size": (id) => [sheet(id).maxRows, sheet(id).maxColumns],
    "sheet.last": (id) => {
      execution.flush();
      return [lastRow(sheet(id)), lastColumn(sheet(id))];
    },
    "sheet.isHidden": (id) => sheet(id).hidden,
    "sheet.tabColor": (id) => sheet(id).tabColor,
    "sheet.frozen": (id) => [sheet(id).frozenRows, sheet(id).frozenColumns],
    "sheet.add": (name, index) => {
      execution.flush();
      execution.trip({});
      const at = index === null ? undefined : Number(index);
      return addSheet(book, name === null ? undefined : String(name), at).id;
    },
    "sheet.copy": (id, name) => {
      execution.flush();
      execution.trip({});
      return copySheet(book, sheet(id), name === null ? undefined : String(name)).id;
    },
    "sheet.remove": changing((at) => removeSheet(book, at)),
    "sheet.rename": changing((at, name) => renameSheet(book, at, String(name))),
    "sheet.move": changing((at, index) => moveSheet(book, at, Number(index) - 1)),
    "sheet.hide": changing((at, hidden) => hideSheet(book, at, hidden === true)),
    "sheet.setTabColor": changing((at, color) => {
      at.tabColor = color === null || color === "" ? null : hexColor(String(color));
    }),
    "sheet.freeze": changing((at, rows, columns) => {
      if (rows !== null) freezeLines(book, at, "rows", Number(rows));
      if (columns !== null) freezeLines(book, at, "columns", Number(columns));
    }),
  };
};
