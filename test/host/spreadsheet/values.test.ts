import { openCode } from "../../support/host";

const sheet = "const sheet = SpreadsheetApp.getActive().getSheets()[0];";

const writes =
  'a.setValues([[1, 2]]); sheet.getRange("C1").setNote("n"); sheet.appendRow([7, 8]); sheet.getRange("C1:D1").clearContent(); a.setNumberFormat("@");';
const flush = "SpreadsheetApp.flush();";

const evaluate = async (expression: string, options = {}): Promise<unknown> => {
  const host = await openCode(`function main() { ${sheet} return ${expression}; }`, options);
  return (await host.call("main")).result;
};

const refuses = (expression: string, message: string) =>
  expect(evaluate(expression)).rejects.toMatchObject({ name: "Exception", message });

describe("values of a range", () => {
  it("are read as number, text, logical value, Date and empty text", async () => {
    const host = await openCode(`
      function put() { ${sheet} sheet.getRange("A1:E1").setValues([["x", "1,000", true, new Date(2026, 2, 1), null]]); }
      function get() { ${sheet} const [row] = sheet.getRange("A1:E1").getValues();
        return row.map((cell) => [typeof cell, cell instanceof Date, cell]); }`);
    await host.call("put");
    expect((await host.call("get")).result).toEqual([
      ["string", false, "x"],
      ["number", false, 1000],
      ["boolean", false, true],
      ["object", true, new Date("2026-03-01T00:00:00Z")],
      ["string", false, ""],
    ]);
  });

  it("keep their civil day when the zones of script and spreadsheet differ", async () => {
    const zones = { scriptTimeZone: "America/New_York", timeZone: "Europe/Berlin" };
    const host = await openCode(
      `function put() { ${sheet} sheet.getRange("A1").setValue("2026-03-01"); }
       function get() { ${sheet} const day = sheet.getRange("A1").getValue(); return [day.getDate(), day.toISOString()]; }`,
      zones,
    );
    await host.call("put");
    expect((await host.call("get")).result).toEqual([28, "2026-02-28T23:00:00.000Z"]);
  });

  it("are an array of this realm, also when there is nothing", async () => {
    expect(await evaluate("sheet.getDataRange().getValues()")).toEqual([[""]]);
    expect(await evaluate("sheet.getDataRange().getValues() instanceof Array")).toBe(true);
    expect(await evaluate("sheet.getLastRow()")).toBe(0);
  });

  it("are read after the writes before them have arrived", async () => {
    const read = `(sheet.getRange("A1:A2").setValues([[1], ["=A1+1"]]), sheet.getRange("A2").getValue())`;
    expect(await evaluate(read)).toBe(2);
  });

  it("refuse data of another shape with Google's texts", async () => {
    await refuses(
      `sheet.getRange("A1:B2").setValues([[1, 2]])`,
      "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
    );
    await refuses(
      `sheet.getRange("A1:B2").setValues([[1, 2], [3]])`,
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
  });

  it("refuse parameters that no overload takes", async () => {
    await refuses(
      `sheet.getRange("A1").setValues("x")`,
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    await refuses(
      `sheet.getRange("1", 2)`,
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
    await refuses(
      `sheet.getRange(1)`,
      "The parameters (number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
    await refuses(
      `SpreadsheetApp.getActive().getSheetByName()`,
      "The parameters () don't match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.",
    );
  });

  it("refuse a place outside the grid and a text too long for a cell", async () => {
    const outside = "The coordinates of the range are outside the dimensions of the sheet.";
    await refuses("sheet.getRange(1001, 1)", outside);
    await refuses("sheet.getRange('A1:AB3')", outside);
    await refuses(
      "sheet.getRange(1, 1, 0, 1)",
      "The number of rows in the range must be at least 1.",
    );
    await refuses(
      `sheet.getRange("A1").setValue("x".repeat(50001))`,
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
  });

  it("refuse an object in a cell, since its result on Google is unknown", async () => {
    await refuses(`sheet.getRange("A1").setValue({})`, "A cell cannot hold [object Object].");
  });

  it("are refused by a validation when the write is carried out, and queued writes after it are lost", async () => {
    const host = await openCode(`
      function main() { ${sheet}
        const rule = SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"]).setAllowInvalid(false).build();
        sheet.getRange("F1").setDataValidation(rule);
        SpreadsheetApp.flush();
        sheet.getRange("A1").setValue("before");
        sheet.getRange("F1").setValue("z");
        sheet.getRange("B1").setValue("behind");
        try { SpreadsheetApp.flush(); } catch (error) { return [error.name, error.message, sheet.getRange("A1:B1").getValues()[0]]; }
      }`);
    expect((await host.call("main")).result).toEqual([
      "Exception",
      "The data you entered in cell F1 violates the data validation rules set on this cell.",
      ["before", ""],
    ]);
  });

  it.each([
    ["a read", "a.getValues();", [1, 2, 0]],
    ["two reads", "a.getValues(); a.getNotes();", [2, 4, 0]],
    ["a question about the tab", "sheet.getLastRow();", [0, 0, 0]],
    ["writes, notes and formats up to the end", writes, [1, 0, 7]],
    [
      "writes up to a flush, and those up to the next",
      `${writes} ${flush} ${writes} ${flush}`,
      [2, 0, 14],
    ],
    ["writes that a read commits, and the read", `${writes} a.getValues();`, [2, 2, 7]],
    ["writes that a question commits", `${writes} sheet.getLastRow(); ${writes}`, [2, 0, 14]],
    ["flushes with nothing to commit", `${flush} a.getValues(); ${flush}`, [1, 2, 0]],
    [
      "changes of structure with the writes around them",
      `${writes} sheet.insertRows(1); sheet.hideColumns(2); ${writes}`,
      [1, 0, 14],
    ],
    ["a change of structure alone", "sheet.deleteRow(5);", [1, 0, 0]],
    [
      "a new tab, after what was pending",
      `${writes} SpreadsheetApp.getActive().insertSheet("new");`,
      [2, 0, 7],
    ],
  ])("cost round trips as Google commits them: %s (PLATFORM-51a)", async (_, acts, expected) => {
    const host = await openCode(
      `function main() { ${sheet} const a = sheet.getRange("A1:B1"); ${acts} }`,
    );
    const { roundTrips, cellsRead, cellsWritten } = (await host.call("main")).usage;
    expect([roundTrips, cellsRead, cellsWritten]).toEqual(expected);
  });
});

describe("what Apps Script has and the host has not", () => {
  it.each([
    ["sheet.getRange('A1').merge()", "Range.merge"],
    [
      "SpreadsheetApp.newFilterCriteria().whenFormulaSatisfied('=A1')",
      "FilterCriteriaBuilder.whenFormulaSatisfied",
    ],
    ["SpreadsheetApp.getActive().getBandings()", "Spreadsheet.getBandings"],
    ["SpreadsheetApp.newRichTextValue()", "SpreadsheetApp.newRichTextValue"],
    ["SpreadsheetApp.ColorType", "SpreadsheetApp.ColorType"],
    ["Charts.newPieChart()", "Charts.newPieChart"],
  ])("%s says so", async (expression, name) => {
    await refuses(expression, `not in the local host: ${name}`);
  });

  it("what neither has is undefined, as on Google", async () => {
    expect(await evaluate("typeof SpreadsheetApp.frobnicate")).toBe("undefined");
  });
});
