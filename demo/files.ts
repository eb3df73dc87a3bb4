import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { FileRows } from "../src/engine/intake/import/import-transactions";
import { readCsv } from "../src/engine/intake/import/read-csv";

/** A file that can't be read, with a sentence for the person who named it. */
export class FileProblem extends Error {}

/** The rows of a .csv or of the first sheet of an .xlsx as text; blank lines are left out at the end only. */
export async function readRows(path: string): Promise<FileRows> {
  const bytes = await readFile(path).catch(() => {
    throw new FileProblem(`There is no file ${path}.`);
  });
  const isExcel = extname(path).toLowerCase() === ".xlsx";
  const rows = isExcel ? await xlsxRows(bytes) : [...readCsv(bytes.toString("utf8"))];
  while (rows.length > 0 && rows[rows.length - 1]?.every((cell) => cell.trim() === "")) rows.pop();
  if (rows.length < 2) throw new FileProblem(`${path} has no rows below its headers.`);
  return rows;
}

async function xlsxRows(bytes: Buffer): Promise<string[][]> {
  const { default: Excel } = await import("exceljs");
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    for (let column = 1; column <= sheet.columnCount; column++)
      cells.push(cellText(row.getCell(column).value));
    rows.push(cells);
  });
  return rows;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().replace("T", " ").slice(0, 19);
  if (typeof value === "object") {
    const { result, text, richText } = value as {
      result?: unknown;
      text?: unknown;
      richText?: readonly { text: string }[];
    };
    return richText ? richText.map((part) => part.text).join("") : cellText(result ?? text);
  }
  return String(value);
}
