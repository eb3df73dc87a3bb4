import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { openWorkbook, saveWorkbook, workbookText } from "../../../host/store";
import {
  addSheet,
  findSheet,
  insertRows,
  readBlock,
  readDisplay,
  readFormulas,
  readNotes,
  type Workbook,
  writeBlock,
  writeFormats,
  writeNotes,
  writeRules,
  writeStyles,
} from "../../../host/workbook";
import { cellAt, now, sheetOf, valueAt, write } from "../workbook/sheet-of";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "workbook-"));
});
afterEach(() => rm(folder, { recursive: true }));

function program(): Workbook {
  const bench = sheetOf(
    [
      ["Key", "Amount", "Paid at"],
      ["a", 10, "2026-01-05"],
      ["b", 20.5, ""],
      ["Total", "=SUM(B2:B3)"],
    ],
    { locale: "de_DE", timeZone: "Europe/Berlin", name: "Program" },
  );
  const { book, sheet } = bench;
  writeNotes(book, sheet, cellAt(2, 2), ["why ten"]);
  writeStyles(book, sheet, { ...cellAt(1, 1), columns: 3 }, { bold: true, background: "#eeeeee" });
  writeRules(
    book,
    sheet,
    { row: 2, column: 1, rows: 50, columns: 1 },
    {
      criteria: "VALUE_IN_LIST",
      values: [["a", "b"], true],
      allowInvalid: false,
      help: "a or b",
    },
  );
  sheet.frozenRows = 1;
  sheet.columns = [{ width: 120, hidden: false }];
  book.namedRanges.push({ name: "amounts", sheetId: sheet.id, rect: { ...cellAt(2, 2), rows: 2 } });
  const second = addSheet(book, "Hidden one");
  second.hidden = true;
  book.extras = { properties: { a: "1" } };
  return book;
}

test("a workbook saved as JSON opens as it was", async () => {
  const file = join(folder, "program.json");
  const book = program();
  await saveWorkbook(book, file);
  const opened = await openWorkbook(file, { now: () => now });
  const content = ({ sheets, namedRanges, metadata, extras }: Workbook) => ({
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      rows: rows.map((row) => ({ ...row, text: null })),
    })),
    namedRanges,
    metadata,
    extras,
  });
  expect(content(opened)).toEqual(content(book));
  expect(opened).toMatchObject({ id: book.id, locale: "de_DE", timeZone: "Europe/Berlin" });
  expect(await readdir(folder)).toEqual(["program.json"]);
});

test("any cells are read from the file as they were", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  return fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }),
      async (lines) => {
        const escaped = lines.map((line) =>
          line.map((value) => (typeof value === "string" && value !== "" ? `'${value}` : value)),
        );
        const { book, sheet } = sheetOf(escaped);
        const rect = { row: 1, column: 1, rows: 6, columns: 4 };
        const before = readBlock(book, sheet, rect).cells.map((value) =>
          Object.is(value, -0) ? 0 : value,
        );
        const file = join(folder, "any.json");
        await saveWorkbook(book, file);
        const opened = await openWorkbook(file);
        const [first] = opened.sheets;
        expect(first && readBlock(opened, first, rect).cells).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

test("a row changed after saving is saved again, and so are moved rows", async () => {
  const file = join(folder, "program.json");
  const bench = sheetOf([["Key"], ["a"], ["b"]]);
  await saveWorkbook(bench.book, file);
  write(bench, 3, [["c"]]);
  insertRows(bench.book, bench.sheet, 2, 1);
  await saveWorkbook(bench.book, file);
  const opened = await openWorkbook(file);
  const [sheet] = opened.sheets;
  const cells = sheet && readBlock(opened, sheet, { row: 1, column: 1, rows: 4, columns: 1 }).cells;
  expect(cells).toEqual(["Key", "", "a", "c"]);
});

test("a JSON file that is missing is a new workbook, and one that is no workbook says so", async () => {
  const fresh = await openWorkbook(join(folder, "fresh.json"));
  expect(fresh.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  await writeFile(join(folder, "bad.json"), "{");
  await writeFile(join(folder, "other.json"), "{}");
  await expect(openWorkbook(join(folder, "bad.json"))).rejects.toThrow("it is no valid JSON");
  await expect(openWorkbook(join(folder, "other.json"))).rejects.toThrow(
    "not written by the local host",
  );
  await expect(openWorkbook(join(folder, "x.ods"))).rejects.toThrow("cannot be opened");
});

test("a save that fails leaves the file as it was and no temporary file", async () => {
  const file = join(folder, "program.json");
  await saveWorkbook(program(), file);
  const before = await readFile(file, "utf8");
  await expect(saveWorkbook(program(), join(folder, "missing", "x.json"))).rejects.toThrow(
    "ENOENT",
  );
  expect(await readFile(file, "utf8")).toBe(before);
  expect(await readdir(folder)).toEqual(["program.json"]);
});

test("saves of one file at once arrive in their order", async () => {
  const file = join(folder, "program.json");
  const bench = sheetOf([["1"]]);
  const first = saveWorkbook(bench.book, file);
  write(bench, 1, [["2"]]);
  const second = saveWorkbook(bench.book, file);
  await Promise.all([first, second]);
  const opened = await openWorkbook(file);
  const [sheet] = opened.sheets;
  expect(sheet && valueAt({ book: opened, sheet }, 1, 1)).toBe(2);
});

test("an .xlsx keeps values, dates, formulas, formats, styles, notes, drop-downs, widths and hidden sheets", async () => {
  const file = join(folder, "program.xlsx");
  const book = program();
  const [before] = book.sheets;
  if (before) writeFormats(book, before, cellAt(2, 2), "#,##0.00");
  await saveWorkbook(book, file);
  const opened = await openWorkbook(file, { locale: "de_DE", timeZone: "Europe/Berlin" });
  const sheet = findSheet(opened, "Sheet1");
  if (!sheet || !before) throw new Error("The sheet is lost.");
  const all = { row: 1, column: 1, rows: 4, columns: 3 };
  expect(readBlock(opened, sheet, all)).toEqual(readBlock(book, before, all));
  expect(readDisplay(opened, sheet, all)).toEqual(readDisplay(book, before, all));
  expect(readFormulas(sheet, all)).toEqual(readFormulas(before, all));
  expect(readNotes(sheet, all)).toEqual(readNotes(before, all));
  expect(sheet.rows.map((row) => row?.look)).toEqual(before.rows.map((row) => row?.look));
  expect(sheet.frozenRows).toBe(1);
  expect(sheet.columns[0]).toEqual({ width: 120, hidden: false });
  expect(findSheet(opened, "Hidden one")?.hidden).toBe(true);
  expect(opened.namedRanges).toEqual(book.namedRanges);
  expect(opened.name).toBe("program");
});

test("an .xlsx keeps the protection of a whole sheet with its open cells, and plain-text keys", async () => {
  const file = join(folder, "program.xlsx");
  const { book, sheet } = sheetOf([["'007", "x"]]);
  writeFormats(book, sheet, cellAt(1, 1), "@");
  const open = [cellAt(1, 2)];
  const shared = { rect: null, description: "", editors: [] };
  sheet.protections.push({ id: "p", ...shared, warningOnly: false, unprotected: open });
  await saveWorkbook(book, file);
  const opened = await openWorkbook(file);
  const [first] = opened.sheets;
  expect(first?.protections).toMatchObject([{ rect: null, unprotected: open }]);
  expect(first && valueAt({ book: opened, sheet: first }, 1, 1)).toBe("007");
  expect(first?.rows[0]?.look.formats).toEqual(["@"]);
});

test("a formula that the host cannot compute keeps the value its file holds", async () => {
  const { book, sheet } = sheetOf([['=QUERY(A1:B2,"select A")']]);
  expect(valueAt({ book, sheet }, 1, 1)).toBe("#NAME?");
  const file = join(folder, "program.json");
  await saveWorkbook(book, file);
  const known = (await readFile(file, "utf8")).replace('"cells":["#NAME?"]', '"cells":[42]');
  await writeFile(file, known);
  const opened = await openWorkbook(file);
  const [first] = opened.sheets;
  expect(first && valueAt({ book: opened, sheet: first }, 1, 1)).toBe(42);
});

test("a file that is no .xlsx says so", async () => {
  await writeFile(join(folder, "bad.xlsx"), "no");
  await expect(openWorkbook(join(folder, "bad.xlsx"))).rejects.toThrow("is not an .xlsx file");
});

test("a CSV's texts become numbers and dates as typed, and none becomes a formula", async () => {
  const file = join(folder, "sales.csv");
  await writeFile(
    file,
    '\ufeffKey;Amount;Day;Note\r\na;12,5;2026-03-04;"x;y"\r\n\r\nb;-3;;=1+1\r\nc;+4;;+x\r\n',
  );
  const book = await openWorkbook(file, { locale: "de_DE" });
  const [sheet] = book.sheets;
  if (!sheet) throw new Error("A CSV is one sheet.");
  expect(sheet.name).toBe("sales");
  expect(readBlock(book, sheet, { row: 2, column: 1, rows: 3, columns: 4 })).toEqual({
    cells: ["a", 12.5, Date.UTC(2026, 2, 4), "x;y", "b", -3, "", "=1+1", "c", 4, "", "+x"],
    dates: [2],
  });
  expect(sheet.rows.every((row) => row?.formulas === null)).toBe(true);
});

test("writing an .xlsx loses nothing of the workbook itself", async () => {
  const book = program();
  const before = workbookText(book);
  await saveWorkbook(book, join(folder, "program.xlsx"));
  expect(workbookText(book)).toBe(before);
  const [sheet] = book.sheets;
  if (sheet) writeBlock(book, sheet, cellAt(2, 1), { cells: ["b"], dates: [] });
  expect(workbookText(book)).not.toBe(before);
});
