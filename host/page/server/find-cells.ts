import {
  type Actor,
  checkMayEdit,
  displayValue,
  recalculate,
  type Sheet,
  type Workbook,
  writeBlock,
} from "../../workbook";
import type { Input, Wanted } from "../calls";
import type { Found } from "../wire";
import { sheetOf } from "./acts";
import { editText } from "./edit-text";
import { Refused } from "./refused";

/** No answer tells more cells than this. */
const mostCells = 1_000;

type At = Found["cells"][number];

/** The cells in which a text is found: in what they show, or in their formulas too. */
export function findCells(book: Workbook, wanted: Wanted): Found {
  const cells: At[] = [];
  const total = eachFound(book, wanted, (at) => {
    if (cells.length < mostCells) cells.push(at);
  });
  return { total, cells };
}

/**
 * Replaces a text in one cell, or in all in which it is found, as a person types: a protection or a validation refuses it. Cells whose
 * formula does not hold it are left alone. Answers in how many cells.
 */
export function replaceCells(book: Workbook, actor: Actor, input: Input<"replace">): number {
  const pattern = patternOf(input);
  const places: At[] = [];
  if (input.at !== null) places.push(input.at);
  else eachFound(book, input, (at) => places.push(at));
  let replaced = 0;
  for (const { sheet: id, row, column } of places) {
    const sheet = sheetOf(book, id);
    const before = typedText(book, sheet, row, column, input.inFormulas);
    const text = before?.replace(pattern, () => input.by);
    if (text === undefined || text === before) continue;
    const rect = { row, column, rows: 1, columns: 1 };
    checkMayEdit(sheet, rect, actor);
    writeBlock(book, sheet, rect, { cells: [text], dates: [] }, "person");
    replaced += 1;
  }
  return replaced;
}

/** What the editor of a cell holds; undefined for a formula where formulas are not looked into. */
function typedText(
  book: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  inFormulas: boolean,
): string | undefined {
  const line = sheet.rows[row - 1];
  const formula = line?.formulas?.get(column - 1);
  if (!line || (formula !== undefined && !inFormulas)) return undefined;
  const format = line.look.formats[column - 1] ?? "";
  return editText(book, line.cells[column - 1] ?? "", format, formula);
}

function patternOf({ text, matchCase, wholeCell }: Wanted): RegExp {
  if (text === "") throw new Refused(400, "Type what to look for.");
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(wholeCell ? `^${plain}$` : plain, matchCase ? "gu" : "giu");
}

function eachFound(book: Workbook, wanted: Wanted, take: (at: At) => void): number {
  recalculate(book);
  const pattern = patternOf(wanted);
  const isFound = (text: string): boolean => {
    pattern.lastIndex = 0;
    return text !== "" && pattern.test(text);
  };
  let total = 0;
  for (const sheet of sheetsOf(book, wanted.sheet))
    for (const [index, row] of sheet.rows.entries()) {
      for (let c = 0; c < (row?.cells.length ?? 0); c += 1) {
        const shown = displayValue(row?.cells[c] ?? "", row?.look.formats[c] ?? "", book.locale);
        const formula = wanted.inFormulas ? row?.formulas?.get(c) : undefined;
        if (!isFound(shown) && !isFound(formula ?? "")) continue;
        total += 1;
        take({ sheet: sheet.id, row: index + 1, column: c + 1 });
      }
    }
  return total;
}

const sheetsOf = (book: Workbook, sheet: number | null): readonly Sheet[] =>
  sheet === null ? book.sheets.filter(({ hidden }) => !hidden) : [sheetOf(book, sheet)];
