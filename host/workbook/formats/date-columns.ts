import { isDateFormat } from "numfmt";
import type { RowLook } from "../base/model";

const known = new WeakMap<RowLook, readonly number[]>();

/** The 0-based columns of a row whose number format makes a number a date, time or duration, so that getValues gives a Date (PLATFORM-33). */
export function dateColumns(look: RowLook): readonly number[] {
  let columns = known.get(look);
  if (columns === undefined) {
    columns = look.formats.flatMap((format, column) => (isDateFormat(format) ? [column] : []));
    known.set(look, columns);
  }
  return columns;
}
