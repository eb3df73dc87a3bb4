import { ensureRow, touchRow } from "../base/create-workbook";
import type { Rect, RowLook, Sheet, Style, ValidationRule, Workbook } from "../base/model";
import { checkRect } from "../base/rect";
import { changeLook, type LookChange, plainLook } from "../base/row-look";
import { checkNotTyped } from "../refusals/typed-columns";
import { automaticFormat } from "./read-looks";

/** Fields of a style to set; null removes one, an omitted field stays. */
export type StylePatch = { readonly [Field in keyof Style]?: Style[Field] | null };

/** Sets one number format for all cells, or one for each, row by row. */
export function writeFormats(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  formats: string | readonly string[],
): void {
  checkNotTyped(sheet, rect);
  changeLooks(book, sheet, rect, formats, (format) => ({ format: stored(format) }));
}

/** Changes styles: one patch for all cells, or one for each. */
export function writeStyles(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  patches: StylePatch | readonly StylePatch[],
): void {
  changeLooks(book, sheet, rect, patches, (patch, look, column) => ({
    style: patched(look.styles[column] ?? null, patch),
  }));
}

/** Sets or removes (null) validations: one for all cells, or one for each. Existing values stay. */
export function writeRules(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  rules: ValidationRule | null | readonly (ValidationRule | null)[],
): void {
  checkNotTyped(sheet, rect);
  changeLooks(book, sheet, rect, rules, (rule) => ({ rule }));
}

function changeLooks<T>(
  book: Workbook,
  sheet: Sheet,
  rect: Rect,
  values: T | readonly T[],
  changeOf: (value: T, look: RowLook, column: number) => LookChange,
): void {
  checkRect(sheet, rect);
  const each = Array.isArray(values) ? (values as readonly T[]) : null;
  const done = new Map<RowLook, RowLook>();
  for (let index = 0; index < rect.rows; index += 1) {
    const before = sheet.rows[rect.row - 1 + index]?.look ?? plainLook;
    let after = each === null ? done.get(before) : undefined;
    if (after === undefined) {
      const changes = new Map<number, LookChange>();
      for (let offset = 0; offset < rect.columns; offset += 1) {
        const value = each === null ? (values as T) : (each[index * rect.columns + offset] as T);
        const column = rect.column - 1 + offset;
        changes.set(column, changeOf(value, before, column));
      }
      after = changeLook(book, before, changes);
      done.set(before, after);
    }
    if (after === before) continue;
    const row = ensureRow(sheet, rect.row + index);
    row.look = after;
    touchRow(book, row);
  }
}

function stored(format: string): string {
  return format === automaticFormat || format.toLowerCase() === "general" ? "" : format;
}

function patched(style: Style | null, patch: StylePatch): Style | null {
  const merged = { ...style, ...patch };
  const kept = Object.entries(merged).filter(([, value]) => value !== null && value !== undefined);
  return kept.length === 0 ? null : (Object.fromEntries(kept.sort()) as Style);
}
