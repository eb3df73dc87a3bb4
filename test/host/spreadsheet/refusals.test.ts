import fc from "fast-check";
import { openCode } from "../../support/host";

const prelude = `const book = SpreadsheetApp.getActive(); const sheet = book.getSheetByName("T");
  const tried = (work) => { try { work(); SpreadsheetApp.flush(); return "done"; } catch (error) { return error.message; } };`;

const filled = `sheet = book.insertSheet("T"); sheet.getRange("A1:D3").setValues([["Key", "Amount", "On", "Word"],
  ["a", 5, new Date(2026, 0, 1), "x"], ["b", 6, new Date(2026, 0, 2), "y"]]);`;

const open = (look: string, options: { user?: string; owner?: string } = {}) =>
  openCode(
    `function fill() { const book = SpreadsheetApp.getActive(); let sheet; ${filled} }
     function look() { ${prelude} return ${look}; }`,
    options,
  );

const stopped =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";
const untyped = "This operation is not allowed on cells in typed columns.";
const guest = { user: "guest@example.com", owner: "owner@example.com" };

/** Everything that changes something within B2:B3, one way each. */
const edits = `[
  () => sheet.getRange("B2").setValue(7), () => sheet.getRange("A1:D3").setValues(sheet.getRange("A1:D3").getValues()),
  () => sheet.getRange("B3").setFormula("=1"), () => sheet.getRange("B2").setNote("n"), () => sheet.getRange("B2").clearContent(),
  () => sheet.getRange("B2").setNumberFormat("0"), () => sheet.getRange("B2").setBackground("#ff0000"),
  () => sheet.getRange("B2").setDataValidation(null), () => sheet.getRange("A2:D3").sort(1), () => sheet.sort(1),
  () => sheet.getRange("A2").copyTo(sheet.getRange("B2")), () => sheet.deleteRow(2), () => sheet.deleteColumn(2),
  () => sheet.insertRowBefore(3), () => sheet.moveRows(sheet.getRange("2:2"), 5), () => sheet.moveColumns(sheet.getRange("B:B"), 1),
  () => sheet.hideColumns(2), () => sheet.setColumnWidth(2, 50), () => book.deleteSheet(sheet), () => sheet.setName("U"),
  () => sheet.hideSheet()]`;

it("a protected range stops whoever is neither its owner nor an editor, in every way to change it", async () => {
  const host = await open(`${edits}.map(tried)`, guest);
  await host.call("fill");
  host.protect("T", "B2:B3");
  const texts = (await host.call("look")).result as string[];
  expect(new Set(texts)).toEqual(new Set([stopped]));
  expect(host.rows("T")[0]).toMatchObject({ Key: "a", Amount: 5 });
});

it.each([
  ["the owner", { user: "o@example.com", owner: "o@example.com" }, {}],
  ["an editor", guest, { editors: ["guest@example.com"] }],
  ["anybody, when it only warns", guest, { warningOnly: true }],
])("a protected range does not stop %s", async (_who, people, how) => {
  const host = await open(
    `[tried(() => sheet.getRange("B2").setValue(7)), sheet.getRange("B2").canEdit()]`,
    people,
  );
  await host.call("fill");
  host.protect("T", "B2:B3", how);
  expect((await host.call("look")).result).toEqual(["done", true]);
});

it("cells beside a protected range stay open, and so do the open ranges of a protected sheet", async () => {
  const look = `[tried(() => sheet.getRange("A2").setValue(7)), sheet.getRange("B2").canEdit(), sheet.getRange("A2:A3").canEdit(),
    tried(() => sheet.appendRow([1])), tried(() => book.insertSheet("Other"))]`;
  const host = await open(look, guest);
  await host.call("fill");
  host.protect("T", "B2:B3");
  expect((await host.call("look")).result).toEqual(["done", false, true, "done", "done"]);
  host.protect("T", null);
  const whole = host.workbook.sheets.find(({ name }) => name === "T")?.protections[1];
  whole?.unprotected.push({ row: 1, column: 1, rows: 3, columns: 1 });
  expect((await host.call("look")).result).toEqual([
    "done",
    false,
    true,
    stopped,
    expect.anything(),
  ]);
});

it("a new protection allows every editor until somebody is removed; its creator stays allowed", async () => {
  const host = await open(
    `(() => { const made = sheet.getRange("B2").protect(); const before = made.getEditors().map((each) => each.getEmail());
      made.removeEditors(made.getEditors()); made.addEditor("third@example.com");
      return [before, made.getEditors().map((each) => each.getEmail()), made.canEdit(), tried(() => sheet.getRange("B2").setValue(1))]; })()`,
    guest,
  );
  await host.call("fill");
  expect((await host.call("look")).result).toEqual([
    ["guest@example.com"],
    ["guest@example.com", "third@example.com"],
    true,
    "done",
  ]);
});

it("a clock run has the rights of who made its trigger", async () => {
  const host = await openCode(
    `function fill() { let sheet; const book = SpreadsheetApp.getActive(); ${filled}
       ScriptApp.newTrigger("tick").timeBased().everyHours(1).create(); }
     function tick() { SpreadsheetApp.getActive().getSheetByName("T").getRange("B2").setValue(9); }`,
    { ...guest, now: "2026-01-01" },
  );
  await host.call("fill");
  host.protect("T", "B2");
  const [run] = await host.clock.advanceTo("2026-01-02");
  expect(run).toMatchObject({ status: "failed", error: expect.stringContaining("protected cell") });
});

describe("a Table with typed columns", () => {
  const table = async (look: string) => {
    const host = await open(look);
    await host.call("fill");
    host.makeTable("T", {
      Amount: { type: "NUMBER" },
      On: { type: "DATE" },
      Word: { type: "DROPDOWN", values: ["x", "y"] },
    });
    return host;
  };
  const wrong = (cell: string) =>
    `The data you entered in cell ${cell} violates the data validation rules set on this cell.`;

  it("refuses a value of another type, and accepts its own type, blanks and formulas", async () => {
    const host = await table(`[
      tried(() => sheet.getRange("B2").setValue("many")), tried(() => sheet.getRange("C3").setValue("soon")),
      tried(() => sheet.getRange("A2:D2").setValues([["a", 1, "2026-02-03", "z"]])), tried(() => sheet.getRange("A2:D2").setValues([["a", 1, "2026-02-03", "y"]])),
      tried(() => sheet.getRange("B2:D2").clearContent()), tried(() => sheet.getRange("B2").setFormula("=A2")), tried(() => sheet.getRange("A2").setValue(5))]`);
    expect((await host.call("look")).result).toEqual([
      wrong("B2"),
      wrong("C3"),
      wrong("D2"),
      "done",
      "done",
      "done",
      "done",
    ]);
  });

  it("grows by what is written directly below it, which must have its types", async () => {
    const host = await table(`[
      tried(() => sheet.getRange("A4:B4").setValues([["c", "many"]])), tried(() => sheet.appendRow(["c", 1])), tried(() => sheet.appendRow(["d", "many"])),
      tried(() => sheet.getRange("B9").setValue("far below")), tried(() => sheet.getRange("B4").setNumberFormat("@"))]`);
    expect((await host.call("look")).result).toEqual([
      wrong("B4"),
      "done",
      wrong("B5"),
      "done",
      untyped,
    ]);
  });

  it("refuses formats and validations on typed columns, and accepts them on others", async () => {
    const host = await table(`[
      ...["setNumberFormat", "setDataValidation", "insertCheckboxes", "clearFormat", "clearDataValidations", "removeCheckboxes"]
        .map((name) => tried(() => sheet.getRange("B2:C2")[name](...(name === "setNumberFormat" ? ["0"] : name === "setDataValidation" ? [null] : [])))),
      tried(() => sheet.getRange("A2").setNumberFormat("@")), tried(() => sheet.getRange("B1").setNumberFormat("@")),
      tried(() => sheet.getRange("B2").setBackground("#00ff00")), tried(() => sheet.getRange("A2").copyTo(sheet.getRange("B2"), { formatOnly: true }))]`);
    expect((await host.call("look")).result).toEqual([
      ...Array.from({ length: 6 }, () => untyped),
      "done",
      "done",
      "done",
      untyped,
    ]);
  });

  it("keeps its types when columns and rows are added and removed, and in a file", async () => {
    const host = await table(
      `[tried(() => sheet.getRange("C3").setValue("many")), tried(() => sheet.getRange("B3").setValue("free"))]`,
    );
    host.act(() => undefined);
    host.moveColumn("T", "Amount", "Word");
    host.insertRow("T", 0);
    host.copy();
    expect((await host.call("look")).result).toEqual([wrong("C3"), wrong("B3")]);
    expect((await host.copy().call("look")).result).toEqual([wrong("C3"), wrong("B3")]);
  });
});

it("a rejecting validation refuses what a script writes, and a warning one does not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.constantFrom("x", "z", 5, true),
      async (allowInvalid, value) => {
        const host = await open(
          `tried(() => sheet.getRange("D2").setValue(${JSON.stringify(value)}))`,
        );
        await host.call("fill");
        host.validate("T", "Word", {
          criteria: "VALUE_IN_LIST",
          values: [["x", "y"]],
          allowInvalid,
          help: null,
        });
        const done = (await host.call("look")).result === "done";
        expect(done).toBe(allowInvalid || value === "x");
      },
    ),
    { numRuns: 8 },
  );
});

it("ten million cells are the limit, empty ones counted, and one unfrozen row stays", async () => {
  const host = await open(`[
    tried(() => sheet.insertRowsAfter(1, 383000)), tried(() => sheet.insertColumnsAfter(1, 9970)),
    tried(() => { sheet.insertRowsAfter(1, 380000); book.insertSheet(); book.insertSheet(); book.insertSheet(); book.insertSheet(); }),
    tried(() => { const small = book.insertSheet("S"); }),
    (() => { const at = book.getSheets()[0]; at.setFrozenRows(1); return [tried(() => at.deleteRows(2, 999)), tried(() => at.deleteRows(3, 998))]; })()]`);
  await host.call("fill");
  const result = (await host.call("look")).result as unknown[];
  const limit = expect.stringContaining("above the limit of 10000000 cells");
  expect(result.slice(1)).toEqual([
    limit,
    limit,
    limit,
    ["It is not possible to delete all the non-frozen rows.", "done"],
  ]);
});
