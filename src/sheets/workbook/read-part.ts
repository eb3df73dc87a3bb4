import type { Column, Table } from "../../engine/tables/table";
import { type Raw, valuesOf } from "../codec/codec";
import type { Book, Sheet } from "./book";
import { headerName } from "./columns";
import { toRawRows } from "./load";
import { splitColumns } from "./rectangles";
import { showPercents } from "./show-percents";
import { lengthOf } from "./spans";
import type { TableSheet } from "./table-sheet";

/**
 * Some columns of a tab, in the cheapest rectangles (SHEET-21). Undefined where there are no rows, the columns are not
 * where they were last seen (`layout`), or rows came or went meanwhile: then the tab is to be read whole. What comes of it is only
 * read: its rows can be neither verified nor repaired.
 */
export function readPart(
  book: Book,
  { columns, ...table }: Table,
  sheet: Sheet,
  ids: readonly string[],
  layout: string,
): TableSheet | undefined {
  const places = layout.split(" ");
  const byId = new Map(
    ids.flatMap((id) => (places.includes(id) ? [[id, places.indexOf(id)] as const] : [])),
  );
  const named = ids.map((id) => [id, columns[id] as Column<unknown>] as const);
  if (named.some(([id, { optional }]) => !optional && !byId.has(id))) return undefined;
  const last = sheet.getLastRow();
  if (last < 2) return undefined;
  const rows = Array.from({ length: last - 1 }, (): Raw[] => []);
  const height = new Set([0, last - 1]);
  const wanted = new Map([...byId.values()].map((place) => [place, height] as const));
  for (const { columns: span } of splitColumns([...wanted.keys()], wanted)) {
    const [headers = [], ...values] = valuesOf(
      sheet.getRange(1, span.first + 1, last, lengthOf(span)),
    );
    for (const [id, place] of byId) {
      if (place < span.first || place > span.last) continue;
      const at = place - span.first;
      if (headerName(headers[at] ?? "") !== headerName(columns[id]?.header ?? "")) return undefined;
      values.forEach((cells, i) => {
        (rows[i] as Raw[])[place] = cells[at] ?? "";
      });
    }
  }
  if (sheet.getLastRow() !== last) return undefined;
  const part: Table = { ...table, columns: Object.fromEntries(named) };
  const found = { width: places.length, byId, own: [] };
  showPercents(book, { table: part, sheet, columns: found }, rows);
  return {
    table: part,
    sheet,
    headers: [],
    columns: found,
    look: book.look,
    plain: new Set(),
    rows,
    raws: toRawRows(book.codec, part, found, rows),
    index: new Map(),
    unverified: { columns: new Set(), inserted: new Set(), updated: new Set(), own: new Set() },
  };
}
