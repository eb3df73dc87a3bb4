import { coerceDate } from "../../coercion/coerce-date";
import { coerceNumber } from "../../coercion/coerce-number";
import { displayValue } from "../../formats/display-value";

/** The errors a cell can show. */
export type FaultCode = "#REF!" | "#DIV/0!" | "#VALUE!" | "#N/A" | "#NAME?" | "#NUM!" | "#ERROR!";

/** An error as a value: it spoils what uses it, until something catches it. */
export type Fault = { readonly fault: FaultCode };

/** A cell's value in a formula; null is an empty cell. */
export type Scalar = number | string | boolean | null | Fault;

/** Cells of a range, row by row. */
export type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Scalar[];
};

export type Argument = Scalar | Grid;

/** Thrown while a formula is computed; becomes the cell's error. */
export class FormulaFault extends Error {
  constructor(readonly code: FaultCode) {
    super(code);
  }
}

/** Thrown for a function that the host does not compute: the cell keeps its last known value. */
export class UnknownFunction extends Error {}

export function isGrid(value: Argument): value is Grid {
  return typeof value === "object" && value !== null && "cells" in value;
}

export function isFault(value: Argument): value is Fault {
  return typeof value === "object" && value !== null && "fault" in value;
}

/** The single value of an argument; throws the error it is, or #VALUE! for more than one cell. */
export function single(value: Argument | undefined): Exclude<Scalar, Fault> {
  if (value === undefined) return null;
  if (isFault(value)) throw new FormulaFault(value.fault);
  if (!isGrid(value)) return value;
  if (value.cells.length !== 1) throw new FormulaFault("#VALUE!");
  return single(value.cells[0] ?? null);
}

/** All values of arguments in order, ranges opened; throws the first error among them. */
export function flat(values: readonly Argument[]): Exclude<Scalar, Fault>[] {
  return values.flatMap((value) =>
    isGrid(value) ? value.cells.map((cell) => single(cell)) : [single(value)],
  );
}

/** A value as a number: empty is 0, TRUE 1, a text what typing it would give (in `locale`); else #VALUE!. */
export function toNumber(value: Argument | undefined, locale: string): number {
  const one = single(value);
  if (one === null || one === "") return 0;
  if (typeof one === "number") return one;
  if (typeof one === "boolean") return one ? 1 : 0;
  const coerced = coerceNumber(one.trim(), locale) ?? coerceDate(one.trim(), locale, () => 0);
  if (coerced === null || typeof coerced.value !== "number") throw new FormulaFault("#VALUE!");
  return coerced.value;
}

/** A value as the text it joins to with "&". */
export function toText(value: Argument | undefined, locale: string): string {
  const one = single(value);
  return one === null ? "" : displayValue(one, "", locale);
}

/** A value as a condition: a number is true unless 0; a text other than TRUE and FALSE is #VALUE!. */
export function toLogical(value: Argument | undefined): boolean {
  const one = single(value);
  if (typeof one !== "string") return Boolean(one);
  const upper = one.toUpperCase();
  if (upper !== "TRUE" && upper !== "FALSE") throw new FormulaFault("#VALUE!");
  return upper === "TRUE";
}

/** Order of two values: numbers before texts before logical values, texts without regard to case; empty is 0, "" or FALSE. */
export function compare(a: Exclude<Scalar, Fault>, b: Exclude<Scalar, Fault>): number {
  const x = a === null ? emptyLike(b) : a;
  const y = b === null ? emptyLike(a) : b;
  const rank = order.indexOf(typeof x) - order.indexOf(typeof y);
  if (rank !== 0) return rank;
  if (typeof x === "string" && typeof y === "string") {
    const [left, right] = [x.toLowerCase(), y.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return Number(x) - Number(y);
}

const order = ["number", "string", "boolean"];

function emptyLike(other: Exclude<Scalar, Fault>): number | string | boolean {
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}
