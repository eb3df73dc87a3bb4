import { isErrorCell, NO_DATE, plainText, quoted } from "../kernel/cells";
import { type Cell, cellText, type FieldContext, type Parsed } from "../kernel/fields";
import type { Problem } from "../kernel/problem";
import { remembered } from "../kernel/remembered";
import {
  type Column,
  columnContext,
  columnsOf,
  hasAmounts,
  noExtra,
  type ParsedRow,
  type RawRow,
  type Table,
} from "./table";

const SEEN = /[\x21-\x7e]/;
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  cell === "" ||
  (typeof cell === "string" && !SEEN.test(cell) && plainText(cell) === "");

/**
 * Whether a row says anything: blanks, checkboxes and what blank means anyway may be filled down over empty rows, and so
 * may the team's own columns (CELL-1). What the program says of the row's problems is nothing by itself.
 */
export const hasContent = (
  { columns }: Table,
  { cells }: RawRow,
  { currency }: FieldContext,
): boolean =>
  Object.keys(cells).some((id) => {
    const cell = cells[id] as Cell;
    if (cell === "" || typeof cell === "boolean" || isBlank(cell) || id === "problems")
      return false;
    const { fallback, field } = columns[id] ?? { fallback: null };
    const blank = field?.kind === "currency" ? currency : fallback === false ? "no" : fallback;
    return blank === null || plainText(cellText(cell)).toLowerCase() !== `${blank}`.toLowerCase();
  });

/** Whether all that a row needs can be read, its key apart. */
export function isComplete(table: Table, raw: RawRow, context: FieldContext): boolean {
  const needed = new Set(
    Object.values(table.columns).flatMap(({ header, required }) => (required ? [header] : [])),
  );
  return parseRow(table, "", raw, context).problems.every(({ at }) => !needed.has(at.column ?? ""));
}

/** Texts without which a row counts: an error value in such a cell leaves only that cell out (CELL-2). */
const isOptionalText = ({ name }: Table, { field, required }: Column<unknown>): boolean =>
  // Of a trigger each blank text means something: rules that are blank always hold.
  name !== "triggers" && !required && (field.kind === "text" || field.kind === "long text");
/** Whether the row of a problem counts all the same. */
export const isBesideThePoint = (table: Table, { code, at }: Problem): boolean =>
  code === "CELL_BROKEN" ||
  (code === "CELL_ERROR" &&
    Object.values(table.columns).some(
      (each) => each.header === at.column && isOptionalText(table, each),
    ));

/** Reads one row. What can't be read is a problem at its cell, and the value is the column's fallback. */
export function parseRow(table: Table, key: string, raw: RawRow, context: FieldContext): ParsedRow {
  const { order, blank } = planOf(table);
  // A copy of a blank record takes a fraction of the time that setting each of its fields does.
  const record: Record<string, unknown> = { ...blank };
  record.extra = raw.extra;
  const problems: Problem[] = [];
  const errors: Record<string, string> = {};
  for (const [id, each] of order) {
    const cell = raw.cells[id];
    if (isBlank(cell)) {
      if (each.required && (each.unless === null || isBlank(raw.cells[each.unless]))) {
        problems.push({
          code: "CELL_BLANK",
          at: { table: table.sheet, row: key, column: each.header },
          message: `${each.header} is blank.`,
        });
      }
      continue;
    }
    const parsed = parseCell(each, cell as Cell, columnContext(each, record, context));
    if (!parsed.ok && parsed.code === "CELL_ERROR" && isOptionalText(table, each)) {
      errors[id] = cellText(cell as Cell).trim();
    }
    record[id] = parsed.ok ? parsed.value : each.fallback;
    if (!parsed.ok) {
      const at = { table: table.sheet, row: key, column: each.header };
      problems.push({ code: parsed.code, at, message: parsed.message });
    }
  }
  record.key = key;
  if (Object.keys(errors).length > 0) record.errors = errors;
  return { record, problems };
}

const parseCell = (
  { field, filledBy }: Column<unknown>,
  cell: Cell,
  context: FieldContext,
): Parsed<unknown> =>
  filledBy !== "program" && isErrorCell(cell)
    ? {
        ok: false,
        code: "CELL_ERROR",
        message:
          cell === NO_DATE
            ? "The number in this cell is not a date. Type the date, for example 2026-03-31."
            : `${quoted(cell)} is an error, not a value. Correct the formula, or clear the cell.`,
      }
    : field.parse(cell, context);

interface Plan {
  /** Columns with amounts last, since they are read in the currency beside them. */
  readonly order: readonly (readonly [string, Column<unknown>])[];
  /** The record of a row in which every cell is blank. */
  readonly blank: Readonly<Record<string, unknown>>;
}
const plans = new WeakMap<Table, Plan>();
const planOf = (table: Table): Plan =>
  remembered(plans, table, () => {
    const all = columnsOf(table);
    const order = [
      ...all.filter(([, each]) => !hasAmounts(each)),
      ...all.filter(([, each]) => hasAmounts(each)),
    ];
    const fallbacks = order.map(([id, { fallback }]) => [id, fallback] as const);
    return { order, blank: { extra: noExtra, ...Object.fromEntries(fallbacks) } };
  });
