import { touchRow } from "../base/create-workbook";
import type { Sheet, Workbook } from "../base/model";

/** Rewrites the text of every formula of a workbook; `home` is the sheet it is on. */
export function rewriteFormulas(
  book: Workbook,
  rewrite: (formula: string, home: Sheet) => string,
): void {
  for (const home of book.sheets)
    for (const row of home.rows) {
      if (!row?.formulas) continue;
      for (const [column, formula] of row.formulas) {
        const changed = rewrite(formula, home);
        if (changed === formula) continue;
        row.formulas.set(column, changed);
        touchRow(book, row);
      }
    }
}
