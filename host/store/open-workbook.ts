import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { createWorkbook, type Workbook, type WorkbookOptions } from "../workbook";
import { readCsv } from "./csv/read-csv";
import { parseWorkbook } from "./parse-workbook";
import { readXlsx } from "./xlsx/read-xlsx";

/** The file name endings that can be opened. */
export const openable = [".json", ".xlsx", ".csv"] as const;

/**
 * Opens a workbook file by its ending: the host's own .json, an .xlsx or a .csv. A .json that does not exist yet is a
 * new workbook; any other missing file throws. `options` supply what the file lacks (an .xlsx has no time zone).
 */
export async function openWorkbook(file: string, options: WorkbookOptions = {}): Promise<Workbook> {
  const ending = extname(file).toLowerCase();
  const named = { name: basename(file, extname(file)), ...options };
  switch (ending) {
    case ".json":
      if (!existsSync(file)) return createWorkbook(named);
      return parseWorkbook(await readFile(file, "utf8"), file, named);
    case ".xlsx":
      return readXlsx(await readFile(file), file, named);
    case ".csv":
      return readCsv(await readFile(file, "utf8"), named);
    default:
      throw new Error(`${file} cannot be opened: its name must end in ${openable.join(", ")}.`);
  }
}
