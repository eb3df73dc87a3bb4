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
interface DatesBefore {
  readonly index: ReadonlyMap<string, number>;
  readonly rows: readonly (readonly Raw[])[];
}
export const noDates: DatesBefore = { index: new Map(), rows: [] };

/** A table as it is in memory, for its dates: what is written of others may take them along. */
export const datesBefore = ({ index, rows }: TableSheet): DatesBefore => ({
  index: new Map(index),
  rows: rows.map((row) => row.slice()),
});

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
    const ours = [...table.columns.byId.values()];
    for (const [identity, from] of before.index) {
      const place = table.index.get(identity);
      if (place === undefined) continue;
      for (const column of ours) {
        const was = before.rows[from]?.[column] ?? "";
        if (!isDate(was) || !sameRaw(table.rows[place]?.[column] ?? "", was)) continue;
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
