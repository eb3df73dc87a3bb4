import type { Cell } from "../base/model";

type Values = readonly unknown[];
type Condition = (cell: Cell, values: Values) => boolean;

const textOf = (cell: Cell): string => String(cell).toLowerCase();
const text = (test: (cell: string, value: string) => boolean) => (cell: Cell, values: Values) =>
  test(textOf(cell), String(values[0] ?? "").toLowerCase());
const number = (test: (cell: number, one: number, two: number) => boolean) => {
  return (cell: Cell, values: Values) =>
    typeof cell === "number" && test(cell, Number(values[0]), Number(values[1]));
};

/** The conditions of conditional formats and filters that the host computes, by Google's names; those by dates and formulas it does not. */
const conditions: Readonly<Record<string, Condition>> = {
  CELL_EMPTY: (cell) => cell === "",
  CELL_NOT_EMPTY: (cell) => cell !== "",
  TEXT_EQUAL_TO: text((cell, value) => cell === value),
  TEXT_NOT_EQUAL_TO: text((cell, value) => cell !== value),
  TEXT_CONTAINS: text((cell, value) => cell.includes(value)),
  TEXT_DOES_NOT_CONTAIN: text((cell, value) => !cell.includes(value)),
  TEXT_STARTS_WITH: text((cell, value) => cell.startsWith(value)),
  TEXT_ENDS_WITH: text((cell, value) => cell.endsWith(value)),
  NUMBER_EQUAL_TO: number((cell, one) => cell === one),
  NUMBER_NOT_EQUAL_TO: number((cell, one) => cell !== one),
  NUMBER_GREATER_THAN: number((cell, one) => cell > one),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((cell, one) => cell >= one),
  NUMBER_LESS_THAN: number((cell, one) => cell < one),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((cell, one) => cell <= one),
  NUMBER_BETWEEN: number((cell, one, two) => cell >= one && cell <= two),
  NUMBER_NOT_BETWEEN: number((cell, one, two) => cell < one || cell > two),
};

/** Whether the host computes a condition. */
export function isKnownCondition(criteria: string): boolean {
  return Object.hasOwn(conditions, criteria);
}

/** Whether a cell fits a condition; null if the host does not compute it. */
export function fitsCondition(cell: Cell, criteria: string, values: Values): boolean | null {
  return isKnownCondition(criteria) ? (conditions[criteria]?.(cell, values) ?? null) : null;
}
