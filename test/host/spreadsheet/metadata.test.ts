import fc from "fast-check";
import { moveColumns, readBlock } from "../../../host/workbook";
import { openCode } from "../../support/host";
import { sheetOf } from "../workbook/sheet-of";

const prelude = "const book = SpreadsheetApp.getActive(); const sheet = book.getSheets()[0];";

/** What one execution answers on a new spreadsheet. */
const answer = async (statements: string): Promise<unknown> => {
  const host = await openCode(`function main() { ${prelude} ${statements} }`);
  return (await host.call("main")).result;
};

it("whole columns and rows are named as they were asked for", async () => {
  const names = `["D:F", "$b:$b", "5:2", "Sheet1!C:A", "B2:C9", "A2:A", "E5"].map((text) => {
    const range = sheet.getRange(text);
    return [range.getA1Notation(), range.getNumRows(), range.getNumColumns(), range.isEndRowBounded(), range.isEndColumnBounded()]; })`;
  expect(await answer(`return ${names};`)).toEqual([
    ["D:F", 1000, 3, false, true],
    ["B:B", 1000, 1, false, true],
    ["2:5", 4, 26, true, false],
    ["A:C", 1000, 3, false, true],
    ["B2:C9", 8, 2, true, true],
    ["A2:A1000", 999, 1, true, true],
    ["E5", 1, 1, true, true],
  ]);
});

it("metadata goes on one whole row or column, named so, and on nothing else", async () => {
  const tries = `["A1", "B2:D4", "B6:D6", "F1:F1000", "A8:Z8", "B:C", "2:3"].map((text) => {
      try { sheet.getRange(text).addDeveloperMetadata("k"); return "taken"; } catch (error) { return error.message; } })
    .concat([sheet.getRange(1, 2, 1000, 1)].map((range) => {
      try { range.addDeveloperMetadata("k"); return "taken"; } catch (error) { return error.message; } }))`;
  const refused = (await answer(`return ${tries};`)) as string[];
  expect(new Set(refused)).toEqual(
    new Set([
      "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
    ]),
  );
});

it("is listed at its own column, found within ranges that hold all of it, and gone with it", async () => {
  const done = `sheet.getRange("G:G").addDeveloperMetadata("column", "Amount").addDeveloperMetadata("other", "1");
    sheet.getRange("8:8").addDeveloperMetadata("row", "x");
    const count = (text) => sheet.getRange(text).createDeveloperMetadataFinder().find().length;
    const before = [sheet.getRange("G:G").getDeveloperMetadata().length, sheet.getRange("G3").getDeveloperMetadata().length,
      count("A:Z"), count("G:G"), count("F1:H1000"), count("F2:H1000"), count("7:9"), count("A8:Y8"),
      sheet.createDeveloperMetadataFinder().withKey("column").find().map((each) => each.getLocation().getColumn().getA1Notation()).join()];
    sheet.deleteColumn(7);
    return [...before, book.createDeveloperMetadataFinder().withKey("column").find().length];`;
  expect(await answer(done)).toEqual([2, 0, 3, 2, 2, 0, 1, 0, "G:G", 0]);
});

it("stays below 30,000 characters of keys and values on a sheet with its columns", async () => {
  const done = `const text = "x".repeat(9999);
    for (const column of ["A:A", "B:B", "C:C"]) sheet.getRange(column).addDeveloperMetadata("k", text);
    book.addDeveloperMetadata("k", text);
    try { sheet.getRange("D:D").addDeveloperMetadata("", "y"); return "taken"; } catch (error) { return error.name; }`;
  expect(await answer(done)).toBe("Exception");
});

it("follows its column when a person or a script moves it, and is kept in a file and a copy", async () => {
  const host = await openCode(`
    function mark() { ${prelude} sheet.getRange("A1:C2").setValues([["Key", "Amount", "Note"], ["k1", 5, "n"]]);
      sheet.getRange("B:B").addDeveloperMetadata("column", "Amount"); }
    function move() { ${prelude} sheet.moveColumns(sheet.getRange("A:A"), 4); }
    function look() { ${prelude} return book.createDeveloperMetadataFinder().withKey("column").find()
      .map((each) => sheet.getRange(1, each.getLocation().getColumn().getColumn()).getValue()); }`);
  await host.call("mark");
  host.moveColumn("Sheet1", "Amount", "Key");
  host.renameColumn("Sheet1", "Amount", "Sum");
  expect((await host.call("look")).result).toEqual(["Sum"]);
  await host.call("move");
  expect((await host.call("look")).result).toEqual(["Sum"]);
  expect((await host.copy().call("look")).result).toEqual(["Sum"]);
  host.moveColumn("Sheet1", "Sum", null);
  expect((await host.call("look")).result).toEqual(["Sum"]);
  expect(host.rows("Sheet1")).toEqual([{ Key: "k1", Sum: 5, Note: "n" }]);
});

it("wherever columns are moved, cells, formats and formulas go with them", () => {
  const column = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(column, column, fc.integer({ min: 1, max: 7 }), (from, to, before) => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      const { book, sheet } = sheetOf([
        ["a", "b", "c", "d", "e", "f"],
        [1, 2, 3, 4, 5, 6],
        ["=A2", "=B2", "=C2", "=D2", "=E2", "=F2"],
        ["=SUM(A2:F2)"],
      ]);
      moveColumns(book, sheet, first, last - first + 1, before);
      const { cells } = readBlock(book, sheet, { row: 1, column: 1, rows: 4, columns: 6 });
      expect([...cells.slice(0, 6)].sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
      for (let c = 0; c < 6; c += 1) {
        const value = "abcdef".indexOf(String(cells[c])) + 1;
        expect([cells[6 + c], cells[12 + c]]).toEqual([value, value]);
      }
      expect(cells.slice(18)).toContain(21);
    }),
    { numRuns: 100 },
  );
});
