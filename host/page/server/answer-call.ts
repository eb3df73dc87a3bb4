import type { Driver } from "../../driver/driver";
import { activePlace } from "../../services/spreadsheet/outside/active-place";
import {
  addSheet,
  deleteRows,
  insertRows,
  removeSheet,
  renameSheet,
  type Sheet,
  type Workbook,
} from "../../workbook";
import type { Answer, CallName, Input, Output } from "../calls";
import { clearCells, sheetOf, sortSheet, typeCells, widenColumn } from "./acts";
import { clockTarget } from "./clock-target";
import { executionLines } from "./execution-lines";
import { mailLines } from "./mail-lines";
import { runFromFrame } from "./run-from-frame";

type Answers = {
  readonly [N in CallName]: (host: Driver, input: Input<N>) => Promise<Output<N>>;
};

/** A person's act on a sheet: carried out at once, then saved. */
const onSheet =
  <I extends { readonly sheet: number }>(act: (book: Workbook, sheet: Sheet, input: I) => void) =>
  async (host: Driver, input: I): Promise<null> => {
    const book = host.workbook;
    host.act(() => act(book, sheetOf(book, input.sheet), input));
    return null;
  };

const answers: Answers = {
  type: onSheet<Input<"type">>(typeCells),
  clear: onSheet((book, sheet, { areas }) => clearCells(book, sheet, areas)),
  "insert-rows": onSheet((book, sheet, { before, count }) =>
    insertRows(book, sheet, before, count),
  ),
  "delete-rows": onSheet((book, sheet, { row, count }) => deleteRows(book, sheet, row, count)),
  select: async (host, { sheet, ...rect }) => {
    Object.assign(activePlace(host.state), { sheetId: sheetOf(host.workbook, sheet).id, rect });
    return null;
  },
  sort: onSheet((book, sheet, { column, descending }) =>
    sortSheet(book, sheet, column, descending),
  ),
  widen: onSheet((book, sheet, { column, width }) => widenColumn(book, sheet, column, width)),
  "add-sheet": async (host, { name }) => host.act(() => addSheet(host.workbook, name)).id,
  "rename-sheet": onSheet((book, sheet, { name }) => renameSheet(book, sheet, name.trim())),
  "delete-sheet": onSheet(removeSheet),
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
