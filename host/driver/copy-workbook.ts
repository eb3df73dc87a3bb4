import { randomUUID } from "node:crypto";
import type { Row, Sheet, Workbook } from "../workbook";

/** The same workbook again: a change of one does not reach the other. */
export const cloneWorkbook = (book: Workbook): Workbook => {
  const { now, looks, sheets, ...rest } = book;
  // A look never changes once it is made.
  return {
    ...structuredClone(rest),
    now,
    looks: new Map(looks),
    sheets: sheets.map(cloneSheet),
  };
};

const cloneSheet = ({ rows, ...rest }: Sheet): Sheet => ({
  ...structuredClone(rest),
  rows: rows.map((row) => row && cloneRow(row)),
});

const cloneRow = (row: Row): Row => ({
  ...row,
  cells: [...row.cells],
  formulas: row.formulas && new Map(row.formulas),
  notes: row.notes && new Map(row.notes),
});

/** A workbook as "Make a copy" creates it: another id, and nothing that the script stored outside the sheets. */
export const copyWorkbook = (book: Workbook): Workbook => ({
  ...cloneWorkbook(book),
  id: randomUUID().replace(/-/g, ""),
  name: `Copy of ${book.name}`,
  extras: {},
});
