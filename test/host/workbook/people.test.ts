import fc from "fast-check";
import {
  type Cell,
  personAppend,
  personDeleteRow,
  personInsertRow,
  personSort,
  personType,
  readFormulas,
  readNotes,
  sheetRecords,
  type ValidationRule,
  writeBlock,
  writeFormats,
  writeNotes,
  writeRules,
} from "../../../host/workbook";
import { type Bench, cellAt, sheetOf, valuesOf } from "./sheet-of";

const rule: ValidationRule = {
  criteria: "VALUE_IN_LIST",
  values: [["open", "paid"], true],
  allowInvalid: false,
  help: null,
};

function program(): Bench {
  return sheetOf([
    ["Key", "Amount", "Paid at", "Key"],
    ["b", 2, "2026-01-05", "again"],
    ["a", 10, "", ""],
    ["c", "", "2026-01-03", ""],
  ]);
}

test("records go by header, dates are Dates, and the first of two equal headers counts", () => {
  const { book, sheet } = program();
  expect(sheetRecords(book, sheet)).toEqual([
    { Key: "b", Amount: 2, "Paid at": new Date("2026-01-05T00:00:00Z") },
    { Key: "a", Amount: 10, "Paid at": "" },
    { Key: "c", Amount: "", "Paid at": new Date("2026-01-03T00:00:00Z") },
  ]);
});

test("pasted rows land below the last one, coerced as typed", () => {
  const bench = program();
  personAppend(bench.book, bench.sheet, [
    { Key: "d", Amount: "1,200.50", "Paid at": new Date("2026-02-01T00:00:00Z") },
    { "Paid at": "2026-02-02", Key: "007" },
  ]);
  expect(sheetRecords(bench.book, bench.sheet).slice(3)).toEqual([
    { Key: "d", Amount: 1200.5, "Paid at": new Date("2026-02-01T00:00:00Z") },
    { Key: 7, Amount: "", "Paid at": new Date("2026-02-02T00:00:00Z") },
  ]);
  expect(() => personAppend(bench.book, bench.sheet, [{ Nope: 1 }])).toThrow('no header "Nope"');
});

test("typing changes the one row that matches", () => {
  const bench = program();
  personType(bench.book, bench.sheet, { Key: "a" }, "Amount", "50%");
  personType(bench.book, bench.sheet, 0, "Paid at", null);
  personType(bench.book, bench.sheet, ({ Amount }) => Amount === "", "Amount", 7);
  expect(sheetRecords(bench.book, bench.sheet).map(({ Amount }) => Amount)).toEqual([2, 0.5, 7]);
  expect(() => personType(bench.book, bench.sheet, { Key: "z" }, "Amount", 1)).toThrow("0 rows");
  expect(() => personType(bench.book, bench.sheet, { Nope: 1 }, "Amount", 1)).toThrow("no header");
});

test("rows are inserted and deleted among the data rows", () => {
  const bench = program();
  personInsertRow(bench.book, bench.sheet, 1, { Key: "n" });
  personDeleteRow(bench.book, bench.sheet, { Key: "b" });
  expect(sheetRecords(bench.book, bench.sheet).map(({ Key }) => Key)).toEqual(["n", "a", "c"]);
});

test("a sort moves values, formats, notes and formulas of a row together, empty cells last", () => {
  const bench = program();
  const { book, sheet } = bench;
  writeNotes(book, sheet, cellAt(2, 1), ["about b"]);
  writeBlock(book, sheet, cellAt(2, 5), { cells: ["=B2*2"], dates: [] });
  personSort(book, sheet, "Amount", true);
  expect(sheetRecords(book, sheet).map(({ Key }) => Key)).toEqual(["a", "b", "c"]);
  expect(readNotes(sheet, cellAt(3, 1))).toEqual(["about b"]);
  expect(readFormulas(sheet, cellAt(3, 5))).toEqual(["=B3*2"]);
  personSort(book, sheet, "Amount");
  expect(sheetRecords(book, sheet).map(({ Key }) => Key)).toEqual(["b", "a", "c"]);
});

test("a sort loses no row, puts numbers before texts before logical values, and keeps equal rows in order", () => {
  const cell = fc.oneof(fc.integer(), fc.constantFrom("x", "Y", ""), fc.boolean());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (column) => {
      const bench = sheetOf([["Value", "Place"], ...column.map((value, place) => [value, place])]);
      personSort(bench.book, bench.sheet, "Value");
      const sorted = column.map((_, index) => valuesOf(bench, index + 2, 2));
      const places = sorted.map(([, place]) => place);
      expect([...places].sort((a, b) => Number(a) - Number(b))).toEqual([...column.keys()]);
      expect(sorted.map(([value, place]) => value === column[Number(place)])).not.toContain(false);
      const ranks = sorted.map(([value = ""]) => rank(value));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }),
  );
});

function rank(value: Cell): number {
  if (value === "") return 3;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

test("a validation that rejects stops typing and scripts with nothing written, but not a paste", () => {
  const bench = sheetOf([
    ["Key", "Status"],
    ["a", "open"],
  ]);
  const { book, sheet } = bench;
  writeRules(book, sheet, { row: 2, column: 2, rows: 999, columns: 1 }, rule);
  const text =
    "The data you entered in cell B2 violates the data validation rules set on this cell.";
  expect(() => personType(book, sheet, 0, "Status", "lost")).toThrow(text);
  const rect = { row: 2, column: 1, rows: 1, columns: 2 };
  expect(() => writeBlock(book, sheet, rect, { cells: ["z", "lost"], dates: [] })).toThrow(text);
  expect(valuesOf(bench, 2, 2)).toEqual(["a", "open"]);
  personType(book, sheet, 0, "Status", "paid");
  personAppend(book, sheet, [{ Key: "b", Status: "lost" }]);
  expect(sheetRecords(book, sheet).map(({ Status }) => Status)).toEqual(["paid", "lost"]);
});

test.each([
  ["NUMBER_BETWEEN", [1, 5], 3, 6],
  ["NUMBER_GREATER_THAN", [0], 1, "text"],
  ["DATE_AFTER", [46000], "2026-03-04", "2025-01-01"],
  ["TEXT_IS_VALID_EMAIL", [], "a@b.co", "a.b.co"],
  ["CHECKBOX", [], true, "yes"],
  ["VALUE_IN_RANGE", ["Sheet1!A1:A1", true], "Key", "other"],
] as const)("%s %j allows %j and refuses %j", (criteria, values, good, bad) => {
  const { book, sheet } = sheetOf([["Key"]]);
  writeRules(book, sheet, cellAt(2, 2), { criteria, values, allowInvalid: false, help: null });
  const write = (value: Cell) =>
    writeBlock(book, sheet, cellAt(2, 2), { cells: [value], dates: [] });
  expect(() => write(good)).not.toThrow();
  expect(() => write(bad)).toThrow("violates the data validation rules");
});

test("validations stay where they are when rows are sorted, formats go along", () => {
  const { book, sheet } = sheetOf([["Key"], ["b"], ["a"]]);
  writeRules(book, sheet, cellAt(2, 1), rule);
  writeFormats(book, sheet, cellAt(2, 1), "@");
  personSort(book, sheet, "Key");
  expect(sheet.rows[1]?.look).toMatchObject({ formats: [], rules: [rule] });
  expect(sheet.rows[2]?.look).toMatchObject({ formats: ["@"], rules: [] });
});
