import type { FormulaContext, FormulaFunction } from "../values/context";
import { criterion } from "../values/criteria";
import {
  type Argument,
  FormulaFault,
  flat,
  type Grid,
  isFault,
  isGrid,
  toNumber,
} from "../values/values";

/** The numbers an aggregate counts: all numbers of ranges, and single values read as numbers. */
export function numbers(args: readonly Argument[], { book }: FormulaContext): number[] {
  return args.flatMap((arg) =>
    isGrid(arg)
      ? flat([arg]).filter((cell): cell is number => typeof cell === "number")
      : arg === null
        ? []
        : [toNumber(arg, book.locale)],
  );
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);

/** 0 when there is none, as in Sheets. */
const least = (list: readonly number[]) => list.reduce((a, b) => (b < a ? b : a), list[0] ?? 0);

const mean = (list: readonly number[]) => {
  if (list.length === 0) throw new FormulaFault("#DIV/0!");
  return sum(list) / list.length;
};

/** SUM and its family. */
export const aggregates = {
  SUM: (args, context) => sum(numbers(args, context)),
  AVERAGE: (args, context) => mean(numbers(args, context)),
  MIN: (args, context) => least(numbers(args, context)),
  MAX: (args, context) => -least(numbers(args, context).map((value) => -value)),
  COUNT: (args) =>
    args
      .flatMap((arg) => (isGrid(arg) ? arg.cells : [arg]))
      .filter((one) => typeof one === "number").length,
  COUNTA: (args) =>
    args.flatMap((arg) => (isGrid(arg) ? arg.cells : [arg])).filter((one) => one !== null).length,
  COUNTBLANK: (args) =>
    args.reduce<number>(
      (count, arg) =>
        count +
        (isGrid(arg)
          ? arg.rows * arg.columns - arg.cells.filter((one) => one !== null && one !== "").length
          : 0),
      0,
    ),
  SUMIF: ([range, test, summed], context) => sum(chosen(summed ?? range, [range, test], context)),
  SUMIFS: ([summed, ...pairs], context) => sum(chosen(summed, pairs, context)),
  AVERAGEIF: ([range, test, averaged], context) =>
    mean(chosen(averaged ?? range, [range, test], context)),
  AVERAGEIFS: ([averaged, ...pairs], context) => mean(chosen(averaged, pairs, context)),
  COUNTIF: (pair, context) => places(pair, context).length + unfilled(pair, context),
  COUNTIFS: (pairs, context) => places(pairs, context).length + unfilled(pairs, context),
  MINIFS: ([list, ...pairs], context) => least(chosen(list, pairs, context)),
  MAXIFS: ([list, ...pairs], context) =>
    -least(chosen(list, pairs, context).map((value) => -value)),
} satisfies Readonly<Record<string, FormulaFunction>>;

/** The numbers of a range at the places where all criteria hold. */
function chosen(
  list: Argument | undefined,
  pairs: readonly (Argument | undefined)[],
  context: FormulaContext,
): number[] {
  const { cells } = gridOf(list);
  return places(pairs, context).flatMap((at) => {
    const cell = cells[at] ?? null;
    if (isFault(cell)) throw new FormulaFault(cell.fault);
    return typeof cell === "number" ? [cell] : [];
  });
}

function places(pairs: readonly (Argument | undefined)[], context: FormulaContext): number[] {
  const tests: { grid: Grid; passes: ReturnType<typeof criterion> }[] = [];
  for (let at = 0; at < pairs.length; at += 2)
    tests.push({ grid: gridOf(pairs[at]), passes: criterion(pairs[at + 1] ?? null, context) });
  const length = Math.max(0, ...tests.map(({ grid }) => grid.cells.length));
  const found: number[] = [];
  for (let at = 0; at < length; at += 1)
    if (tests.every(({ grid, passes }) => passes(grid.cells[at] ?? null))) found.push(at);
  return found;
}

/** How many of the empty cells below the last filled row, which grids leave out, pass all criteria. */
function unfilled(pairs: readonly Argument[], context: FormulaContext): number {
  const passes = pairs.every((test, at) => at % 2 === 0 || criterion(test, context)(null));
  const lengths = pairs.flatMap((range, at) =>
    at % 2 === 0 && isGrid(range) ? [range.rows * range.columns - range.cells.length] : [],
  );
  return passes && lengths.length > 0 ? Math.min(...lengths) : 0;
}

function gridOf(value: Argument | undefined): Grid {
  if (value === undefined) throw new FormulaFault("#N/A");
  return isGrid(value) ? value : { rows: 1, columns: 1, cells: [value] };
}
