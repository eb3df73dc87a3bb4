import { type Cell, displayValue, type Row, type Sheet, type Workbook } from "../../workbook";
import type { RowLook } from "../../workbook/base/row-look";
import { recalculate } from "../../workbook/formulas/recalculate";
import type { WireLook, WireRow, WireRows } from "../wire";
import { editText } from "./edit-text";
import { paintedCells } from "./painted-cells";
import { wireLook } from "./wire-look";

/** No answer has more rows than this. */
export const mostRows = 5_000;

/** Rows of a sheet from a 0-based place on, as texts; rows past the last one used are left out. */
export function rowWindow(book: Workbook, sheet: Sheet, from: number, count: number): WireRows {
  recalculate(book);
  const looks = new Map<RowLook, Map<string, number>>();
  const wireLooks: WireLook[] = [];
  /** Rows that look alike and are painted alike share one. */
  const lookIndex = (row: Row, at: number): number => {
    const painted = paintedCells(book, sheet, row, at);
    const paint = painted.size === 0 ? "" : JSON.stringify([...painted]);
    const alike = looks.get(row.look) ?? new Map<string, number>();
    looks.set(row.look, alike);
    const known = alike.get(paint);
    if (known !== undefined) return known;
    alike.set(paint, wireLooks.length);
    const look = wireLook(book, sheet, row.look);
    const styles = [...look.styles];
    for (const [column, style] of painted) styles[column] = { ...styles[column], ...style };
    return wireLooks.push({ ...look, styles: Array.from(styles, (style) => style ?? null) }) - 1;
  };
  const until = Math.min(sheet.rows.length, from + Math.min(count, mostRows));
  const rows: (WireRow | null)[] = [];
  for (let r = from; r < until; r += 1) {
    const row = sheet.rows[r] ?? null;
    rows.push(row === null ? null : wireRow(book, row, lookIndex(row, r + 1)));
  }
  return { version: book.version, looks: wireLooks, rows };
}

function wireRow(book: Workbook, row: Row, look: number): WireRow {
  const texts: string[] = [];
  const typed: Record<number, string> = {};
  let kinds = "";
  for (let c = 0; c < row.cells.length; c += 1) {
    const cell = row.cells[c] ?? "";
    const format = row.look.formats[c] ?? "";
    const formula = row.formulas?.get(c);
    const text = cell === "" ? "" : displayValue(cell, format, book.locale);
    texts.push(text);
    kinds += kindOf(cell, formula !== undefined);
    if (cell === "" && formula === undefined) continue;
    const edit = editText(book, cell, format, formula);
    if (edit !== text) typed[c] = edit;
  }
  return {
    texts,
    kinds,
    look,
    ...(Object.keys(typed).length > 0 && { typed }),
    ...(row.notes !== null && row.notes.size > 0 && { notes: Object.fromEntries(row.notes) }),
    ...(row.hidden && { hidden: true as const }),
  };
}

function kindOf(cell: Cell, computed: boolean): "t" | "n" | "b" | "e" {
  if (typeof cell === "number") return "n";
  if (typeof cell === "boolean") return "b";
  return computed && /^#[A-Z/0!]+[!?A]$/.test(cell) ? "e" : "t";
}
