import { CanceledError, CommandType, ICommandService, type IRange } from "@univerjs/core";
import { act } from "../state/call";
import { client } from "../state/client-state";
import { sheetActs, step } from "../state/sheet-acts";
import type { UniverParts } from "./univer";

/** What Univer may change itself: how a sheet is viewed, never its contents. */
const harmless = new Set([
  "sheet.mutation.set-worksheet-row-auto-height",
  "sheet.mutation.empty",
  "sheet.mutation.set-worksheet-row-is-auto-height",
]);

type Params = {
  readonly subUnitId?: string;
  readonly ranges?: readonly IRange[];
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly startRow?: number;
  readonly startColumn?: number;
};
type Instead = (params: Params, sheet: number) => void;

const showLines =
  (axis: "rows" | "columns"): Instead =>
  ({ ranges = [] }, sheet) => {
    for (const range of ranges) {
      const [from, to] =
        axis === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
      void act("hide-lines", { sheet, axis, first: from + 1, count: to - from + 1, hidden: false });
    }
  };

const moveLines =
  (axis: "rows" | "columns"): Instead =>
  ({ fromRange, toRange }, sheet) => {
    if (!fromRange || !toRange) return;
    const [first, last, before] =
      axis === "rows"
        ? [fromRange.startRow, fromRange.endRow, toRange.startRow]
        : [fromRange.startColumn, fromRange.endColumn, toRange.startColumn];
    const count = last - first + 1;
    void act("move-lines", { sheet, axis, first: first + 1, count, before: before + 1 });
  };

const areaOf = ({ startRow, endRow, startColumn, endColumn }: IRange) => ({
  row: startRow + 1,
  column: startColumn + 1,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

/** Cells dragged to another place are moved, as by cutting and pasting. */
const moveCells: Instead = ({ fromRange, toRange }, sheet) => {
  if (!fromRange || !toRange) return;
  const from = { sheet, ...areaOf(fromRange) };
  void act("paste", { sheet, from, to: areaOf(toRange), kind: "all", isCut: true });
};

const freeze: Instead = ({ startRow = -1, startColumn = -1 }, sheet) => {
  const before = client.get().page?.sheets.find(({ id }) => id === sheet);
  const [rows, columns] = [Math.max(0, startRow), Math.max(0, startColumn)];
  if (before?.frozenRows !== rows) void act("freeze", { sheet, axis: "rows", count: rows });
  if (before?.frozenColumns !== columns)
    void act("freeze", { sheet, axis: "columns", count: columns });
};

/** Says what a gesture can't do here, and what does the same. */
const absent = (title: string, text: string) => (): void => client.set({ notice: { title, text } });

/** What a person does in the grid becomes an act on the server's workbook, or is told to be none of this page. */
const instead: Readonly<Record<string, Instead>> = {
  "sheet.command.clear-selection-content": sheetActs.clear,
  "sheet.command.set-range-bold": () => sheetActs.toggle("bold"),
  "sheet.command.set-range-italic": () => sheetActs.toggle("italic"),
  "sheet.command.set-range-underline": () => sheetActs.toggle("underline"),
  "sheet.command.set-range-stroke": () => sheetActs.toggle("strike"),
  "univer.command.undo": () => step("undo"),
  "univer.command.redo": () => step("redo"),
  "sheet.command.set-specific-rows-visible": showLines("rows"),
  "sheet.command.set-specific-cols-visible": showLines("columns"),
  "sheet.command.set-frozen": freeze,
  "sheet.command.move-rows": moveLines("rows"),
  "sheet.command.move-cols": moveLines("columns"),
  "sheet.command.move-range": moveCells,
  "sheet.command.auto-fill": absent(
    "Dragging does not fill here",
    "Copy the cells, select those to fill, and paste: a formula's references move along. Series of days or numbers are continued on Google only.",
  ),
};

/**
 * Keeps Univer from changing its own copy: only the server decides what a cell holds. Returns a function that runs
 * our own changes past the guard.
 */
export function guardCommands(
  { univer }: UniverParts,
  isEditing: () => boolean,
): (work: () => void) => void {
  const commands = univer.__getInjector().get(ICommandService);
  let isOurs = false;
  commands.beforeCommandExecuted(({ id, type, params }) => {
    if (isOurs) return;
    const other = instead[id];
    const isInEditor = id.startsWith("sheet.command.set-range-") && isEditing();
    if (other !== undefined && !isInEditor) {
      const given = (params ?? {}) as Params;
      other(given, Number(given.subUnitId ?? client.get().sheet));
      throw new CanceledError();
    }
    if (id === "sheet.mutation.set-worksheet-col-width") tellWidths(params);
    const holdsData = type === CommandType.MUTATION && id.startsWith("sheet.mutation.");
    if (!holdsData || harmless.has(id)) return;
    if (id === "sheet.mutation.set-worksheet-row-height") rowHeight();
    throw new CanceledError();
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

const rowHeight = absent(
  "Rows have no height of their own here",
  "The local page shows each row as high as its text needs. On Google a row's height can be dragged.",
);

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
