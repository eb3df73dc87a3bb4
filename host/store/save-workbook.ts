import { extname } from "node:path";
import type { Workbook } from "../workbook";
import { workbookText } from "./workbook-text";
import { writeAtomically } from "./write-atomically";
import { writeXlsx } from "./xlsx/write-xlsx";

/**
 * Saves a workbook by the file's ending: .json stores everything, .xlsx what the format can hold. What is saved is
 * the state at the call, whatever changes while the file is written.
 */
export async function saveWorkbook(book: Workbook, file: string): Promise<void> {
  const ending = extname(file).toLowerCase();
  switch (ending) {
    case ".json":
      return writeAtomically(file, workbookText(book));
    case ".xlsx":
      return writeAtomically(file, await writeXlsx(book));
    default:
      throw new Error(`${file} cannot be saved: its name must end in .json or .xlsx.`);
  }
}
