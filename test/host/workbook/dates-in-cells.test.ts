import {
  readBlock,
  readDisplay,
  readFormats,
  writeBlock,
  writeFormats,
} from "../../../host/workbook";
import { cellAt, sheetOf, valueAt } from "./sheet-of";

const noonInBerlin = Date.UTC(2026, 2, 4, 11);

test("a Date written is a date in the spreadsheet's zone and reads as the same moment", () => {
  const { book, sheet } = sheetOf([], { timeZone: "Europe/Berlin" });
  writeBlock(book, sheet, cellAt(1, 1), { cells: [noonInBerlin], dates: [0] });
  expect(readBlock(book, sheet, cellAt(1, 1))).toEqual({ cells: [noonInBerlin], dates: [0] });
  expect(readDisplay(book, sheet, cellAt(1, 1))).toEqual(["3/4/2026 12:00:00"]);
});

test("a date typed is midnight of the spreadsheet's zone, and moves with it", () => {
  const { book, sheet } = sheetOf([["2026-03-04"]], { timeZone: "America/New_York" });
  expect(readBlock(book, sheet, cellAt(1, 1)).cells).toEqual([Date.UTC(2026, 2, 4, 5)]);
  book.timeZone = "Asia/Tokyo";
  expect(readBlock(book, sheet, cellAt(1, 1)).cells).toEqual([Date.UTC(2026, 2, 3, 15)]);
});

test("a number under a date format left behind reads as a date", () => {
  const { book, sheet } = sheetOf([["2026-03-04"]]);
  writeBlock(book, sheet, cellAt(1, 1), { cells: [1], dates: [] });
  expect(readBlock(book, sheet, cellAt(1, 1)).dates).toEqual([0]);
});

test("a time of day is a moment of 30 December 1899", () => {
  const { book, sheet } = sheetOf([["07:30"]]);
  const { cells, dates } = readBlock(book, sheet, cellAt(1, 1));
  expect(dates).toEqual([0]);
  expect(new Date(Number(cells[0])).toISOString()).toBe("1899-12-30T07:30:00.000Z");
});

test("a date into a plain-text cell is text, and a format of the cell's own stays", () => {
  const { book, sheet } = sheetOf([]);
  writeFormats(book, sheet, { row: 1, column: 1, rows: 1, columns: 3 }, ["@", "0.00", "yyyy"]);
  const cells = ["2026-03-04", "2026-03-04", "2026-03-04"];
  writeBlock(book, sheet, { row: 1, column: 1, rows: 1, columns: 3 }, { cells, dates: [] });
  expect(readBlock(book, sheet, cellAt(1, 1)).cells).toEqual(["2026-03-04"]);
  expect(valueAt({ book, sheet }, 1, 2)).toBe(46085);
  expect(readDisplay(book, sheet, cellAt(1, 3))).toEqual(["2026"]);
  expect(readFormats(sheet, { row: 2, column: 1, rows: 1, columns: 1 })).toEqual([
    "0.###############",
  ]);
});

test("numbers and logical values into a plain-text cell are texts", () => {
  const { book, sheet } = sheetOf([]);
  writeFormats(book, sheet, { row: 1, column: 1, rows: 1, columns: 2 }, "@");
  writeBlock(
    book,
    sheet,
    { row: 1, column: 1, rows: 1, columns: 2 },
    { cells: [5, true], dates: [] },
  );
  expect(readBlock(book, sheet, { row: 1, column: 1, rows: 1, columns: 2 }).cells).toEqual([
    "5",
    "TRUE",
  ]);
});
