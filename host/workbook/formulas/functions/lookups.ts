import type { FormulaContext, FormulaFunction } from "../values/context";
import { criterion } from "../values/criteria";
import {
  type Argument,
  compare,
  FormulaFault,
  type Grid,
  isFault,
  isGrid,
  type Scalar,
  single,
  toLogical,
  toNumber,
} from "../values/values";

/** VLOOKUP and its family. */
export const lookups = {
  VLOOKUP: ([key = null, table, column, sorted], context) => {
    const grid = gridOf(table);
    const at = Math.trunc(toNumber(column, context.book.locale));
    if (at < 1) throw new FormulaFault("#VALUE!");
    if (at > grid.columns) throw new FormulaFault("#REF!");
    const row = find(key, columnOf(grid, 0), sorted === undefined || toLogical(sorted), context);
    return grid.cells[row * grid.columns + at - 1] ?? null;
  },
  HLOOKUP: ([key = null, table, line, sorted], context) => {
    const grid = gridOf(table);
    const at = Math.trunc(toNumber(line, context.book.locale));
    if (at < 1 || at > grid.rows) throw new FormulaFault(at < 1 ? "#VALUE!" : "#REF!");
    const heads = grid.cells.slice(0, grid.columns);
    const column = find(key, heads, sorted === undefined || toLogical(sorted), context);
    return grid.cells[(at - 1) * grid.columns + column] ?? null;
  },
  MATCH: ([key = null, list, kind], { book, ...context }) => {
    const type = kind === undefined ? 1 : toNumber(kind, book.locale);
    const { cells } = gridOf(list);
    if (type === 0) return find(key, cells, false, { book, ...context }) + 1;
    return lastOnThisSide(single(key), cells, type > 0 ? 1 : -1) + 1;
  },
  INDEX: ([table, line, place], { book: { locale } }) => {
    const grid = gridOf(table);
    const flatRow = grid.rows === 1 && place === undefined;
    const row = flatRow ? 1 : toNumber(line ?? 1, locale);
    const column = flatRow ? toNumber(line ?? 1, locale) : toNumber(place ?? 1, locale);
    if (row < 1 || column < 1 || column > grid.columns) throw new FormulaFault("#NUM!");
    return grid.cells[(row - 1) * grid.columns + column - 1] ?? null;
  },
  XLOOKUP: ([key = null, list, results, otherwise], context) => {
    try {
      return gridOf(results).cells[find(key, gridOf(list).cells, false, context)] ?? null;
    } catch (error) {
      if (otherwise === undefined || !(error instanceof FormulaFault)) throw error;
      return otherwise;
    }
  },
  ROWS: ([range]) => gridOf(range).rows,
  COLUMNS: ([range]) => gridOf(range).columns,
  CHOOSE: ([place, ...choices], { book }) => {
    const chosen = choices[Math.trunc(toNumber(place, book.locale)) - 1];
    if (chosen === undefined) throw new FormulaFault("#NUM!");
    return chosen;
  },
} satisfies Readonly<Record<string, FormulaFunction>>;

/** The place of a key in a list: the first equal one, or in a sorted list the last one not above it. */
function find(
  key: Argument,
  list: readonly Scalar[],
  sorted: boolean,
  context: FormulaContext,
): number {
  const wanted = single(key);
  if (sorted) return lastOnThisSide(wanted, list, 1);
  const test = criterion(typeof wanted === "string" ? `=${wanted}` : wanted, context);
  const at = list.findIndex(test);
  if (at < 0) throw new FormulaFault("#N/A");
  return at;
}

/** The last place of a sorted list that is not past the wanted value; `direction` -1 for a falling list. */
function lastOnThisSide(
  wanted: ReturnType<typeof single>,
  list: readonly Scalar[],
  direction: 1 | -1,
): number {
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const cell = list[at] ?? null;
    if (cell === null || isFault(cell) || typeof cell !== typeof wanted) continue;
    if (compare(cell, wanted) * direction <= 0) return at;
  }
  throw new FormulaFault("#N/A");
}

function columnOf(grid: Grid, column: number): Scalar[] {
  return grid.cells.filter((_, at) => at % grid.columns === column);
}

function gridOf(value: Argument | undefined): Grid {
  if (value === undefined) throw new FormulaFault("#N/A");
  return isGrid(value) ? value : { rows: 1, columns: 1, cells: [value] };
}
