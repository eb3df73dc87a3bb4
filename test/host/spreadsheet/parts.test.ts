import { openCode } from "../../support/host";

const prelude = "const book = SpreadsheetApp.getActive(); const sheet = book.getSheets()[0];";

/** Runs the statements in one execution and the expression in the next. */
const seenAfter = async (statements: string, expression: string): Promise<unknown> => {
  const host = await openCode(`
    function main() { ${prelude} ${statements} }
    function look() { ${prelude} return ${expression}; }`);
  await host.call("main");
  return (await host.call("look")).result;
};

describe("parts of a spreadsheet outlive the execution that made them", () => {
  it("notes, formats and styles", async () => {
    const made = `sheet.getRange("B2:C2").setNotes([["one", null]]).setNumberFormats([["@", "0.00"]])
      .setBackgrounds([["#ff0000", null]]).setFontWeight("bold").setFontLine("underline").setWrap(true);`;
    const seen = `(() => { const range = sheet.getRange("B2:C2"); return [range.getNotes(), range.getNumberFormats(),
      range.getBackgrounds(), range.getFontWeights(), range.getFontLine(), range.getWrap(), range.getFontSize()]; })()`;
    expect(await seenAfter(made, seen)).toEqual([
      [["one", ""]],
      [["@", "0.00"]],
      [["#ff0000", "#ffffff"]],
      [["bold", "bold"]],
      "underline",
      true,
      10,
    ]);
  });

  it("sheets: inserted, named, hidden, frozen, copied, moved, deleted", async () => {
    const made = `const two = book.insertSheet("Two"); book.insertSheet("Zero", 0);
      two.setFrozenRows(1); two.hideSheet(); two.setTabColor("#00ff00"); two.setColumnWidth(2, 250).hideColumns(3);
      two.copyTo(book).setName("Copy"); book.deleteSheet(sheet);`;
    const seen = `[book.getSheets().map((each) => each.getName()), book.getSheetByName("Two").isSheetHidden(),
      book.getSheetByName("Copy").getFrozenRows(), book.getSheetByName("Two").getColumnWidth(2),
      book.getSheetByName("Two").isColumnHiddenByUser(3), book.getSheetByName("Sheet1"), book.getNumSheets()]`;
    expect(await seenAfter(made, seen)).toEqual([
      ["Zero", "Two", "Copy"],
      true,
      1,
      250,
      true,
      null,
      3,
    ]);
  });

  it("rows and columns: inserted, deleted, moved, sorted, copied", async () => {
    const made = `sheet.getRange("A1:B3").setValues([["k", "v"], ["b", 2], ["a", 1]]);
      sheet.getRange("A2:B3").sort([{ column: 2, ascending: true }]);
      sheet.insertRowBefore(2); sheet.insertColumnAfter(1); sheet.deleteRows(2, 1);
      sheet.getRange("A1:C3").copyTo(sheet.getRange("E1"));
      sheet.insertRowsAfter(1000, 5);`;
    expect(
      await seenAfter(
        made,
        "[sheet.getDataRange().getValues(), sheet.getMaxRows(), sheet.getMaxColumns()]",
      ),
    ).toEqual([
      [
        ["k", "", "v", "", "k", "", "v"],
        ["a", "", 1, "", "a", "", 1],
        ["b", "", 2, "", "b", "", 2],
      ],
      1005,
      27,
    ]);
  });

  it("protections that only warn, with their open ranges", async () => {
    const made = `sheet.protect().setDescription("system").setWarningOnly(true).setUnprotectedRanges([sheet.getRange("A:A")]);
      sheet.getRange("C1:C5").protect();`;
    const seen = `[book.getProtections(SpreadsheetApp.ProtectionType.SHEET).map((each) => [each.getDescription(),
      each.isWarningOnly(), each.getUnprotectedRanges().map((range) => range.getA1Notation())]),
      sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((each) => each.getRange().getA1Notation())]`;
    expect(await seenAfter(made, seen)).toEqual([[["system", true, ["A1:A1000"]]], ["C1:C5"]]);
  });

  it("validations, with criteria and values as they were given", async () => {
    const made = `sheet.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation()
        .requireValueInRange(sheet.getRange("C1:C3")).setHelpText("pick").build());
      sheet.getRange("A2").setDataValidation(SpreadsheetApp.newDataValidation().requireDateAfter(new Date(2026, 2, 1)).build());
      sheet.getRange("A3").insertCheckboxes();`;
    const seen = `sheet.getRange("A1:A4").getDataValidations().map(([rule]) => rule && [String(rule.getCriteriaType()),
      rule.getCriteriaValues(), rule.getHelpText(), rule.getAllowInvalid()])`;
    expect(await seenAfter(made, seen)).toEqual([
      ["VALUE_IN_RANGE", ["'Sheet1'!C1:C3", true], "pick", true],
      ["DATE_AFTER", [new Date("2026-03-01T00:00:00Z")], null, true],
      ["CHECKBOX", [], null, false],
      null,
    ]);
  });

  it("named ranges, which move with their rows", async () => {
    const made = `book.setNamedRange("total", sheet.getRange("B3")); sheet.insertRowBefore(1);`;
    const seen = `[book.getRangeByName("total").getA1Notation(), book.getRangeByName("none"), book.getNamedRanges()[0].getName()]`;
    expect(await seenAfter(made, seen)).toEqual(["B4", null, "total"]);
  });

  it("developer metadata, found by key and place, which moves with its column", async () => {
    const made = `sheet.getRange("B:B").addDeveloperMetadata("column", "amount");
      sheet.addDeveloperMetadata("table", "rewards"); book.addDeveloperMetadata("schema", "1");
      sheet.insertColumnBefore(1);`;
    const seen = `[book.createDeveloperMetadataFinder().withKey("column").find().map((each) => [each.getValue(),
        each.getLocation().getColumn().getA1Notation(), String(each.getVisibility())]),
      sheet.getDeveloperMetadata().map((each) => each.getKey()), book.getDeveloperMetadata().map((each) => each.getValue()),
      book.createDeveloperMetadataFinder().withKey("none").find()]`;
    expect(await seenAfter(made, seen)).toEqual([
      [["amount", "C:C", "DOCUMENT"]],
      ["table"],
      ["1"],
      [],
    ]);
  });

  it("conditional formats and charts, as they were given", async () => {
    const made = `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("held")
        .setBackground("#eeeeee").setRanges([sheet.getRange("A2:A9")]).build()]);
      sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange("A1:B9"))
        .setPosition(2, 4, 0, 0).setOption("title", "Sales").build());`;
    const seen = `[sheet.getConditionalFormatRules().map((rule) => [rule.getRanges()[0].getA1Notation(),
        String(rule.getBooleanCondition().getCriteriaType()), rule.getBooleanCondition().getCriteriaValues()]),
      sheet.getCharts().map((chart) => [chart.getChartId(), chart.getRanges()[0].getA1Notation(),
        chart.getContainerInfo().getAnchorColumn()])]`;
    expect(await seenAfter(made, seen)).toEqual([
      [["A2:A9", "TEXT_EQUAL_TO", ["held"]]],
      [[1, "A1:B9", 4]],
    ]);
  });

  it("TextFinder finds and replaces", async () => {
    const made = `sheet.getRange("A1:B2").setValues([["Ann", "ann b"], ["Bob", "=1+1"]]);
      sheet.createTextFinder("bob").replaceAllWith("Rob");`;
    const seen = `[sheet.createTextFinder("ann").findAll().map((range) => range.getA1Notation()),
      sheet.createTextFinder("ann").matchEntireCell(true).matchCase(true).findNext(),
      sheet.createTextFinder("^R").useRegularExpression(true).findNext().getValue(),
      sheet.createTextFinder("1+1").matchFormulaText(true).findAll().length]`;
    expect(await seenAfter(made, seen)).toEqual([["A1", "B1"], null, "Rob", 1]);
  });

  it("the selection", async () => {
    const made = `book.insertSheet("Two").getRange("B2:C3").activate();`;
    const seen = `[SpreadsheetApp.getActiveSheet().getName(), book.getActiveRange().getA1Notation(),
      SpreadsheetApp.getCurrentCell().getA1Notation(), book.getLastRow()]`;
    expect(await seenAfter(made, seen)).toEqual(["Two", "B2:C3", "B2", 0]);
  });
});

it("columns are grouped, folded and counted as deep as they lie, and what is not there throws (PLATFORM-103)", async () => {
  const host = await openCode(`function main() {
    const sheet = SpreadsheetApp.getActive().getSheets()[0];
    const tried = (work) => { try { return String(work()); } catch (error) { return error.name + ": " + error.message; } };
    const depths = () => [1, 2, 3, 4, 5, 6].map((at) => sheet.getColumnGroupDepth(at)).join("");
    const hidden = () => [2, 3, 4, 5].map((at) => sheet.isColumnHiddenByUser(at) ? "h" : "-").join("");
    const seen = [depths()];
    sheet.getRange("B:D").shiftColumnGroupDepth(1);
    sheet.getRange("C5:E7").shiftColumnGroupDepth(1);
    seen.push(depths(), sheet.getColumnGroup(3, 1).getRange().getA1Notation(), sheet.getColumnGroup(3, 2).getRange().getA1Notation());
    const outer = sheet.getColumnGroup(2, 1), inner = sheet.getColumnGroup(4, 2);
    inner.collapse(); seen.push(hidden(), inner.isCollapsed(), outer.isCollapsed());
    outer.collapse(); seen.push(hidden()); outer.expand(); seen.push(hidden(), outer.getControlIndex());
    sheet.insertColumnAfter(3); seen.push(depths()); sheet.insertColumnBefore(1); seen.push(depths());
    sheet.getColumnGroup(5, 2).remove(); seen.push(depths()); sheet.getRange("A:Z").shiftColumnGroupDepth(-9); seen.push(depths());
    for (let n = 0; n < 9; n += 1) sheet.getRange("B:B").shiftColumnGroupDepth(1);
    seen.push(depths());
    return [seen, tried(() => sheet.getColumnGroup(5, 1)), tried(() => sheet.getColumnGroupDepth(0)), tried(() => sheet.getColumnGroupDepth(99)),
      tried(() => sheet.getColumnGroup(2, 0)), tried(() => sheet.getRange("B:B").shiftColumnGroupDepth(1.5)), tried(() => outer.collapse())];
  }`);
  const { result } = await host.call("main");
  expect(result).toEqual([
    [
      "000000",
      "012210",
      "B:E",
      "C:D",
      "-hh-",
      true,
      false,
      "hhhh",
      "-hh-",
      6,
      "012221",
      "001222",
      "001111",
      "000000",
      "080000",
    ],
    "Exception: There is no column group at index 5 and group depth 1.",
    expect.stringMatching(/^Exception: /),
    expect.stringMatching(/^Exception: /),
    expect.stringMatching(/^Exception: There is no column group/),
    expect.stringMatching(/^Exception: Cannot convert 1.5 to int/),
    "Group",
  ]);
});
