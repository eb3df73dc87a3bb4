import { localeRules } from "../formats/locale-rules";
import type { Cell, Rect, Row, Sheet, Workbook } from "../model";
import { changeLook } from "../row-look";
import { epochToSerial } from "../zones";
import type { FormulaContext } from "./context";
import { evaluate } from "./evaluate";
import { type Formula, parseFormula } from "./parse";
import { resultFormat } from "./result-format";
import {
  type Argument,
  FormulaFault,
  type Grid,
  isFault,
  isGrid,
  type Scalar,
  UnknownFunction,
} from "./values";

/**
 * Brings the values of all formulas up to date, when anything changed since the last time or a new
 * day began. A circle of formulas shows #REF!; a function the host does not compute keeps the
 * cell's last known value, or shows #NAME?.
 */
export function recalculate(book: Workbook): void {
  const now = epochToSerial(book.now(), book.timeZone);
  const state = `${book.version} ${Math.floor(now)}`;
  if (book.calculated === state) return;
  const compute = computer(book, now);
  for (const sheet of book.sheets)
    for (let r = 0; r < sheet.rows.length; r += 1) {
      const row = sheet.rows[r];
      if (!row?.formulas) continue;
      for (const column of row.formulas.keys()) compute(sheet, row, r, column);
    }
  book.calculated = `${book.version} ${Math.floor(now)}`;
}

type Compute = (sheet: Sheet, row: Row, index: number, column: number) => Scalar;

function computer(book: Workbook, now: number): Compute {
  const done = new Map<Row, Map<number, Scalar>>();
  const grids = new Map<string, Grid>();
  const { decimal } = localeRules(book.locale);

  const read = (sheet: Sheet, rect: Rect): Grid => {
    const key = `${sheet.id} ${rect.row} ${rect.column} ${rect.rows} ${rect.columns}`;
    const known = grids.get(key);
    if (known !== undefined) return known;
    const cells: Scalar[] = [];
    const last = Math.max(rect.row, Math.min(rect.row + rect.rows - 1, sheet.rows.length));
    for (let r = rect.row - 1; r < last; r += 1) {
      const row = sheet.rows[r] ?? null;
      for (let c = rect.column - 1; c < rect.column - 1 + rect.columns; c += 1) {
        const isFormula = row?.formulas?.has(c) === true;
        const cell = row?.cells[c] ?? "";
        cells.push(
          isFormula && row !== null ? compute(sheet, row, r, c) : cell === "" ? null : cell,
        );
      }
    }
    const grid = { rows: rect.rows, columns: rect.columns, cells };
    grids.set(key, grid);
    return grid;
  };

  const compute: Compute = (sheet, row, index, column) => {
    const results = done.get(row) ?? new Map<number, Scalar>();
    done.set(row, results);
    const known = results.get(column);
    if (known !== undefined) return known;
    results.set(column, { fault: "#REF!" });
    const home = { home: sheet, row: index + 1, column: column + 1 };
    const context = { book, ...home, today: Math.floor(now), now, read };
    const text = row.formulas?.get(column) ?? "";
    const result = resultOf(text, decimal, context, row.cells[column] ?? "");
    results.set(column, result.value);
    store(book, row, column, result);
    return result.value;
  };
  return compute;
}

type Result = { readonly value: Scalar; readonly format: string };

const parsed = new Map<string, Formula>();

function resultOf(text: string, decimal: string, context: FormulaContext, last: Cell): Result {
  try {
    const formula = parsed.get(decimal + text) ?? parseFormula(text, decimal);
    if (parsed.size > 300_000) parsed.clear();
    parsed.set(decimal + text, formula);
    return { value: scalarOf(evaluate(formula, context)), format: resultFormat(formula, context) };
  } catch (error) {
    if (error instanceof FormulaFault) return { value: { fault: error.code }, format: "" };
    if (!(error instanceof UnknownFunction)) throw error;
    return { value: last === "" ? { fault: "#NAME?" } : last, format: "" };
  }
}

function scalarOf(value: Argument): Scalar {
  if (!isGrid(value)) return value;
  return value.cells.length > 1 ? { fault: "#VALUE!" } : (value.cells[0] ?? null);
}

function store(book: Workbook, row: Row, column: number, { value, format }: Result): void {
  const cell: Cell = isFault(value) ? value.fault : (value ?? 0);
  while (row.cells.length <= column) row.cells.push("");
  if (row.cells[column] !== cell) {
    row.cells[column] = cell;
    row.text = null;
    book.version += 1;
  }
  if (format === "" || (row.look.formats[column] ?? "") !== "") return;
  row.look = changeLook(book, row.look, new Map([[column, { format }]]));
  row.text = null;
}
