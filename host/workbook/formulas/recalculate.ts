import type { Cell, Row, Workbook } from "../base/model";
import { changeLook } from "../base/row-look";
import { epochToSerial } from "../base/zones";
import { localeRules } from "../formats/locale-rules";
import { evaluate } from "./evaluate";
import { formulaComputer } from "./formula-computer";
import { type Formula, parseFormula } from "./parse";
import { resultFormat } from "./result-format";
import type { FormulaContext } from "./values/context";
import {
  type Argument,
  FormulaFault,
  isFault,
  isGrid,
  type Scalar,
  UnknownFunction,
} from "./values/values";

/**
 * Updates the values of all formulas if anything changed since the last time or a new day began. A circle of formulas
 * shows #REF!; a function that the host does not compute keeps the cell's last known value, or shows #NAME?.
 */
export function recalculate(book: Workbook): void {
  const now = epochToSerial(book.now(), book.timeZone);
  const state = `${book.version} ${Math.floor(now)}`;
  if (book.calculated === state) return;
  const { decimal } = localeRules(book.locale);
  const compute = formulaComputer(book, now, (row, column, context) => {
    const text = row.formulas?.get(column) ?? "";
    const result: Result =
      context === null
        ? { value: { fault: "#REF!" }, format: "" }
        : resultOf(text, decimal, context, row.cells[column] ?? "");
    store(book, row, column, result);
    return result.value;
  });
  for (const sheet of book.sheets)
    for (let r = 0; r < sheet.rows.length; r += 1) {
      const row = sheet.rows[r];
      if (!row?.formulas) continue;
      for (const column of row.formulas.keys()) compute({ sheet, row, index: r, column });
    }
  book.calculated = `${book.version} ${Math.floor(now)}`;
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
    if (error instanceof RangeError) return { value: { fault: "#ERROR!" }, format: "" };
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
