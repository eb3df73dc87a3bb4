import { DomainError } from "../../engine/kernel/problem";
import type { Column } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import { headerName } from "./columns";
import type { TableSheet } from "./table-sheet";

/**
 * Rows that move are found again by key, but columns that move while they are written are not. In that case this
 * throws COLUMNS_MOVED: the journal stays, and the next run adds what is missing by key. A new column at the right
 * end moves none of ours.
 */
export function checkColumns(table: TableSheet): void {
  const { sheet, columns } = table;
  const width = sheet.getLastColumn();
  if (width === columns.width) return;
  const [headers = []] = sheet.getRange(1, 1, 1, Math.max(width, 1)).getValues() as Raw[][];
  for (const [id, place] of columns.byId) checkHeader(table, id, headers[place] ?? "");
}

/** Throws COLUMNS_MOVED if a column's header is not the expected one. */
export function checkHeader({ table }: TableSheet, id: string, found: Raw): void {
  const { header } = table.columns[id] as Column<unknown>;
  if (headerName(found) === headerName(header)) return;
  throw new DomainError(
    "COLUMNS_MOVED",
    `A column of “${table.sheet}” was moved while the program was writing there. Check that tab, then run again: the run adds what is missing.`,
  );
}
