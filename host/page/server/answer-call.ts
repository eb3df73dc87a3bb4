import type { Driver } from "../../driver/driver";
import { activePlace } from "../../services/spreadsheet/outside/active-place";
import {
  addSheet,
  checkMayEdit,
  deleteRows,
  insertRows,
  type Rect,
  removeSheet,
  renameSheet,
  type Sheet,
  type Workbook,
} from "../../workbook";
import type { Answer, CallName, Input, Output } from "../calls";
import {
  clearCells,
  sheetOf,
  sortedRect,
  sortSheet,
  typeCells,
  typedRect,
  widenColumn,
} from "./acts";
import { clockTarget } from "./clock-target";
import { executionLines } from "./execution-lines";
import { mailLines } from "./mail-lines";
import { runFromFrame } from "./run-from-frame";

type Answers = {
  readonly [N in CallName]: (host: Driver, input: Input<N>) => Promise<Output<N>>;
};

type OnSheet = { readonly sheet: number };
/** What an act changes of a sheet: these cells, or the sheet as a whole (null). */
type Touches<I> = (sheet: Sheet, input: I) => readonly (Rect | null)[];
const wholly: Touches<unknown> = () => [null];
const rowsOf = ({ maxColumns: columns }: Sheet, row: number, rows: number): readonly Rect[] => [
  { row, column: 1, rows, columns },
];

/**
 * The act of the page's person on a sheet, carried out at once, then saved. Refused with Google's words where a protection
 * keeps that person from what it touches (PLATFORM-53).
 */
const onSheet =
  <I extends OnSheet>(touches: Touches<I>, act: (book: Workbook, sheet: Sheet, input: I) => void) =>
  async (host: Driver, input: I): Promise<null> => {
    const book = host.workbook;
    host.act(() => {
      const sheet = sheetOf(book, input.sheet);
      for (const rect of touches(sheet, input)) checkMayEdit(sheet, rect, host.state);
      act(book, sheet, input);
    });
    return null;
  };

const answers: Answers = {
  type: onSheet<Input<"type">>((_, typing) => [typedRect(typing)], typeCells),
  clear: onSheet(
    (_, { areas }) => areas,
    (book, sheet, { areas }) => clearCells(book, sheet, areas),
  ),
  "insert-rows": onSheet(
    (sheet, { before }) => rowsOf(sheet, before, 1),
    (book, sheet, { before, count }) => insertRows(book, sheet, before, count),
  ),
  "delete-rows": onSheet(
    (sheet, { row, count }) => rowsOf(sheet, row, count),
    (book, sheet, { row, count }) => deleteRows(book, sheet, row, count),
  ),
  select: async (host, { sheet, ...rect }) => {
    Object.assign(activePlace(host.state), { sheetId: sheetOf(host.workbook, sheet).id, rect });
    return null;
  },
  sort: onSheet(
    (sheet, { column }) => [sortedRect(sheet, column)],
    (book, sheet, { column, descending }) => sortSheet(book, sheet, column, descending),
  ),
  widen: onSheet(
    ({ maxRows }, { column }) => [{ row: 1, column, rows: maxRows, columns: 1 }],
    (book, sheet, { column, width }) => widenColumn(book, sheet, column, width),
  ),
  "add-sheet": async (host, { name }) => host.act(() => addSheet(host.workbook, name)).id,
  "rename-sheet": onSheet<Input<"rename-sheet">>(wholly, (book, sheet, { name }) =>
    renameSheet(book, sheet, name.trim()),
  ),
  "delete-sheet": onSheet(wholly, removeSheet),
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
  clock: async (host, move) => ({
    fired: (await host.clock.advanceTo(clockTarget(host, move))).length,
  }),
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
