import type { Key } from "../../engine/kernel/keys";
import type { RawRow, Table } from "../../engine/tables/table";
import { columnsOf, type Filler } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Look } from "../codec/formats";
import type { Sheet } from "./book";
import type { Columns } from "./columns";

/** Identifies one row of a program: the key, and the copy number if several rows have that key. */
export const identityOf = (key: Key, copy: number): string => `${key}\u0001${copy}`;
export const keyOfIdentity = (identity: string): Key =>
  identity.slice(0, identity.indexOf("\u0001"));

/**
 * A tab as it was last read or written: the memory in which rows are found by key (SHEET-20), and from which they are
 * repaired when a person moves them. Index 0 is the sheet's second row; the header is not included.
 */
export interface TableSheet {
  readonly table: Table;
  readonly sheet: Sheet;
  /** Row 1 as it was read. */
  readonly headers: readonly Raw[];
  readonly columns: Columns;
  readonly look: Look;
  /** The columns in whose cells of plain text an apostrophe would stay; none where Google takes it for a sign (REFUSAL-6). */
  readonly plain: ReadonlySet<number>;
  rows: Raw[][];
  /** The index of each row of the program, by identity. */
  index: Map<string, number>;
  /** The same rows as the engine receives them. */
  raws: readonly RawRow[];
  /** Columns, and rows by identity, that were written since the last verification. */
  readonly unverified: Unverified;
}
export interface Unverified {
  readonly columns: Set<number>;
  readonly inserted: Set<string>;
  readonly updated: Set<string>;
  /** The team's own columns that inserted rows fill, as an import was told to. */
  readonly own: Set<number>;
}

/** The sheet's row number of an index in memory. */
export const sheetRow = (index: number): number => index + 2;

export const keyColumn = ({ columns }: TableSheet): number => columns.byId.get("key") as number;

/** The 0-based places of the columns that are filled so, without the key's. */
export const columnsBy = (
  { table, columns }: TableSheet,
  isOf: (filledBy: Filler) => boolean,
): readonly number[] =>
  columnsOf(table).flatMap(([id, { filledBy }]) =>
    id !== "key" && isOf(filledBy) ? (columns.byId.get(id) ?? []) : [],
  );

/** The identity of each row of the program, by its index. */
export const identitiesOf = ({ index }: TableSheet): ReadonlyMap<number, string> =>
  new Map([...index].map(([identity, place]) => [place, identity]));
