import { randomUUID } from "node:crypto";
import { workbookText } from "../store";
import { parseWorkbook } from "../store/parse-workbook";
import type { Workbook } from "../workbook";

/** A workbook as "Make a copy" creates it: another id, and nothing that the script stored outside the sheets. */
export const copyWorkbook = (book: Workbook): Workbook => ({
  ...parseWorkbook(workbookText(book), book.name, {}),
  id: randomUUID().replace(/-/g, ""),
  name: `Copy of ${book.name}`,
  extras: {},
});
