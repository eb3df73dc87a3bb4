import {
  addSheet,
  appendRow,
  checkRect,
  copyRect,
  copySheet,
  createWorkbook,
  deleteColumns,
  deleteRows,
  fromA1,
  growTo,
  insertColumns,
  insertRows,
  lastColumn,
  lastRow,
  moveRows,
  readBlock,
  readFormulas,
  readNotes,
  removeSheet,
  renameSheet,
  shapeError,
  toA1,
  writeBlock,
  writeFormats,
  writeNotes,
} from "../../../host/workbook";
import { cellAt, sheetOf, valueAt, valuesOf } from "./sheet-of";

const one = { cells: ["x"], dates: [] };

test("a new workbook has one empty sheet of 1000 rows and 26 columns", () => {
  const { book, sheet } = sheetOf([]);
  expect(sheet).toMatchObject({ name: "Sheet1", maxRows: 1000, maxColumns: 26 });
  expect(lastRow(sheet)).toBe(0);
  expect(readBlock(book, sheet, cellAt(1, 1)).cells).toEqual([""]);
});

test.each([
  [
    { row: 1, column: 1, rows: 0, columns: 1 },
    "The number of rows in the range must be at least 1.",
  ],
  [
    { row: 1, column: 1, rows: 1, columns: 0 },
    "The number of columns in the range must be at least 1.",
  ],
  [
    { row: 1001, column: 1, rows: 1, columns: 1 },
    "The coordinates of the range are outside the dimensions of the sheet.",
  ],
  [
    { row: 1, column: 26, rows: 1, columns: 2 },
    "The coordinates of the range are outside the dimensions of the sheet.",
  ],
])("the range %j is refused in Google's words", (rect, text) => {
  expect(() => checkRect(sheetOf([]).sheet, rect)).toThrow(text);
});

test("data of another shape than the range is refused in Google's words", () => {
  const rect = { row: 1, column: 1, rows: 2, columns: 2 };
  expect(shapeError(3, 2, rect)?.message).toBe(
    "The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.",
  );
  expect(shapeError(2, 1, rect)?.message).toContain("The data has 1 but the range has 2.");
  expect(shapeError(2, 2, rect)).toBeNull();
});

test("a cell takes 50,000 characters, and a longer text stops the whole write", () => {
  const { book, sheet } = sheetOf([]);
  const rect = { row: 1, column: 1, rows: 2, columns: 1 };
  const longest = "x".repeat(50_000);
  writeBlock(book, sheet, rect, { cells: ["a", longest], dates: [] });
  expect(() => writeBlock(book, sheet, rect, { cells: ["b", `${longest}x`], dates: [] })).toThrow(
    "Your input contains more than the maximum of 50000 characters in a single cell.",
  );
  expect(valueAt({ book, sheet }, 1, 1)).toBe("a");
});

test("grids hold ten million cells, empty ones counted", () => {
  const { book, sheet } = sheetOf([]);
  const limit = "above the limit of 10000000 cells.";
  expect(() => growTo(book, sheet, 400_000, 26)).toThrow(limit);
  growTo(book, sheet, 384_600, 26);
  expect(() => addSheet(book)).toThrow(limit);
  expect(() => insertRows(book, sheet, 1, 100)).toThrow(limit);
});

test("a sheet's name is used once, whatever its case", () => {
  const book = createWorkbook();
  const sheet = addSheet(book, "Rewards");
  expect(() => addSheet(book, "rewards")).toThrow(
    'A sheet with the name "rewards" already exists.',
  );
  renameSheet(book, sheet, "REWARDS");
  expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "REWARDS"]);
  removeSheet(book, sheet);
  const [last] = book.sheets;
  expect(() => last && removeSheet(book, last)).toThrow("You can't remove all the sheets");
});

test("a copied sheet shares nothing with its original", () => {
  const { book, sheet } = sheetOf([["a"]]);
  const copy = copySheet(book, sheet);
  writeBlock(book, copy, cellAt(1, 1), { cells: ["b"], dates: [] });
  expect(copy.name).toBe("Copy of Sheet1");
  expect(valueAt({ book, sheet }, 1, 1)).toBe("a");
});

test("appending puts a row after the last content and grows the grid when it is full", () => {
  const { book, sheet } = sheetOf([["a"]]);
  expect(appendRow(book, sheet, one)).toBe(2);
  writeBlock(book, sheet, cellAt(1000, 3), one);
  expect(appendRow(book, sheet, one)).toBe(1001);
  expect(sheet.maxRows).toBe(1001);
});

test("empty texts, formats and notes are no content, a formula is", () => {
  const { book, sheet } = sheetOf([["a", ""]]);
  writeFormats(book, sheet, cellAt(20, 5), "@");
  writeNotes(book, sheet, cellAt(21, 6), ["note"]);
  expect([lastRow(sheet), lastColumn(sheet)]).toEqual([1, 1]);
  writeBlock(book, sheet, cellAt(3, 2), { cells: ['=""'], dates: [] });
  expect([lastRow(sheet), lastColumn(sheet)]).toEqual([3, 2]);
});

test("rows inserted by anyone inherit no format, so plain text is lost there", () => {
  const bench = sheetOf([["Key"], ["'001"]]);
  writeFormats(bench.book, bench.sheet, { row: 1, column: 1, rows: 1000, columns: 1 }, "@");
  insertRows(bench.book, bench.sheet, 2, 1);
  writeBlock(bench.book, bench.sheet, cellAt(2, 1), { cells: ["002"], dates: [] });
  writeBlock(bench.book, bench.sheet, cellAt(4, 1), { cells: ["003"], dates: [] });
  expect([2, 3, 4].map((row) => valueAt(bench, row, 1))).toEqual([2, "001", "003"]);
});

test("deleting rows moves the rows below up, and named ranges, protections and metadata follow", () => {
  const { book, sheet } = sheetOf([["a"], ["b"], ["c"], ["d"]]);
  const rect = { row: 2, column: 1, rows: 3, columns: 1 };
  book.namedRanges.push({ name: "n", sheetId: sheet.id, rect });
  book.metadata.push({
    id: 1,
    key: "k",
    value: "v",
    visibility: "PROJECT",
    place: { kind: "rows", sheetId: sheet.id, at: 4 },
  });
  deleteRows(book, sheet, 3, 1);
  expect(valueAt({ book, sheet }, 3, 1)).toBe("d");
  expect(book.namedRanges[0]?.rect).toEqual({ ...rect, rows: 2 });
  expect(book.metadata[0]?.place).toMatchObject({ at: 3 });
  expect(sheet.maxRows).toBe(999);
  deleteRows(book, sheet, 2, 2);
  expect(book.namedRanges).toEqual([]);
  expect(book.metadata).toEqual([]);
});

test("not all rows below the frozen ones can be deleted", () => {
  const { book, sheet } = sheetOf([["a"]]);
  sheet.frozenRows = 1;
  expect(() => deleteRows(book, sheet, 2, 999)).toThrow("delete all the non-frozen rows");
  expect(() => deleteRows(book, sheet, 1000, 2)).toThrow("out of bounds");
});

test("inserted and deleted columns carry cells, formats, notes and formulas along", () => {
  const bench = sheetOf([[1, "2026-01-05", "=A1+1"]]);
  const { book, sheet } = bench;
  writeNotes(book, sheet, cellAt(1, 2), ["note"]);
  insertColumns(book, sheet, 1, 2);
  const all = { row: 1, column: 1, rows: 1, columns: 5 };
  expect(readBlock(book, sheet, all)).toEqual({
    cells: ["", "", 1, Date.UTC(2026, 0, 5), 2],
    dates: [3],
  });
  expect(readFormulas(sheet, all)[4]).toBe("=C1+1");
  expect(readNotes(sheet, all)[3]).toBe("note");
  deleteColumns(book, sheet, 2, 2);
  expect(readFormulas(sheet, all)[2]).toBe("=#REF!+1");
  expect(sheet.maxColumns).toBe(26);
});

test("moved rows are placed before the given row", () => {
  const bench = sheetOf([["a"], ["b"], ["c"], ["d"]]);
  moveRows(bench.book, bench.sheet, 1, 2, 4);
  expect([1, 2, 3, 4].map((row) => valueAt(bench, row, 1))).toEqual(["c", "a", "b", "d"]);
});

test("copying adapts relative references, and copying values drops formulas", () => {
  const bench = sheetOf([[1, "=A1*$A$1"], [3]]);
  copyRect(bench.book, bench.sheet, cellAt(1, 2), bench.sheet, 2, 2);
  copyRect(bench.book, bench.sheet, cellAt(1, 2), bench.sheet, 2, 3, "values");
  expect(readFormulas(bench.sheet, { ...cellAt(2, 2), columns: 2 })).toEqual(["=A2*$A$1", ""]);
  expect(valuesOf(bench, 2, 3)).toEqual([3, 3, 1]);
});

test.each([
  ["B2", "B2"],
  ["A1:C3", "A1:C3"],
  ["C3:A1", "A1:C3"],
  ["$B$2:$C$3", "B2:C3"],
  ["A:B", "A1:B1000"],
  ["2:3", "A2:Z3"],
  ["A2:A", "A2:A1000"],
])("%s is the range %s", (text, printed) => {
  const rect = fromA1(text, { maxRows: 1000, maxColumns: 26 });
  expect(rect && toA1(rect)).toBe(printed);
});

test.each(["", "A", "1", "A0x", "hello world"])("%j is no range", (text) => {
  expect(fromA1(text, { maxRows: 1000, maxColumns: 26 })).toBeNull();
});
