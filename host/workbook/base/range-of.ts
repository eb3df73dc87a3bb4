import { findSheet } from "./find-sheet";
import type { Rect, Sheet, Workbook } from "./model";
import { fromA1 } from "./rect";
import { unquote } from "./unquote";

/** The sheet and rectangle of an A1 text with or without a sheet name ("'My tab'!A2:B"), or of a named range; null when there is none. */
export function rangeOf(
  book: Workbook,
  home: Sheet,
  text: string,
): { readonly sheet: Sheet; readonly rect: Rect } | null {
  const named = book.namedRanges.find(({ name }) => name === text);
  if (named !== undefined) {
    const sheet = book.sheets.find(({ id }) => id === named.sheetId);
    return sheet === undefined ? null : { sheet, rect: named.rect };
  }
  const cut = text.lastIndexOf("!");
  const sheet = cut < 0 ? home : findSheet(book, unquote(text.slice(0, cut)));
  const rect = sheet === null ? null : fromA1(text.slice(cut + 1), sheet);
  return sheet === null || rect === null ? null : { sheet, rect };
}
