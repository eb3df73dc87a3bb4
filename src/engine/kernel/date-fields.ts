import { type Cell, cellText, type DateCell, isDateCell, plainText, quoted } from "./cells";
import { type Day, type Month, parseDay, parseMonth } from "./day";
import { type Field, type FieldContext, fail, ok } from "./field";
import { isoMoment } from "./zoned";

const notADate = (cell: Cell) =>
  fail(
    "CELL_NOT_A_DATE",
    `${quoted(cell)} is not a date. Type it as a date, for example 2026-03-31.`,
  );

/** A date, a day as ISO text, or a time as ISO text, which falls on the spreadsheet's day at that moment (IMPORT-13). */
function dateCellIn(cell: Cell, context: FieldContext | undefined): DateCell | undefined {
  if (isDateCell(cell)) return cell;
  const text = plainText(cellText(cell));
  const day = parseDay(text);
  return day ? { day, time: "" } : isoMoment(text, context?.offsetAt);
}

/** A civil day; ISO text is taken too, any other text is ambiguous and a problem (E13). */
export const dayField: Field<Day> = {
  kind: "day",
  parse: (cell, context) => {
    const parsed = dateCellIn(cell, context)?.day;
    return parsed === undefined || parsed < "1900-01-01" ? notADate(cell) : ok(parsed);
  },
  print: (value) => ({ day: value, time: "" }),
};

/** A day with the clock time if the cell holds one: it orders events within a day (JUDGE-4). */
export const momentField: Field<DateCell> = {
  kind: "moment",
  parse: (cell, context) => {
    const parsed = dateCellIn(cell, context);
    return parsed === undefined || parsed.day < "1900-01-01" ? notADate(cell) : ok(parsed);
  },
  print: (value) => value,
};

export const monthField: Field<Month> = {
  kind: "month",
  parse: (cell) => {
    const month = parseMonth(isDateCell(cell) ? cell.day.slice(0, 7) : plainText(cellText(cell)));
    return month === undefined
      ? fail("CELL_NOT_A_DATE", `${quoted(cell)} is not a month such as 2026-03.`)
      : ok(month);
  },
  print: (value) => value,
};
