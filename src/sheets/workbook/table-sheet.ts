import type { Key } from "../../engine/kernel/keys";
import type { RawRow, Table } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Sheet } from "./book";
import type { Columns } from "./columns";

/** Names one row of a program: the key, and the copy where several rows have that key. */
export const identityOf = (key: Key, copy: number): string => `${key}\u0001${copy}`;

/**
 * One tab as it was last read or written: the memory from which rows are found by key (SHEET-20), and repaired when a
 * person moves them. Row 0 is the sheet's second row; the header is no part of it.
 */
export interface TableSheet {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly columns: Columns;
  rows: Raw[][];
  /** Where each row of the program stands, by identity. */
  index: Map<string, number>;
  /** The same rows as the engine gets them. */
  raws: readonly RawRow[];
  /** Columns, and rows by identity, that were written since the last verification. */
  readonly unverified: Unverified;
}
export interface Unverified {
  readonly columns: Set<number>;
  readonly inserted: Set<string>;
  readonly updated: Set<string>;
}

/** The sheet's row number of a row in memory. */
export const sheetRow = (index: number): number => index + 2;

export const keyColumn = ({ columns }: TableSheet): number => columns.byId.get("key") as number;
