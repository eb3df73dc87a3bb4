import * as formulajs from "@formulajs/formulajs";
import type { FormulaFunction } from "../values/context";
import { type FaultCode, FormulaFault, isGrid, single, toNumber } from "../values/values";

/** Functions taken from formulajs as they are: numbers in, a number out, no dates. */
const borrowed = {
  ABS: formulajs.ABS,
  CEILING: formulajs.CEILING,
  EXP: formulajs.EXP,
  FLOOR: formulajs.FLOOR,
  INT: formulajs.INT,
  IRR: formulajs.IRR,
  LARGE: formulajs.LARGE,
  LN: formulajs.LN,
  LOG: formulajs.LOG,
  LOG10: formulajs.LOG10,
  MEDIAN: formulajs.MEDIAN,
  MOD: formulajs.MOD,
  NPV: formulajs.NPV,
  PERCENTILE: formulajs.PERCENTILE,
  PI: formulajs.PI,
  PMT: formulajs.PMT,
  POWER: formulajs.POWER,
  PRODUCT: formulajs.PRODUCT,
  QUARTILE: formulajs.QUARTILE,
  RANK: formulajs.RANK,
  ROUNDDOWN: formulajs.ROUNDDOWN,
  ROUNDUP: formulajs.ROUNDUP,
  SIGN: formulajs.SIGN,
  SMALL: formulajs.SMALL,
  SQRT: formulajs.SQRT,
  STDEV: formulajs.STDEV,
  SUMPRODUCT: formulajs.SUMPRODUCT,
  TRUNC: formulajs.TRUNC,
  VAR: formulajs.VAR,
} as const;

type Borrowed = (...args: readonly unknown[]) => unknown;

/** Rounds half away from zero on the decimal digits, so that ROUND(1.005, 2) is 1.01. */
const round: FormulaFunction = ([value, places = 0], { book: { locale } }) => {
  const number = toNumber(value, locale);
  const digits = Math.trunc(toNumber(places, locale));
  const size = Number(Math.abs(number).toPrecision(15));
  const [mantissa = "0", exponent = "0"] = String(size).split("e");
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const [whole = "0", power = "0"] = String(scaled).split("e");
  const rounded = Number(`${whole}e${Number(power) - digits}`);
  return number < 0 && rounded !== 0 ? -rounded : rounded;
};

/** Functions over numbers. */
export const numeric: Readonly<Record<string, FormulaFunction>> = {
  ...Object.fromEntries(
    Object.entries(borrowed).map(([name, borrowedOne]) => [
      name,
      borrow(borrowedOne as unknown as Borrowed),
    ]),
  ),
  ROUND: round,
};

function borrow(compute: Borrowed): FormulaFunction {
  return (args) => {
    const result = compute(
      ...args.map((arg) => {
        if (!isGrid(arg)) return single(arg);
        const cells = arg.cells.map((cell) => single(cell));
        return Array.from({ length: Math.ceil(cells.length / arg.columns) }, (_, row) =>
          cells.slice(row * arg.columns, (row + 1) * arg.columns),
        );
      }),
    );
    if (typeof result === "number" && Number.isFinite(result)) return result;
    const text = result instanceof Error ? result.message : "#NUM!";
    throw new FormulaFault(isCode(text) ? text : "#VALUE!");
  };
}

function isCode(text: string): text is FaultCode {
  return ["#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NUM!"].includes(text);
}
