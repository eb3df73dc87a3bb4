import { rowWindow } from "../../../host/page/server/row-windows";
import { openCode } from "../../support/host";

describe("rows as the page gets them", () => {
  it("carries texts as shown, what the editor shows, notes, looks and drop-downs", async () => {
    const host = await openCode(`function fill() {
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange("A1:D1").setValues([["rwd_1", 1234.5, new Date(Date.UTC(2026, 2, 2)), true]]);
      sheet.getRange("A2").setFormula("=B1/0");
      sheet.getRange("B1").setNumberFormat("#,##0.00").setNote("typed over").setBackground("#f1f3f4");
      sheet.getRange("C1").setNumberFormat("yyyy-mm-dd");
      sheet.getRange("A1").setDataValidation(
        SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange("A1:A1"), true).build());
    }`);
    await host.call("fill");
    const [sheet] = host.workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");

    const { rows, looks, version } = rowWindow(host.workbook, sheet, 0, 10);

    expect(version).toBe(host.workbook.version);
    expect(rows).toEqual([
      {
        texts: ["rwd_1", "1,234.50", "2026-03-02", "TRUE"],
        kinds: "tnnb",
        look: 0,
        typed: { 1: "1234.5", 2: "3/2/2026" },
        notes: { 1: "typed over" },
      },
      { texts: ["#DIV/0!"], kinds: "e", look: 1, typed: { 0: "=B1/0" } },
    ]);
    expect(looks[0]).toEqual({
      styles: [null, { background: "#f1f3f4" }],
      choices: { 0: ["rwd_1"] },
    });
  });

  it("returns a window of the rows, and none past the end", async () => {
    const host = await openCode("function f() {}");
    const [sheet] = host.workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    host.act(() => {
      for (let r = 0; r < 30; r += 1) sheet.rows.push(null);
    });

    expect(rowWindow(host.workbook, sheet, 20, 100).rows).toHaveLength(10);
    expect(rowWindow(host.workbook, sheet, 200, 100).rows).toEqual([]);
  });
});
