import type { Driver } from "../../driver/driver";
import { activePlace } from "../../services/spreadsheet/outside/active-place";
import {
  addSheet,
  checkMayEdit,
  copySheet,
  createFilter,
  deleteColumns,
  deleteRows,
  filterColumn,
  freezeLines,
  hexColor,
  hideLines,
  hideSheet,
  insertColumns,
  insertRows,
  type LineAxis,
  linesOf,
  moveColumns,
  moveRows,
  moveSheet,
  type Rect,
  removeFilter,
  removeSheet,
  renameSheet,
  type Sheet,
  sortFilter,
  type Workbook,
  writeFormats,
  writeNotes,
  writeStyles,
} from "../../workbook";
import type { Answer, CallName, Input, Output } from "../calls";
import type { CellArea } from "../wire";
import {
  choicesOf,
  clearCells,
  filterRect,
  pastedRect,
  pasteInto,
  sheetOf,
  sortedRect,
  sortSheet,
  typeCells,
  typedRect,
  widenColumn,
} from "./acts";
import { clockTarget } from "./clock-target";
import { executionLines } from "./execution-lines";
import { findCells, replaceCells } from "./find-cells";
import { mailLines } from "./mail-lines";
import { stepBack, undoable } from "./past";
import { runFromFrame } from "./run-from-frame";
import { clockMoved, holdClock } from "./running-clock";

type Answers = {
  readonly [N in CallName]: (host: Driver, input: Input<N>) => Promise<Output<N>>;
};

type OnSheet = { readonly sheet: number };
/** What an act changes of a sheet: these cells, or the sheet as a whole (null). */
type Touches<I> = (sheet: Sheet, input: I) => readonly (Rect | null)[];
const wholly: Touches<unknown> = () => [null];
const lines: Touches<{ axis: LineAxis; first: number; count: number }> = (sheet, input) => [
  linesOf(sheet, input.axis, input.first, input.count),
];
const filtered: Touches<unknown> = (sheet) => [sheet.filter?.rect ?? null];
const areasOf: Touches<{ readonly areas: readonly CellArea[] }> = (_, { areas }) => areas;

/**
 * The act of the page's person on a sheet, carried out at once, then saved. Refused with Google's words where a protection
 * keeps that person from what it touches (PLATFORM-53).
 */
const onSheet =
  <I extends OnSheet, T = void>(
    name: string,
    touches: Touches<I>,
    act: (book: Workbook, sheet: Sheet, input: I) => T,
  ) =>
  async (host: Driver, input: I): Promise<T extends void ? null : T> => {
    const book = host.workbook;
    const done = undoable(host, name, () => {
      const sheet = sheetOf(book, input.sheet);
      for (const rect of touches(sheet, input)) checkMayEdit(sheet, rect, host.state);
      return act(book, sheet, input);
    });
    return (done ?? null) as T extends void ? null : T;
  };

const answers: Answers = {
  type: onSheet<Input<"type">>("typing", (_, typing) => [typedRect(typing)], typeCells),
  clear: onSheet<Input<"clear">>("clearing cells", areasOf, clearCells),
  "insert-lines": onSheet<Input<"insert-lines">>(
    "inserting",
    (sheet, { axis, before }) => [linesOf(sheet, axis, before, 1)],
    (book, sheet, { axis, before, count }) =>
      (axis === "rows" ? insertRows : insertColumns)(book, sheet, before, count),
  ),
  "delete-lines": onSheet<Input<"delete-lines">>(
    "deleting",
    lines,
    (book, sheet, { axis, first, count }) =>
      (axis === "rows" ? deleteRows : deleteColumns)(book, sheet, first, count),
  ),
  "hide-lines": onSheet<Input<"hide-lines">>(
    "hiding or showing",
    lines,
    (book, sheet, { axis, first, count, hidden }) =>
      hideLines(book, sheet, axis, first, count, hidden),
  ),
  "move-lines": onSheet<Input<"move-lines">>(
    "moving",
    (sheet, { axis, first, count, before }) => [
      linesOf(sheet, axis, first, count),
      linesOf(sheet, axis, Math.min(before, axis === "rows" ? sheet.maxRows : sheet.maxColumns), 1),
    ],
    (book, sheet, { axis, first, count, before }) =>
      (axis === "rows" ? moveRows : moveColumns)(book, sheet, first, count, before),
  ),
  freeze: onSheet<Input<"freeze">>("freezing", wholly, (book, sheet, { axis, count }) =>
    freezeLines(book, sheet, axis, count),
  ),
  format: onSheet<Input<"format">>("a number format", areasOf, (book, sheet, { areas, format }) => {
    for (const area of areas) writeFormats(book, sheet, area, format);
  }),
  style: onSheet<Input<"style">>("a style", areasOf, (book, sheet, { areas, style }) => {
    for (const area of areas) writeStyles(book, sheet, area, style);
  }),
  note: onSheet<Input<"note">>(
    "a note",
    (_, { row, column }) => [{ row, column, rows: 1, columns: 1 }],
    (book, sheet, { row, column, text }) =>
      writeNotes(book, sheet, { row, column, rows: 1, columns: 1 }, [text]),
  ),
  paste: async (host, input) => {
    const { from, isCut } = input;
    return onSheet<Input<"paste">>(
      isCut ? "moving cells" : "pasting",
      (_, how) => [pastedRect(how)],
      (book, sheet, how) => {
        if (isCut) checkMayEdit(sheetOf(book, from.sheet), from, host.state);
        pasteInto(book, sheet, how);
      },
    )(host, input);
  },
  "create-filter": onSheet<Input<"create-filter">>(
    "the filter",
    (sheet, area) => [filterRect(sheet, area)],
    (book, sheet, area) => createFilter(book, sheet, filterRect(sheet, area)),
  ),
  "remove-filter": onSheet<Input<"remove-filter">>("the filter", filtered, removeFilter),
  "filter-column": onSheet<Input<"filter-column">>(
    "the filter",
    filtered,
    (book, sheet, { column, by }) => filterColumn(book, sheet, column, by),
  ),
  "sort-filter": onSheet<Input<"sort-filter">>(
    "sorting",
    filtered,
    (book, sheet, { column, descending }) => sortFilter(book, sheet, column, !descending),
  ),
  "filter-values": async ({ workbook }, { sheet, column }) =>
    choicesOf(workbook, sheetOf(workbook, sheet), column),
  find: async ({ workbook }, wanted) => findCells(workbook, wanted),
  replace: async (host, input) =>
    undoable(host, "replacing", () => replaceCells(host.workbook, host.state, input)),
  undo: async (host) => stepBack(host, "undo"),
  redo: async (host) => stepBack(host, "redo"),
  select: async (host, { sheet, ...rect }) => {
    Object.assign(activePlace(host.state), { sheetId: sheetOf(host.workbook, sheet).id, rect });
    return null;
  },
  sort: onSheet<Input<"sort">>(
    "sorting",
    (sheet, { column }) => [sortedRect(sheet, column)],
    (book, sheet, { column, descending }) => sortSheet(book, sheet, column, descending),
  ),
  widen: onSheet<Input<"widen">>(
    "a column's width",
    (sheet, { column }) => [linesOf(sheet, "columns", column, 1)],
    (book, sheet, { column, width }) => widenColumn(book, sheet, column, width),
  ),
  "add-sheet": async (host, { name }) =>
    undoable(host, "adding a sheet", () => addSheet(host.workbook, name)).id,
  "rename-sheet": onSheet<Input<"rename-sheet">>("renaming", wholly, (book, sheet, { name }) =>
    renameSheet(book, sheet, name.trim()),
  ),
  "delete-sheet": onSheet<Input<"delete-sheet">>("deleting a sheet", wholly, removeSheet),
  "hide-sheet": onSheet<Input<"hide-sheet">>(
    "hiding or showing a sheet",
    wholly,
    (book, sheet, { hidden }) => hideSheet(book, sheet, hidden),
  ),
  "copy-sheet": onSheet<Input<"copy-sheet">, number>(
    "copying a sheet",
    () => [],
    (book, sheet) => copySheet(book, sheet).id,
  ),
  "move-sheet": onSheet<Input<"move-sheet">>("moving a sheet", wholly, (book, sheet, { to }) =>
    moveSheet(book, sheet, to),
  ),
  "color-tab": onSheet<Input<"color-tab">>("a tab's colour", wholly, (book, sheet, { color }) => {
    sheet.tabColor = color === null ? null : hexColor(color);
    book.version += 1;
  }),
  click: async (host, { path }) => {
    await host.click(path.join(" › "));
    return null;
  },
  run: runFromFrame,
  "close-panel": async (host, { id }) => {
    if (String(host.view().sidebar?.id) === id) host.closeSidebar();
    else host.closeDialog(Number(id));
    return null;
  },
  clock: async (host, move) => {
    const fired = (await host.clock.advanceTo(clockTarget(host, move))).length;
    clockMoved(host);
    return { fired };
  },
  "hold-clock": async (host, { held }) => {
    holdClock(host, held);
    return null;
  },
  executions: async (host) => executionLines(host),
  outbox: async (host) => mailLines(host),
};

/** Whether a path names a call. */
export const isCall = (name: string): name is CallName => Object.hasOwn(answers, name);

/** Answers one call of the client; a refusal of the workbook or the script becomes its message. */
export async function answerCall<N extends CallName>(
  host: Driver,
  name: N,
  input: Input<N>,
): Promise<Answer<N>> {
  try {
    return { ok: true, output: await answers[name](host, input) };
  } catch (thrown) {
    return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
