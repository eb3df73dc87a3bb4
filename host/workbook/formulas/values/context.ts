import type { Rect, Sheet, Workbook } from "../../base/model";
import type { Argument, Grid } from "./values";

/** What a formula is computed in. */
export type FormulaContext = {
  readonly book: Workbook;
  /** The sheet and 1-based cell that the formula stands in. */
  readonly home: Sheet;
  readonly row: number;
  readonly column: number;
  /** Serials of the moment of computing, in the spreadsheet's zone. */
  readonly today: number;
  readonly now: number;
  /** The cells of a range, formulas among them computed; rows below the last filled one are left out. */
  readonly read: (sheet: Sheet, rect: Rect) => Grid;
};

/** A function over computed arguments. */
export type FormulaFunction = (args: readonly Argument[], context: FormulaContext) => Argument;
