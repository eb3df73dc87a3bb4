import type { Cell } from "./cells";
import type { Currency } from "./money";
import type { ProblemCode } from "./problem";
import type { ZoneOffset } from "./zoned";

/** What reading a cell depends on: how the spreadsheet's locale writes numbers, and the currency for amounts. */
export interface FieldContext {
  readonly decimalMark: "." | ",";
  /** The locale's way of writing 1234567.8; by the decimal mark where it is left out. */
  readonly million?: string;
  readonly currency: Currency;
  /** The spreadsheet's zone, for times that name another one; without it they can't be read. */
  readonly offsetAt?: ZoneOffset;
}
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

export type FieldKind =
  | "text"
  | "long text"
  | "key"
  | "integer"
  | "number"
  | "amount"
  | "percent"
  | "currency"
  | "day"
  | "moment"
  | "month"
  | "word"
  | "yes/no"
  | "e-mail"
  | "packed";

/**
 * One kind of value: how a cell is read, how it is written back, and how a form draws it.
 * `print ∘ parse` is the identity on printed cells (SHEET-37). A blank cell never reaches `parse`.
 */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly words?: readonly string[];
  /** Characters of its text at the most, where the kind of value has a bound of its own. */
  readonly longest?: number;
  parse(cell: Cell, context: FieldContext): Parsed<T>;
  print(value: T, context: FieldContext): Cell;
}

export const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const fail = (code: ProblemCode, message: string): Parsed<never> => ({
  ok: false,
  code,
  message,
});
