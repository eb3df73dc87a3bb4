import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** A file that can't be read, with a sentence for the person who named it. */
export class FileProblem extends Error {}

/** The most characters of a file that one call takes. */
const LONGEST = 900_000;
const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;

/** The text of a .csv, or the first sheet of an .xlsx as the text of one. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new FileProblem(`There is no file ${path}.`);
  });
  const isExcel = extname(path).toLowerCase() === ".xlsx";
  const text = isExcel
    ? (await xlsxRows(bytes)).map((row) => row.map(quoted).join(",")).join("\n")
    : bytes.toString("utf8");
  if (text.length > LONGEST) throw new FileProblem(`${path} is too large: take a part of it.`);
  if (text.trim().split("\n").length < 2)
    throw new FileProblem(`${path} has no rows below its headers.`);
  return text;
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
