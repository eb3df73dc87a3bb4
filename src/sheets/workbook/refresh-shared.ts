import type { RowEffect } from "../../engine/program/changeset";
import { type Raw, sameRaw, valuesOf } from "../codec/codec";
import type { Book } from "./book";
import { keyTextOf } from "./key-text";
import { repairRows } from "./repair-rows";
import { showPercents } from "./show-percents";
import { boundingSpan, type Span } from "./spans";
import { identityOf, keyColumn, type TableSheet } from "./table-sheet";
import { rangeOf, systemColumns } from "./write-cells";

/**
 * Reads again the cells that people also fill in, just before they are written, so that what was typed since the load
 * is seen (EDIT-9). Rows that have moved are found first.
 */
export function refreshShared(book: Book, table: TableSheet, effects: readonly RowEffect[]): void {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const system = new Set(systemColumns(table));
  for (const effect of effects) {
    if (effect.kind !== "update") continue;
    const place = table.index.get(identityOf(effect.key, effect.copy));
    const shared = Object.keys(effect.cells).flatMap((id) => {
      const column = table.columns.byId.get(id);
      return column === undefined || system.has(column) ? [] : [column];
    });
    if (place === undefined || shared.length === 0) continue;
    rows.add(place);
    for (const column of shared) columns.add(column);
  }
  const rowSpan = boundingSpan(rows);
  const span = boundingSpan(columns.size > 0 ? [keyColumn(table), ...columns] : []);
  if (!rowSpan || !span) return;
  const fresh = valuesOf(rangeOf(table, rowSpan, span));
  if (haveMoved(table, fresh, rowSpan, span)) {
    repairRows(book, table);
    return;
  }
  const whole = fresh.map((cells, i) => {
    const row = [...(table.rows[rowSpan.first + i] as Raw[])];
    for (const column of columns) row[column] = cells[column - span.first] ?? "";
    return row;
  });
  showPercents(book, table, whole, rowSpan.first);
  whole.forEach((cells, i) => {
    const row = table.rows[rowSpan.first + i] as Raw[];
    for (const column of columns) {
      const now = cells[column] ?? "";
      if (!sameRaw(row[column] ?? "", now)) row[column] = now;
    }
  });
}

function haveMoved(table: TableSheet, fresh: readonly Raw[][], rows: Span, span: Span): boolean {
  const key = keyColumn(table);
  return fresh.some((cells, i) => {
    const expected = table.rows[rows.first + i]?.[key] ?? "";
    return keyTextOf(cells[key - span.first] ?? "") !== keyTextOf(expected);
  });
}
