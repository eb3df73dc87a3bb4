import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook as XlsxWorkbook } from "exceljs";
import { openWorkbook, saveWorkbook } from "../../../host/store";
import { readBlock, readDisplay, readFormulas } from "../../../host/workbook";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "foreign-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function foreign() {
  const xlsx = new XlsxWorkbook();
  const source = xlsx.addWorksheet("Team's own", {
    properties: { tabColor: { argb: "FF00FF00" } },
  });
  source.addRow([
    new Date(Date.UTC(2026, 2, 4, 6)),
    "x",
    { richText: [{ text: "a" }, { text: "b" }] },
  ]);
  source.addRow([
    1,
    { formula: "A2*2", result: 2 },
    { text: "site", hyperlink: "https://example.org" },
  ]);
  source.addRow([2, { sharedFormula: "B2", result: 4 }, { error: "#N/A" }]);
  source.addRow(["merged", "", { formula: "_xlfn.XLOOKUP(2,A2:A3,A2:A3)", result: 2 }]);
  source.addRow([{ formula: 'QUERY(A1:B2,"select A")', result: "kept" }]);
  source.mergeCells("A4:B4");
  source.getRow(3).hidden = true;
  source.getColumn(3).hidden = true;
  source.getCell("A1").numFmt = "yyyy-mm-dd hh:mm";
  source.addConditionalFormatting({
    ref: "A1:A9",
    rules: [
      { type: "expression", priority: 1, formulae: ["A1>1"], style: { font: { bold: true } } },
    ],
  });
  const file = join(folder, "foreign.xlsx");
  await xlsx.xlsx.writeFile(file);
  return file;
}

async function opened(file: string) {
  const book = await openWorkbook(file, { timeZone: "America/New_York" });
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("The file has a sheet.");
  return { book, sheet };
}

const all = { row: 1, column: 1, rows: 5, columns: 3 };

test("a team's own .xlsx opens with dates, rich texts, links, errors, shared and unknown formulas", async () => {
  const { book, sheet } = await opened(await foreign());
  expect(readFormulas(sheet, all).filter(Boolean)).toEqual([
    "=A2*2",
    "=A3*2",
    "=XLOOKUP(2,A2:A3,A2:A3)",
    '=QUERY(A1:B2,"select A")',
  ]);
  expect(readBlock(book, sheet, all)).toEqual({
    cells: [
      Date.UTC(2026, 2, 4, 11),
      "x",
      "ab",
      1,
      2,
      "site",
      2,
      4,
      "#N/A",
      "merged",
      "",
      2,
      "kept",
      "",
      "",
    ],
    dates: [0],
  });
  expect(readDisplay(book, sheet, all)[0]).toBe("2026-03-04 06:00");
});

test("hidden rows and columns, tab colours and conditional formats are kept", async () => {
  const first = await opened(await foreign());
  const file = join(folder, "again.xlsx");
  await saveWorkbook(first.book, file);
  const { sheet } = await opened(file);
  expect(sheet.name).toBe("Team's own");
  expect(sheet.tabColor).toBe("#00ff00");
  expect(sheet.rows.map((row) => row?.hidden)).toEqual([false, false, true, false, false]);
  expect(sheet.columns.map(({ hidden }) => hidden)).toEqual([false, false, true]);
  expect(sheet.conditionalFormats).toMatchObject([
    { rects: [{ row: 1, column: 1, rows: 9, columns: 1 }], data: { kind: "xlsx" } },
  ]);
});

test("sheet names that Excel refuses are shortened and kept apart", async () => {
  const { book, sheet } = await opened(await foreign());
  sheet.name = "Rewards / drips of the whole program 2026";
  book.sheets.push({ ...sheet, id: 9, name: "Rewards / drips of the whole program 2025" });
  const file = join(folder, "named.xlsx");
  await saveWorkbook(book, file);
  const { book: again } = await opened(file);
  expect(again.sheets.map(({ name }) => name)).toEqual([
    "Rewards - drips of the whole pr",
    "Rewards - drips of the whol 2",
  ]);
});
