import { type RecordOf, type TableName, tableOf } from "../tables";
import { type Column, hasAmounts } from "../tables/table";

/** Some columns of a table, to be read without the others; the key is always among them. */
export interface Some<N extends TableName = TableName, C extends string = string> {
  readonly of: N;
  readonly columns: readonly C[];
}
/** The team's own headers of a table, and its last rows, to be read without the rows above. */
interface Latest<N extends TableName = TableName> {
  readonly of: N;
  readonly latest: number;
}
/** What a use case reads: a whole table, some of its columns, or its headers and last rows (ADR-16). */
export type Read = TableName | Some | Latest;
/** By table, how many of its last rows are read; a table that is not named is read to its beginning. */
export type ReadLatest = { readonly [N in TableName]?: number };
/** By table, the columns that are read of it; a table that is not named is read whole. */
export type ReadColumns = { readonly [N in TableName]?: readonly string[] };

/**
 * Declares that only these columns of a table are read. What a row lacks in another column is not seen then, so its record counts
 * by these alone.
 */
export const some = <const N extends TableName, const C extends keyof RecordOf<N> & string>(
  of: N,
  ...columns: readonly C[]
): Some<N, C | "key"> => ({ of, columns: ["key", ...columns] });

/** Declares that all columns of a table are read but these. */
export const allBut = <const N extends TableName, const C extends keyof RecordOf<N> & string>(
  of: N,
  ...columns: readonly C[]
): Some<N, Exclude<keyof RecordOf<N> & string, C | "extra" | "errors">> => ({
  of,
  columns: Object.keys(tableOf(of).columns).filter((id) => !columns.includes(id as C)) as never,
});

/** Declares that of a table only the headers, and so many of its last rows, are read: their records are not seen. */
export const latest = <const N extends TableName>(of: N, rows = 0): Latest<N> => ({
  of,
  latest: rows,
});

export type NameOf<R extends Read> = R extends { readonly of: infer N }
  ? N & TableName
  : Extract<R, TableName>;
type ColumnOf<R extends Read, N> =
  R extends Some<infer M, infer C> ? (M extends N ? C : never) : never;

/** The records that a use case sees of what it declared. */
export type RowsOf<R extends Read> = {
  readonly [N in NameOf<R>]: N extends R
    ? RecordOf<N>
    : Pick<RecordOf<N>, ColumnOf<R, N> & keyof RecordOf<N>>;
};

export type NameIn<Rows> = keyof Rows & TableName;
/** The tables of which there are whole records: only those are written. */
export type WholeIn<Rows> = {
  [N in NameIn<Rows>]: Rows[N] extends RecordOf<N> ? N : never;
}[NameIn<Rows>];

export const nameOfRead = <R extends Read>(read: R): NameOf<R> =>
  (typeof read === "string" ? read : read.of) as NameOf<R>;

/** The columns that are read of each table of which some are, those that say in which currency an amount is, and what a row was made as. */
export const columnsIn = (reads: readonly Read[]): ReadColumns =>
  Object.fromEntries(
    reads.flatMap((read) =>
      typeof read === "string" || "latest" in read ? [] : [[read.of, withProofs(read)]],
    ),
  );

/** How many of the last rows are read of each table of which only those are. */
export const latestIn = (reads: readonly Read[]): ReadLatest =>
  Object.fromEntries(
    reads.flatMap((read) =>
      typeof read === "object" && "latest" in read ? [[read.of, read.latest]] : [],
    ),
  );

function withProofs({ of, columns }: Some): readonly string[] {
  const all = tableOf(of).columns;
  const currencies = columns
    .map((id) => all[id] as Column)
    .flatMap((each) => (hasAmounts(each) && each.currencyIn in all ? [each.currencyIn] : []));
  // What tells that a row was copied under another key, and what counts while a cell of it can't be read.
  const proofs = of === "rewards" ? ["accepted", "acceptedFor"] : [];
  return [...new Set([...columns, ...currencies, ...proofs])];
}
