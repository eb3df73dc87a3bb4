import { CanceledError, CommandType, ICommandService } from "@univerjs/core";
import { act } from "../state/call";
import { redo, undo } from "../state/history";
import { sheetActs } from "../state/sheet-acts";
import type { UniverParts } from "./univer";

/** What Univer may change itself: how a sheet is viewed, never its contents. */
const harmless = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.empty",
  "sheet.mutation.set-worksheet-row-is-auto-height",
]);

/** Gestures with which Univer would change many cells in its own way; they do nothing here. */
const refused = new Set([
  "sheet.command.auto-fill",
  "sheet.command.move-range",
  "sheet.command.move-rows",
  "sheet.command.move-cols",
]);

/** What a person does in the grid becomes an act on the server's workbook. */
const instead: Readonly<Record<string, () => void>> = {
  "sheet.command.clear-selection-content": sheetActs.clear,
  "univer.command.undo": undo,
  "univer.command.redo": redo,
};

/**
 * Keeps Univer from changing its own copy: only the server decides what a cell holds. Returns a function that runs
 * our own changes past the guard.
 */
export function guardCommands({ univer }: UniverParts): (work: () => void) => void {
  const commands = univer.__getInjector().get(ICommandService);
  let isOurs = false;
  commands.beforeCommandExecuted(({ id, type, params }) => {
    if (isOurs) return;
    if (refused.has(id)) throw new CanceledError();
    const other = instead[id];
    if (other !== undefined) {
      other();
      throw new CanceledError();
    }
    if (id === "sheet.mutation.set-worksheet-col-width") tellWidths(params);
    const holdsData = type === CommandType.MUTATION && id.startsWith("sheet.mutation.");
    if (holdsData && !harmless.has(id)) throw new CanceledError();
  });
  return (work) => {
    isOurs = true;
    try {
      work();
    } finally {
      isOurs = false;
    }
  };
}

/** A column was dragged wider: tells the server, and the grid follows. */
function tellWidths(params: object | undefined): void {
  const { subUnitId, ranges, colWidth } = params as {
    readonly subUnitId: string;
    readonly ranges: readonly { readonly startColumn: number; readonly endColumn: number }[];
    readonly colWidth: number | Readonly<Record<number, number>>;
  };
  for (const { startColumn, endColumn } of ranges) {
    for (let c = startColumn; c <= endColumn; c += 1) {
      const width = typeof colWidth === "number" ? colWidth : colWidth[c];
      if (width) void act("widen", { sheet: Number(subUnitId), column: c + 1, width });
    }
  }
}
