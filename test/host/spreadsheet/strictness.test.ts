import { openCode } from "../../support/host";

const prelude = `const book = SpreadsheetApp.getActive(); const sheet = book.getSheets()[0];
  const tried = (work) => { try { return work(); } catch (error) { return error.name + ": " + error.message; } };`;

const answer = async (statements: string): Promise<unknown> => {
  const host = await openCode(`function main() { ${prelude} ${statements} }`);
  return (await host.call("main")).result;
};

it("colours are read back as lower-case hex, and nonsense is refused", async () => {
  const seen = await answer(`
    const read = (color) => tried(() => sheet.getRange("A1").setBackground(color).getBackground());
    sheet.getRange("B1:C1").setFontColors([["Navy", "#ABC"]]); sheet.setTabColor("Red");
    return [...["red", "RED", "#FF0000", "#f00", " White ", null, "rebeccapurple"].map(read),
      ...["reddish", "#ff00", "ff0000", "rgb(1,2,3)", "#gggggg"].map(read).map((text) => text.split(" ")[0]),
      sheet.getRange("B1:C1").getFontColors()[0].join(), sheet.getTabColor(), tried(() => sheet.setTabColor("nope")).split(" ")[0]];`);
  expect(seen).toEqual([
    ...["#ff0000", "#ff0000", "#ff0000", "#ff0000", "#ffffff", "#ffffff", "#663399"],
    ...["Exception:", "Exception:", "Exception:", "Exception:", "Exception:"],
    "#000080,#aabbcc",
    "#ff0000",
    "Exception:",
  ]);
});

it("setBackgroundColor and similar names are the old names of setBackground", async () => {
  const seen =
    await answer(`sheet.getRange("A1:B1").setBackgroundColor("yellow").setBackgroundColors([["blue", null]]);
    return [sheet.getRange("A1").getBackgroundColor(), sheet.getRange("A1:B1").getBackgrounds()];`);
  expect(seen).toEqual(["#0000ff", [["#0000ff", "#ffffff"]]]);
});

it("setFormula on a range moves the references that have no $", async () => {
  const seen = await answer(`sheet.getRange("A1:A3").setValues([[1], [2], [3]]);
    sheet.getRange("C1:D3").setFormula("=A1+$A1+A$1+$A$1&\\"A1\\"");
    return [sheet.getRange("C1:D3").getFormulas(), sheet.getRange("C3").getValue(), sheet.getRange("E1:E2").setFormula("SUM(A:A)").getFormulas()];`);
  expect(seen).toEqual([
    [
      ['=A1+$A1+A$1+$A$1&"A1"', '=B1+$A1+B$1+$A$1&"A1"'],
      ['=A2+$A2+A$1+$A$1&"A1"', '=B2+$A2+B$1+$A$1&"A1"'],
      ['=A3+$A3+A$1+$A$1&"A1"', '=B3+$A3+B$1+$A$1&"A1"'],
    ],
    "8A1",
    [["=SUM(A:A)"], ["=SUM(A:A)"]],
  ]);
});

it("checkboxes: new ones hold FALSE, ticking does not change other cells, removing clears", async () => {
  const seen = await answer(`sheet.getRange("A1:C1").setValues([["x", "", 5]]);
    sheet.getRange("B1:B3").insertCheckboxes(); sheet.getRange("D1:D2").insertCheckboxes("yes", "no");
    const all = sheet.getRange("A1:D3"); const values = () => all.getValues().map((row) => row.join("|"));
    const seen = [values(), sheet.getLastRow(), sheet.getRange("B1:B3").isChecked(), all.isChecked()];
    all.check(); seen.push(values(), sheet.getRange("B1:B3").isChecked(), sheet.getRange("D1:D2").isChecked());
    sheet.getRange("B2").uncheck(); seen.push(sheet.getRange("B1:B3").isChecked());
    sheet.getRange("D2").setDataValidation(null).setValue("kept"); all.removeCheckboxes();
    seen.push(values(), all.getDataValidations().flat().every((rule) => rule === null));
    return seen;`);
  expect(seen).toEqual([
    ["x|false|5|no", "|false||no", "|false||"],
    3,
    false,
    null,
    ["x|true|5|yes", "|true||yes", "|true||"],
    true,
    true,
    null,
    ["x||5|", "|||kept", "|||"],
    true,
  ]);
});

it("requireCheckbox warns unless it is told to reject, as every new validation", async () => {
  const seen = await answer(`
    const rule = () => SpreadsheetApp.newDataValidation().requireCheckbox();
    const allowed = (made) => made.build().getAllowInvalid();
    sheet.getRange("A1").setDataValidation(rule().setAllowInvalid(false).build());
    sheet.getRange("A2").setDataValidation(rule().build()).setValue("text");
    return [allowed(rule()), allowed(rule().setAllowInvalid(false)), allowed(SpreadsheetApp.newDataValidation().setAllowInvalid(false).requireCheckbox("a", "b")),
      tried(() => sheet.getRange("A1").setValue("text").getValue()).slice(0, 10), sheet.getRange("A2").getValue()];`);
  expect(seen).toEqual([true, false, false, "Exception:", "text"]);
});

it("autoResizeColumn fits a column to what it shows", async () => {
  const seen =
    await answer(`sheet.getRange("B1").setValue("x".repeat(60)); sheet.autoResizeColumns(1, 2); book.autoResizeColumn(3);
    return [1, 2, 3].map((column) => sheet.getColumnWidth(column));`);
  const [one, two, three] = seen as number[];
  expect(two).toBeGreaterThan(400);
  expect(one).toBe(three);
  expect(one).toBeLessThan(100);
});

it("Browser asks in front of the spreadsheet only, and answers with words", async () => {
  const host =
    await openCode(`function onOpen() { SpreadsheetApp.getUi().createMenu("M").addItem("Ask", "ask").addToUi(); }
    function ask() { console.log([Browser.msgBox("Really?", Browser.Buttons.YES_NO), Browser.inputBox("Name"), Browser.msgBox("Title", "Done", Browser.Buttons.OK)].join()); }`);
  host.answer(({ kind }) =>
    kind === "prompt" ? { button: "OK", text: "Ada" } : { button: "CLOSE" },
  );
  const { logs } = await host.click("M › Ask");
  expect(logs.map(({ text }) => text)).toEqual(["cancel,Ada,cancel"]);
  expect(host.view().asked.map(({ buttons }) => buttons.join())).toEqual([
    "YES,NO",
    "OK,CANCEL",
    "OK",
  ]);
  await expect(host.call("ask")).rejects.toThrow("Cannot call Browser.msgBox() from this context.");
});
