import type { Input } from "../../calls";
import type { CellArea, StyleChange } from "../../wire";
import { act } from "./call";
import { type ActiveCell, client } from "./client-state";
import { parseClipboard } from "./parse-clipboard";

type LineAxis = Input<"freeze">["axis"];

/** The rows or columns of an area. */
const span = (area: CellArea, axis: LineAxis) =>
  axis === "rows"
    ? { axis, first: area.row, count: area.rows }
    : { axis, first: area.column, count: area.columns };

/** Types texts into cells from a 1-based place on. */
export const typeInto = (
  sheet: number,
  row: number,
  column: number,
  texts: readonly (readonly string[])[],
  by: "person" | "paste",
): Promise<boolean> => act("type", { sheet, row, column, texts, by });

/** Acts on what is selected, as the menus offer them. */
export const sheetActs = {
  insertBefore: (axis: LineAxis) =>
    withActive(({ area, sheet }) => {
      const { first, count } = span(area, axis);
      void act("insert-lines", { sheet, axis, before: first, count });
    }),
  insertAfter: (axis: LineAxis) =>
    withActive(({ area, sheet }) => {
      const { first, count } = span(area, axis);
      void act("insert-lines", { sheet, axis, before: first + count, count });
    }),
  deleteLines: (axis: LineAxis) =>
    withActive(({ area, sheet }) => void act("delete-lines", { sheet, ...span(area, axis) })),
  hide: (axis: LineAxis, hidden: boolean) =>
    withActive(({ area, sheet }) => void act("hide-lines", { sheet, ...span(area, axis), hidden })),
  /** Freezes the first `count` rows or columns; null means up to the last one selected. */
  freeze: (axis: LineAxis, count: number | null) =>
    withActive(({ area, sheet }) => {
      const { first, count: more } = span(area, axis);
      void act("freeze", { sheet, axis, count: count ?? first + more - 1 });
    }),
  clear: () =>
    withActive(({ areas, sheet }) => void act("clear", { sheet, areas, what: "values" })),
  clearFormats: () =>
    withActive(({ areas, sheet }) => void act("clear", { sheet, areas, what: "formats" })),
  format: (format: string) =>
    withActive(({ areas, sheet }) => void act("format", { sheet, areas, format })),
  style: (style: StyleChange) =>
    withActive(({ areas, sheet }) => void act("style", { sheet, areas, style })),
  /** Sets a style that the active cell lacks, or takes it off. */
  toggle: (name: "bold" | "italic" | "underline" | "strike") =>
    withActive(({ areas, sheet, styles }) => {
      void act("style", { sheet, areas, style: { [name]: styles[name] ? null : true } });
    }),
  sort: (descending: boolean) =>
    withActive(({ sheet, column }) => void act("sort", { sheet, column, descending })),
  createFilter: () =>
    withActive(({ sheet, area }) => void act("create-filter", { sheet, ...area })),
  removeFilter: () => withActive(({ sheet }) => void act("remove-filter", { sheet })),
  note: (text: string) =>
    withActive(({ sheet, row, column }) => void act("note", { sheet, row, column, text })),
} as const;

/** Takes back what the person did last, or does it again. */
export function step(way: "undo" | "redo"): void {
  const [title, done] =
    way === "undo" ? ["Nothing was undone", "Undone"] : ["Nothing was done again", "Done again"];
  void act(way, null, title, (name) => client.set({ said: `${done}: ${name}` }));
}

/** Pastes tab-separated text at the active cell; one value fills the whole selection. */
export function pasteText(text: string): void {
  const texts = parseClipboard(text);
  withActive(({ area, sheet }) => {
    const [[only = ""] = []] = texts;
    const single =
      texts.length === 1 && texts[0]?.length === 1 && area.rows * area.columns <= 10_000;
    const filled = single
      ? Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => only))
      : texts;
    void typeInto(sheet, area.row, area.column, filled, "paste");
  });
}

function withActive(work: (active: ActiveCell) => void): void {
  const { active } = client.get();
  if (active !== null) work(active);
}
