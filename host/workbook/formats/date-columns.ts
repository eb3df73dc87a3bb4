import type { RowLook } from "../base/model";
import { isDateFormat } from "./is-date-format";

const known = new WeakMap<RowLook, readonly number[]>();

/** The 0-based columns of a row whose number format makes a number a date, time or duration. */
export function dateColumns(look: RowLook): readonly number[] {
  let columns = known.get(look);
  if (columns === undefined) {
    columns = look.formats.flatMap((format, column) => (isDateFormat(format) ? [column] : []));
    known.set(look, columns);
  }
  return columns;
}
