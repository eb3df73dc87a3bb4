import { clip, NO_DATE } from "../../engine/kernel/cells";
import { type Cell, isDateCell } from "../../engine/kernel/fields";
import type { ZoneOffset } from "../../engine/kernel/zoned";
import { fromDateCell, toDateCell } from "./date-cell";
import { safeText, staysText, withoutApostrophe } from "./safe-text";

/** A cell holds 50,000 characters; one text that is too long would prevent everything else from being written. */
const MAX_LENGTH = 49_990;

/** A cell's value as getValues returns it, and as the adapter's memory of a sheet holds it. */
export type Raw = string | number | boolean | Date;

/** Converts between cells and values, in the spreadsheet's zone (SHEET-17, PLATFORM-52). */
export interface Codec {
  readonly toCell: (raw: Raw) => Cell;
  readonly toRaw: (cell: Cell) => Raw;
}

export function createCodec(offsetAt: ZoneOffset): Codec {
  return {
    toCell: (raw) => {
      if (!isDate(raw)) return raw;
      return isInRange(raw) ? toDateCell(raw.getTime(), offsetAt) : NO_DATE;
    },
    toRaw: (cell) => {
      if (isDateCell(cell)) return fromDateCell(cell, offsetAt);
      return typeof cell === "string" ? clip(cell, MAX_LENGTH) : cell;
    },
  };
}

/** From year 1 to 9999, a day within at both ends, whatever the zone. A number in a date cell gives any date, or none. */
const isInRange = (date: Date): boolean =>
  date.getTime() > -62_135_510_400_000 && date.getTime() < 253_402_214_400_000;

export const isDate = (raw: Raw): raw is Date => typeof raw === "object";

/**
 * What to pass to setValues so that the cell holds this value; a date that is none can't be written back. `isPlain`: the cell
 * is of plain text, and would keep an apostrophe (REFUSAL-6).
 */
export const toWritten = (raw: Raw, isPlain = false): Raw => {
  if (typeof raw === "string") return isPlain && staysText(raw) ? raw : safeText(raw);
  return isDate(raw) && !isInRange(raw) ? NO_DATE : raw;
};

/** Whether two cell values are equal. */
export const sameRaw = (a: Raw, b: Raw): boolean =>
  a === b || (isDate(a) && isDate(b) && Object.is(a.getTime(), b.getTime()));

interface Values {
  getValues(): unknown[][];
}
/** A range's values, texts as they were meant: without an apostrophe that a cell of plain text kept (REFUSAL-6). */
export function valuesOf(range: Values): Raw[][] {
  const rows = range.getValues() as Raw[][];
  for (const row of rows) {
    row.forEach((cell, i) => {
      if (typeof cell === "string" && cell.startsWith("'")) row[i] = withoutApostrophe(cell);
    });
  }
  return rows;
}
