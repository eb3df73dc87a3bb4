import type { BlockToWrite, Cell, Rect, RowLook, Workbook, Writer } from "../base/model";
import { changeLook, type LookChange } from "../base/row-look";
import { epochToSerial } from "../base/zones";
import { displayValue } from "../formats/display-value";
import { localeRules } from "../formats/locale-rules";
import { coerceText, plainText } from "./coerce-text";

/** What one row of a write becomes. */
export type RowChange = {
  readonly cells: Cell[];
  readonly look: RowLook;
  /** Formula texts by 0-based column of the sheet. */
  readonly formulas: ReadonlyMap<number, string> | null;
  readonly isEmpty: boolean;
};

/** Coerces a block's rows one after the other: call it with rising indexes. */
export function coerceRow(
  book: Workbook,
  rect: Rect,
  block: BlockToWrite,
  by: Writer,
): (index: number, look: RowLook) => RowChange {
  const { locale, timeZone } = book;
  const context = {
    locale,
    today: () => Math.floor(epochToSerial(book.now(), timeZone)),
    keepsApostrophes: book.keepsApostrophes ?? false,
  };
  const relook = lookChanger(book);
  const left = rect.column - 1;
  let nextDate = 0;

  return (index, look) => {
    const cells: Cell[] = [];
    let formats: Map<number, LookChange> | null = null;
    let formulas: Map<number, string> | null = null;
    let isEmpty = true;
    for (let c = 0; c < rect.columns; c += 1) {
      const at = index * rect.columns + c;
      const isDate = block.dates[nextDate] === at;
      if (isDate) nextDate += 1;
      const given = block.cells[at];
      if (given === null || given === undefined || given === "") {
        cells.push("");
        continue;
      }
      isEmpty = false;
      const format = look.formats[left + c] ?? "";
      let typed: string | null = null;
      if (isDate && typeof given === "number" && Number.isFinite(given)) {
        const serial = epochToSerial(given, timeZone);
        typed = dateFormatOf(serial, locale);
        cells.push(format === plainText ? displayValue(serial, typed, locale) : serial);
      } else if (typeof given === "number" && !Number.isFinite(given)) {
        cells.push("#NUM!");
      } else if (typeof given !== "string") {
        cells.push(format === plainText ? displayValue(given, "", locale) : given);
      } else {
        const coerced = coerceText(given, format, by, context);
        if (coerced.kind === "formula") {
          formulas ??= new Map();
          formulas.set(left + c, coerced.formula);
          cells.push("");
        } else {
          cells.push(coerced.value);
          typed = coerced.format;
        }
      }
      if (typed !== null && format === "") {
        formats ??= new Map();
        formats.set(left + c, { format: typed });
      }
    }
    return { cells, look: formats === null ? look : relook(look, formats), formulas, isEmpty };
  };
}

/** The format of a Date that arrives in an automatic cell. */
function dateFormatOf(serial: number, locale: string): string {
  const { dateFormat } = localeRules(locale);
  return Number.isInteger(serial) ? dateFormat : `${dateFormat} h:mm:ss`;
}

/** Applies format changes, caching the last ones: the rows of a table change alike. */
function lookChanger(book: Workbook) {
  let last: { readonly from: RowLook; readonly to: RowLook; readonly by: Map<number, LookChange> };
  return (look: RowLook, changes: Map<number, LookChange>): RowLook => {
    if (last === undefined || last.from !== look || !sameFormats(last.by, changes))
      last = { from: look, to: changeLook(book, look, changes), by: changes };
    return last.to;
  };
}

function sameFormats(a: Map<number, LookChange>, b: Map<number, LookChange>): boolean {
  if (a.size !== b.size) return false;
  for (const [column, { format }] of a) if (b.get(column)?.format !== format) return false;
  return true;
}
