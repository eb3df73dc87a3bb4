import { isDateCell } from "../../engine/kernel/fields";
import { DomainError } from "../../engine/kernel/problem";
import { copyOf, type RowEffect } from "../../engine/program/changeset";
import { isDate, type Raw, sameRaw } from "../codec/codec";
import { type Book, codecIn } from "./book";
import { type ChangedCells, changeCell } from "./changed-cells";
import { readRows } from "./read-rows";
import { identityOf, type TableSheet } from "./table-sheet";
import { writeCells } from "./write-cells";

const zoneOf = ({ spreadsheet }: Book): string => spreadsheet.getSpreadsheetTimeZone();

/** Throws ZONE_CHANGED where the zone is no longer the one in which this execution reads dates. */
export function checkZone(book: Book): void {
  if (zoneOf(book) !== book.zone) throw new DomainError("ZONE_CHANGED");
}

interface Written {
  readonly table: TableSheet;
  readonly effects: readonly RowEffect[];
  /** Its dates as they were read before they were written, by identity. */
  readonly before: DatesBefore;
}
type DatesBefore = ReadonlyMap<string, ReadonlyMap<number, Raw>>;

/** The dates of a table as they are in memory, by identity and column: what is written of others may take them along. */
export function datesBefore({ index, rows, columns }: TableSheet): DatesBefore {
  const ours = [...columns.byId.values()];
  return new Map(
    [...index].map(([identity, place]) => {
      const row = rows[place] ?? [];
      const dated = ours.filter((column) => isDate(row[column] ?? ""));
      return [identity, new Map(dated.map((column) => [column, row[column] ?? ""]))] as const;
    }),
  );
}

/**
 * Dates cross as moments, which fall on another day where the zone is changed between writing and arriving. Those that
 * hold what was written in the zone `from`, or what was read in it and written along with that, get the day that was
 * meant (DRIP-8, REFUSAL-10).
 */
export function mendZone(book: Book, written: readonly Written[], from = book.zone): void {
  const zone = zoneOf(book);
  if (zone === from || from === "") return;
  const meant = codecIn(from);
  const now = codecIn(zone);
  for (const { table, effects, before } of written) {
    table.rows = readRows(table);
    const changed: ChangedCells = new Map();
    for (const [identity, dates] of before) {
      const place = table.index.get(identity);
      if (place === undefined) continue;
      for (const [column, was] of dates) {
        if (!sameRaw(table.rows[place]?.[column] ?? "", was)) continue;
        changeCell(table, changed, place, column, now.toRaw(meant.toCell(was)));
      }
    }
    for (const effect of effects) {
      if (effect.kind === "remove") continue;
      const place = table.index.get(identityOf(effect.key, copyOf(effect)));
      if (place === undefined) continue;
      for (const [id, value] of Object.entries(effect.cells)) {
        const cell = effect.kind === "update" ? (value as { to: unknown }).to : value;
        const column = table.columns.byId.get(id);
        if (column === undefined || !isDateCell(cell as never)) continue;
        const found = table.rows[place]?.[column] ?? "";
        if (!sameRaw(found, meant.toRaw(cell as never))) continue;
        changeCell(table, changed, place, column, now.toRaw(cell as never));
      }
    }
    writeCells(table, changed);
  }
  SpreadsheetApp.flush();
}
