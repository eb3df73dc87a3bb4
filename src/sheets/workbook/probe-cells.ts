import type { DateCell } from "../../engine/kernel/fields";
import { DomainError } from "../../engine/kernel/problem";
import { type Raw, sameRaw } from "../codec/codec";
import { decimalMarkIn } from "../codec/decimal-mark";
import { withoutApostrophe } from "../codec/safe-text";
import type { Book, Sheet } from "./book";

/** The tab on which things are tried out; it is there only meanwhile. Its first cell says whose it is. */
const TAB = "_tributary_check";
const MARK = "Tributary tries out here what this spreadsheet does.";

const at = (day: string): Date => new Date(`${day}T12:34:56Z`);
/** Far off, and on both sides of a change of the clocks. */
const farDates = ["1600-03-01", "1899-12-29", "9999-12-30"].map(at);
const clockDates = ["2026-01-15", "2026-07-15"].map(at);
const MILLION = 1_234_567.8;

const rows: readonly (readonly [value: string | number | Date, format: string])[] = [
  [MARK, "@"],
  ["'=1+1", "@"],
  ["'00123", "@"],
  ...[...farDates, ...clockDates].map((date) => [date, "yyyy-mm-dd hh:mm:ss"] as const),
  [MILLION, "#,##0.0"],
];

/** What this spreadsheet's cells do that no document settles (REFUSAL-6, PLATFORM-38). */
export interface CellFacts {
  /** What "'=1+1" becomes in a cell of plain text: the text without its apostrophe, with it, or anything else. */
  readonly apostrophe: "hidden" | "kept" | "other";
  /** Whether "'00123" keeps its zeros. */
  readonly keepsZeros: boolean;
  /** The days that come back otherwise than they were written, of those far off. */
  readonly lostDates: readonly string[];
  /** Whether cells show dates in the zone, and numbers with the decimal mark, that the script works with. */
  readonly isSameClock: boolean;
  readonly isSameMark: boolean;
  /** In seconds: a round trip, a cell read, a cell written. */
  readonly costs: { readonly trip: number; readonly read: number; readonly written: number };
}

/** What an apostrophe before a text becomes in a cell of plain text (REFUSAL-6). */
export const probeApostrophe = (book: Book): CellFacts["apostrophe"] =>
  onOwnTab(book, (sheet) => {
    const cell = sheet.getRange(2, 1).setNumberFormat("@").setValue("'=1+1");
    SpreadsheetApp.flush();
    return apostropheIn(cell.getValue());
  });
const apostropheIn = (equals: unknown): CellFacts["apostrophe"] =>
  equals === "=1+1" ? "hidden" : equals === "'=1+1" ? "kept" : "other";

/** Tries cells out on a hidden tab, which is made for it and taken away again. */
export function probeCells(book: Book): CellFacts {
  return onOwnTab(book, (sheet) => {
    const range = sheet.getRange(1, 1, rows.length, 1);
    range.setNumberFormats(rows.map(([, format]) => [format]));
    range.setValues(rows.map(([value]) => [value]));
    SpreadsheetApp.flush();
    const values = range.getValues().map(([value]) => value);
    const shown = range.getDisplayValues().map(([text]) => String(text));
    const [, equals, zeros, ...others] = values;
    const isKept = (date: Date, index: number) => sameRaw(others[index] as Raw, date);
    const first = 3 + farDates.length;
    return {
      apostrophe: apostropheIn(equals),
      keepsZeros: withoutApostrophe(String(zeros)) === "00123",
      lostDates: farDates.flatMap((date, index) =>
        isKept(date, index) ? [] : [date.toISOString().slice(0, 10)],
      ),
      isSameClock: clockDates.every((date, index) => {
        const cell = book.codec.toCell(date) as DateCell;
        return shown[first + index] === `${cell.day} ${cell.time}`;
      }),
      isSameMark: decimalMarkIn(String(shown[first + clockDates.length])) === book.decimalMark,
      costs: measure(sheet),
    };
  });
}

const TRIPS = 4;
const READ = { rows: 800, columns: 20 };
const WRITTEN = { rows: 500, columns: 10 };

/** What a round trip and cells cost here and now, in seconds. Leaves the mark where it is, in case the check is killed here. */
function measure(sheet: Sheet): CellFacts["costs"] {
  const seconds = (work: () => void): number => {
    const start = Date.now();
    work();
    return (Date.now() - start) / 1000;
  };
  const trip =
    seconds(() => {
      for (let row = 1; row <= TRIPS; row++) {
        sheet.getRange(row, 3).setValue(row);
        SpreadsheetApp.flush();
      }
    }) / TRIPS;
  const perCell = (size: typeof READ, work: () => void) =>
    Math.max(0, seconds(work) - trip) / (size.rows * size.columns);
  return {
    trip,
    written: perCell(WRITTEN, () => {
      const line = Array.from({ length: WRITTEN.columns }, () => "some text");
      sheet
        .getRange(2, 1, WRITTEN.rows, WRITTEN.columns)
        .setValues(Array.from({ length: WRITTEN.rows }, () => line));
      SpreadsheetApp.flush();
    }),
    read: perCell(READ, () => sheet.getRange(1, 1, READ.rows, READ.columns).getValues()),
  };
}

function onOwnTab<T>({ spreadsheet }: Book, work: (sheet: Sheet) => T): T {
  const left = spreadsheet.getSheetByName(TAB);
  // A check that was killed leaves it behind, blank or marked. One with somebody else's cells is not ours to use.
  if (left && left.getLastRow() > 0 && left.getRange(1, 1).getValue() !== MARK) {
    throw new DomainError("INPUT_INVALID", `The tab “${TAB}” is in the way. Rename it first.`);
  }
  const active = spreadsheet.getActiveSheet();
  const sheet = left ?? spreadsheet.insertSheet(TAB, spreadsheet.getNumSheets());
  try {
    sheet.getRange(1, 1).setValue(MARK);
    sheet.hideSheet();
    spreadsheet.setActiveSheet(active);
    return work(sheet);
  } finally {
    spreadsheet.deleteSheet(sheet);
  }
}
