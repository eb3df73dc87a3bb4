import type { Column } from "../../engine/tables/table";
import { formatOf, type Look } from "../codec/formats";
import type { Sheet } from "../workbook/book";

const PERSON_HEADER = "#d9ead3";
const SYSTEM_HEADER = "#d9d9d9";
const SYSTEM_CELLS = "#f3f3f3";

/**
 * Formats new columns from a 1-based first one on: number formats, widths, drop-downs (SHEET-16) that only warn,
 * since typed values must reach our own checks, amounts at the right, and for system columns a colour and a protection that warns
 * (SHEET-19). Columns of packed data are hidden (SHEET-39).
 */
export function formatColumns(
  sheet: Sheet,
  first: number,
  columns: readonly Column<unknown>[],
  look: Look,
): void {
  const rows = sheet.getMaxRows();
  const below = (column: number, count: number) => sheet.getRange(2, column, rows - 1, count);
  const protectedRanges = new Set(
    sheet
      .getProtections(SpreadsheetApp.ProtectionType.RANGE)
      .map((each) => each.getRange().getA1Notation()),
  );
  const isSystem = ({ filledBy }: Column<unknown>) => filledBy === "program";
  eachRun(
    first,
    columns,
    (each) => formatOf(each, look),
    (column, count, format) => {
      if (format !== "") below(column, count).setNumberFormat(format);
    },
  );
  eachRun(first, columns, widthOf, (column, count, width) => {
    sheet.setColumnWidths(column, count, width);
  });
  eachRun(first, columns, isSystem, (column, count, system) => {
    const header = sheet.getRange(1, column, 1, count);
    header.setBackground(system ? SYSTEM_HEADER : PERSON_HEADER).setFontWeight("bold");
    if (!system) return;
    below(column, count).setBackground(SYSTEM_CELLS);
    const whole = sheet.getRange(1, column, rows, count);
    if (protectedRanges.has(whole.getA1Notation())) return;
    whole.protect().setDescription("Filled in by Tributary").setWarningOnly(true);
  });
  const isAmount = ({ field }: Column<unknown>) => field.kind === "amount";
  eachRun(first, columns, isAmount, (column, count, amount) => {
    if (amount) sheet.getRange(1, column, rows, count).setHorizontalAlignment("right");
  });
  const isPacked = ({ field }: Column<unknown>) => field.kind === "packed";
  eachRun(first, columns, isPacked, (column, count, packed) => {
    if (packed) sheet.hideColumns(column, count);
  });
  columns.forEach(({ field }, i) => {
    if (!field.words) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...field.words], true)
      .setAllowInvalid(true)
      .setHelpText(`One of: ${field.words.join(", ")}.`)
      .build();
    below(first + i, 1).setDataValidation(rule);
  });
}

/** Calls `work` once for each run of columns with the same trait. */
function eachRun<T>(
  first: number,
  columns: readonly Column<unknown>[],
  trait: (column: Column<unknown>) => T,
  work: (column: number, count: number, trait: T) => void,
): void {
  const traits = columns.map(trait);
  for (let start = 0; start < traits.length; ) {
    let end = start + 1;
    while (end < traits.length && traits[end] === traits[start]) end++;
    work(first + start, end - start, traits[start] as T);
    start = end;
  }
}

/** A column's width in pixels: enough for its cells and its header. */
const widthOf = (column: Column<unknown>): number =>
  Math.max(cellWidthOf(column), column.header.length * 8 + 20);

function cellWidthOf({ field }: Column<unknown>): number {
  switch (field.kind) {
    case "long text":
      return 260;
    case "e-mail":
      return 240;
    case "text":
    case "key":
    case "packed":
    case "moment":
      return 170;
    // A drop-down's arrow is drawn beside the word.
    case "word":
      return Math.max(110, ...(field.words ?? []).map((word) => word.length * 7 + 40));
    case "day":
    case "amount":
      return 110;
    case "integer":
    case "number":
    case "percent":
    case "currency":
    case "month":
    case "yes/no":
      return 90;
    default:
      return field.kind satisfies never;
  }
}
