import type { CellArea } from "../../wire";
import { act } from "../state/call";
import { client } from "../state/client-state";
import { copyFromMenu, pasteFromMenu } from "../state/clipboard";
import { columnLetters, placeName } from "../state/place-name";
import { sheetActs } from "../state/sheet-acts";
import { absent, item, line, type MenuPoint, menu } from "./points";

/** Cut, copy and paste, as menus offer them. */
export const clipboardPoints = (): readonly MenuPoint[] => [
  item("Cut", () => void copyFromMenu(true), "Ctrl+X"),
  item("Copy", () => void copyFromMenu(false), "Ctrl+C"),
  item("Paste", () => void pasteFromMenu("all"), "Ctrl+V"),
  menu("Paste special", [
    item("Values only", () => void pasteFromMenu("values"), "Ctrl+Shift+V"),
    item("Format only", () => void pasteFromMenu("formats")),
    absent("Formulas only, transposed", "Paste, then change the cells"),
  ]),
];

const several = (count: number, one: string): string => (count === 1 ? one : `${count} ${one}s`);

/** The menu of selected rows. */
export function rowPoints({ row, rows }: CellArea): readonly MenuPoint[] {
  const what = several(rows, "row");
  return [
    ...clipboardPoints(),
    line,
    item(`Insert ${what} above`, () => sheetActs.insertBefore("rows")),
    item(`Insert ${what} below`, () => sheetActs.insertAfter("rows")),
    item(`Delete ${what}`, () => sheetActs.deleteLines("rows")),
    item("Delete values", sheetActs.clear, "Delete"),
    line,
    item(`Hide ${what}`, () => sheetActs.hide("rows", true)),
    ...(hidesWithin("rows", row, rows)
      ? [item("Show hidden rows", () => sheetActs.hide("rows", false))]
      : []),
    item(`Freeze up to row ${row + rows - 1}`, () => sheetActs.freeze("rows", null)),
    absent("Resize, group", "Only on Google; a program can group"),
  ];
}

/** The menu of selected columns. */
export function columnPoints({ column, columns }: CellArea): readonly MenuPoint[] {
  const what = several(columns, "column");
  return [
    ...clipboardPoints(),
    line,
    item(`Insert ${what} left`, () => sheetActs.insertBefore("columns")),
    item(`Insert ${what} right`, () => sheetActs.insertAfter("columns")),
    item(`Delete ${what}`, () => sheetActs.deleteLines("columns")),
    item("Delete values", sheetActs.clear, "Delete"),
    line,
    item(`Hide ${what}`, () => sheetActs.hide("columns", true)),
    ...(hidesWithin("columns", column, columns)
      ? [item("Show hidden columns", () => sheetActs.hide("columns", false))]
      : []),
    item(`Freeze up to column ${columnLetters(column + columns - 1)}`, () =>
      sheetActs.freeze("columns", null),
    ),
    line,
    item("Sort sheet A to Z", () => sheetActs.sort(false)),
    item("Sort sheet Z to A", () => sheetActs.sort(true)),
    absent("Group, column stats", "Only on Google; a program can group. Drag its edge to resize"),
  ];
}

/** The menu of a cell, or of several. */
export function cellPoints(area: CellArea): readonly MenuPoint[] {
  const { row, column, rows, columns } = area;
  const [height, width] = [several(rows, "row"), several(columns, "column")];
  return [
    ...clipboardPoints(),
    line,
    item(`Insert ${height} above`, () => sheetActs.insertBefore("rows")),
    item(`Insert ${width} left`, () => sheetActs.insertBefore("columns")),
    menu("Delete", [
      item(`${rows === 1 ? "Row" : "Rows"} ${lines(row, rows, String)}`, () =>
        sheetActs.deleteLines("rows"),
      ),
      item(`${columns === 1 ? "Column" : "Columns"} ${lines(column, columns, columnLetters)}`, () =>
        sheetActs.deleteLines("columns"),
      ),
      item(`Values in ${placeName(area)}`, sheetActs.clear, "Delete"),
      absent("Cells, others moving up or left", "Only on Google"),
    ]),
    line,
    filterPoint(),
    notePoint(),
    absent("Comment, link, protect", "Only on Google; a program can protect"),
  ];
}

const lines = (first: number, count: number, name: (line: number) => string): string =>
  count === 1 ? name(first) : `${name(first)} to ${name(first + count - 1)}`;

/** Whether hidden rows or columns lie among or directly beside the given ones, so that one finds them. */
function hidesWithin(axis: "rows" | "columns", first: number, count: number): boolean {
  const sheet = sheetInView();
  if (axis === "columns")
    return (sheet?.hiddenColumns ?? []).some((c) => c + 1 >= first && c + 1 < first + count);
  const runs = sheet?.hiddenRows ?? [];
  return runs.some(
    (from, n) => n % 2 === 0 && from + 1 < first + count && (runs[n + 1] ?? 0) + 1 >= first,
  );
}

/** The sheet that is shown. */
export const sheetInView = () => {
  const { page, sheet } = client.get();
  return page?.sheets.find(({ id }) => id === sheet);
};

/** Creates the sheet's filter, or takes it off. */
export const filterPoint = (): MenuPoint =>
  sheetInView()?.filter
    ? item("Remove the filter", sheetActs.removeFilter)
    : item("Create a filter", sheetActs.createFilter);

/** Writes, changes or removes the note of the active cell. */
export function notePoint(): MenuPoint {
  const note = client.get().active?.note ?? "";
  return item(note === "" ? "Insert note…" : "Edit note…", () =>
    client.set({
      asked: {
        title: `Note on ${placeName(client.get().active?.area ?? null)}`,
        text: note,
        isLong: true,
        hint: "An empty text removes the note.",
        done: sheetActs.note,
      },
    }),
  );
}

/** Shows all hidden rows and columns of the sheet again. */
export function showAllHidden(): void {
  const sheet = sheetInView();
  if (sheet === undefined) return;
  const { id, hiddenRows, hiddenColumns, maxRows, maxColumns } = sheet;
  const show = (axis: "rows" | "columns", count: number): void =>
    void act("hide-lines", { sheet: id, axis, first: 1, count, hidden: false });
  if (hiddenRows.length > 0) show("rows", maxRows);
  if (hiddenColumns.length > 0) show("columns", maxColumns);
  if (hiddenRows.length + hiddenColumns.length === 0)
    client.set({
      notice: {
        title: "Nothing is hidden",
        text: "No row or column of this sheet is hidden by hand. What a filter hides comes back with Data ▸ Remove the filter.",
      },
    });
}
