import { type Cell, cellText, type Field, type FieldContext, isDateCell } from "../kernel/fields";
import { type Input, type InputOptions, input, type Optional } from "../kernel/input";
import type { Currency } from "../kernel/money";
import type { Problem } from "../kernel/problem";
import { remembered } from "../kernel/remembered";

/** Who fills a column: a person, the program alone (a protected system column), or either. */
export type Filler = "person" | "program" | "both";

/**
 * What becomes of what a person types over a cell. `accept`: it counts from the next run on. `restore`: what was there
 * counts on, and comes back where another cell or row shows it. `propose`: what was there counts on, and a person is
 * asked about the difference (EDIT-12).
 */
export type OnEdit = "accept" | "restore" | "propose";
/** Another once the row is final: a reward with its invoice, an invoice with its payouts, a record once it is judged. */
export type EditPolicy = OnEdit | { readonly open: OnEdit; readonly final: OnEdit };

/** What a column says of itself beside its kind of value; nothing else lists columns by name. */
export interface Marks {
  /** Calculated from other rows: a change of it is no person's act, and no part of an undo. */
  readonly derived: boolean;
  /** Fixed when the row is made, and kept in its packed cell: what is typed over it counts for nothing (EDIT-8). */
  readonly frozen: boolean;
  /** A term of its trigger: a change of it makes the next version (TRIG-18). */
  readonly term: boolean;
  /** Part of what made its row the event it is: a change of it since it was judged is listed (EDIT-10). */
  readonly judged: boolean;
  /** Says that its row was judged: blank in a row that is new. */
  readonly saysJudged: boolean;
  /** A packed cell with the key that its row was judged or made with (CELL-7). */
  readonly keepsKey: boolean;
  /** Written by a payment or its return, which no undo of a run takes back. */
  readonly ofPayment: boolean;
}

export interface Column<T = unknown> extends Marks {
  readonly header: string;
  readonly field: Field<NonNullable<T>>;
  /** What the column is for, in one or two sentences: the header's note (SHEET-18). */
  readonly note: string;
  readonly filledBy: Filler;
  /** A blank cell is a problem. */
  readonly required: boolean;
  /** … unless this column of the row is filled: then blank is the fallback. */
  readonly unless: string | null;
  /** What a blank cell means. */
  readonly fallback: T;
  /** The column of the same row that names an amount's currency. */
  readonly currencyIn: string;
  /** A team may remove the column altogether. */
  readonly optional: boolean;
  /** The schema that brought it: a workbook of an earlier one gets it by itself (UPGRADE-2). */
  readonly since: number;
  readonly onEdit: EditPolicy;
  /** The column of the same row whose partner or customer it names (SHEET-40). */
  readonly nameOf: Named | null;
}
export type Named = "partner" | "customer";
export type Columns = Readonly<Record<string, Column<unknown>>>;
type Value<C> = C extends Column<infer T> ? T : never;
export type RecordOfColumns<C extends Columns> = {
  /** A blank key is filled before anything else is done with the row, so every record has one. */
  readonly [K in keyof C]: K extends "key" ? NonNullable<Value<C[K]>> : Value<C[K]>;
} & {
  /** The team's own columns, by header. */
  readonly extra: Readonly<Record<string, Cell>>;
  /** Texts that are unknown, since their cells show an error value, by column id; the row counts all the same (CELL-2). */
  readonly errors?: Readonly<Record<string, string>>;
};

export interface Table<Name extends string = string, C extends Columns = Columns> {
  readonly name: Name;
  /** The tab's name. */
  readonly sheet: string;
  /** What starts the key of a row typed without one. */
  readonly prefix: string;
  readonly columns: C;
  /** The team's own columns become facts (Partners, Customers, Transactions, Actions). */
  readonly ownColumns: boolean;
  /** First and last id of columns that fold together: only the program needs them (SHEET-42). */
  readonly folds: readonly (readonly [first: string, last: string])[];
}

type Options<T> = Partial<Omit<Column<T>, "header" | "field" | "note">>;

const usual = {
  filledBy: "person",
  required: false,
  unless: null,
  fallback: null,
  currencyIn: "currency",
  optional: false,
  since: 1,
  derived: false,
  frozen: false,
  term: false,
  judged: false,
  saysJudged: false,
  keepsKey: false,
  ofPayment: false,
  nameOf: null,
} as const;

/** What a blank cell of a column with these options means. */
type ColumnOf<T, O> = Column<
  O extends { readonly required: true } | { readonly fallback: T } ? T : T | null
>;
type Declare<Shared> = <T, const O extends Options<T>>(
  header: string,
  field: Field<T>,
  note: string,
  options?: O,
) => ColumnOf<T, O & Shared>;

/** Columns that have some options alike. */
const columnsWith =
  <const Shared extends Options<never>>(shared: Shared): Declare<Shared> =>
  (header, field, note, options) => {
    const made = { ...usual, ...shared, ...options, header, field, note } as Options<unknown>;
    return Object.assign(made, { onEdit: made.onEdit ?? usualPolicy(made) }) as never;
  };

/** A column. Blank is `null` unless it is required or has a fallback. */
export const column = columnsWith({});
/** One that people and the program fill. */
export const both = columnsWith({ filledBy: "both" });
/** A term of its trigger. */
export const term = columnsWith({ term: true });
/** What its row says, for which it is judged. */
export const judged = columnsWith({ judged: true });
/** One that the program alone fills … */
export const program = columnsWith({ filledBy: "program" });
/** … and restores where it was typed over, … */
export const restored = columnsWith({ filledBy: "program", onEdit: "restore" });
/** … or calculates from other rows, … */
export const derived = columnsWith({ filledBy: "program", derived: true });
/** … or fixes when it makes the row. */
export const frozen = columnsWith({ filledBy: "program", frozen: true });

const usualPolicy = ({ derived, frozen, judged }: Partial<Marks> = {}): EditPolicy =>
  derived || frozen ? "restore" : judged ? { open: "accept", final: "propose" } : "accept";

export function table<const Name extends string, C extends Columns>(
  definition: Omit<Table<Name, C>, "ownColumns" | "folds"> & {
    readonly ownColumns?: boolean;
    readonly folds?: readonly (readonly [keyof C & string, keyof C & string])[];
  },
): Table<Name, C> {
  return { ownColumns: false, folds: [], ...definition };
}

/** All columns with their ids, in their order. */
export const columnsOf = ({ columns }: Pick<Table, "columns">) =>
  Object.entries(columns) as [string, Column<unknown>][];

/** The ids of the columns that say so of themselves, in their order. */
export const columnsThat = (table: Table, mark: keyof Marks): readonly string[] =>
  columnsOf(table).flatMap(([id, column]) => (column[mark] ? [id] : []));

/** The cells of one row by column id, the team's own by header. */
export interface RawRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly extra: Readonly<Record<string, Cell>>;
}
export interface ParsedRow {
  readonly record: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

const NO_EXTRA = Object.freeze({});
export const noExtra: Readonly<Record<string, Cell>> = NO_EXTRA;

/** Amounts are in the currency beside them; so are those of a packed cell that an earlier release wrote as decimals. */
export const hasAmounts = ({ field }: Column<unknown>): boolean =>
  field.kind === "amount" || field.kind === "packed";

/** The context in which one column of a row is read or printed: amounts take the currency beside them. */
export function columnContext(
  column: Column<unknown>,
  record: Readonly<Record<string, unknown>>,
  context: FieldContext,
): FieldContext {
  if (!hasAmounts(column)) return context;
  const currency = record[column.currencyIn] as Currency | undefined;
  return currency && currency !== context.currency ? contextIn(context, currency) : context;
}
const contexts = new WeakMap<FieldContext, Map<Currency, FieldContext>>();
/** The same context in another currency: one each, since every amount of every row asks for it. */
function contextIn(context: FieldContext, currency: Currency): FieldContext {
  const known = remembered(contexts, context, () => new Map());
  return remembered(known, currency, () => ({ ...context, currency }));
}

/** One value of a record as the cell that shows it; blank for `null`. */
export function printCell(
  table: Table,
  id: string,
  record: Readonly<Record<string, unknown>>,
  context: FieldContext,
): Cell {
  const each = table.columns[id] as Column<unknown> | undefined;
  if (!each) throw new RangeError(`${table.name} has no column ${id}`);
  const value = record[id];
  if (value === null || value === undefined) return "";
  return each.field.print(value as never, columnContext(each, record, context));
}

/** Whether two cells hold the same. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (isDateCell(a) && isDateCell(b)) return a.day === b.day && a.time === b.time;
  if (isDateCell(a) || isDateCell(b)) return false;
  return a === b || (typeof a !== typeof b && cellText(a) === cellText(b));
}

/** An input that takes what a column's cells take, with its header and note, unless the options say otherwise. */
export const columnInput = <T, const O extends InputOptions>(
  { header, field, note, currencyIn }: Column<T>,
  options?: O,
): Input<Optional<NonNullable<T>, O>> =>
  input(header, field, { hint: note, currencyIn, ...options } as unknown as O) as never;
