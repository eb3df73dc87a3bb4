import type { CellArea } from "../../wire";
import { act } from "./call";
import { client } from "./client-state";
import { forgetHistory, typeInto } from "./history";
import { parseClipboard } from "./parse-clipboard";

/** Acts on what is selected, as the menus offer them. */
export const sheetActs = {
  insertAbove: () => withArea(({ row, rows }, sheet) => insert(sheet, row, rows)),
  insertBelow: () => withArea(({ row, rows }, sheet) => insert(sheet, row + rows, rows)),
  deleteRows: () =>
    withArea(({ row, rows }, sheet) => {
      forgetHistory();
      void act("delete-rows", { sheet, row, count: rows });
    }),
  clear: () => withArea(clear),
  sortUp: () => withArea((_area, sheet, column) => sort(sheet, column, false)),
  sortDown: () => withArea((_area, sheet, column) => sort(sheet, column, true)),
} as const;

/** Pastes tab-separated text at the active cell; one value fills the whole selection. */
export function pasteText(text: string): void {
  const texts = parseClipboard(text);
  withArea((area, sheet) => {
    const [[only = ""] = []] = texts;
    const single =
      texts.length === 1 && texts[0]?.length === 1 && area.rows * area.columns <= 10_000;
    const filled = single
      ? Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => only))
      : texts;
    void typeInto(sheet, area.row, area.column, filled, "paste");
  });
}

/** Clears an area; small ones can be undone. */
export function clear(area: CellArea, sheet: number): void {
  if (area.rows * area.columns > 2_000) {
    void act("clear", { sheet, areas: [area] });
    return;
  }
  const empty = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, () => ""),
  );
  void typeInto(sheet, area.row, area.column, empty, "paste");
}

function insert(sheet: number, before: number, count: number): void {
  forgetHistory();
  void act("insert-rows", { sheet, before, count });
}

function sort(sheet: number, column: number, descending: boolean): void {
  forgetHistory();
  void act("sort", { sheet, column, descending });
}

function withArea(work: (area: CellArea, sheet: number, column: number) => void): void {
  const { active } = client.get();
  if (active !== null) work(active.area, active.sheet, active.column);
}
