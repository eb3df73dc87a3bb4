export type { RowLook } from "./model";

import type { RowLook, Style, ValidationRule, Workbook } from "./model";

/** A place in a row's look to change; what is left out stays. */
export type LookChange = {
  readonly format?: string;
  readonly style?: Style | null;
  readonly rule?: ValidationRule | null;
};

/** The look of a row nobody has formatted. */
export const plainLook: RowLook = { formats: [], styles: [], rules: [] };

/** The one shared look of a workbook that equals the given one. */
export function internLook(book: Pick<Workbook, "looks">, look: RowLook): RowLook {
  const trimmed = {
    formats: trim(look.formats, ""),
    styles: trim(look.styles, null),
    rules: trim(look.rules, null),
  };
  if (trimmed.formats.length + trimmed.styles.length + trimmed.rules.length === 0) return plainLook;
  const key = JSON.stringify(trimmed);
  const known = book.looks.get(key);
  if (known !== undefined) return known;
  book.looks.set(key, trimmed);
  return trimmed;
}

/** The look with the changes at 0-based columns applied. */
export function changeLook(
  book: Pick<Workbook, "looks">,
  look: RowLook,
  changes: ReadonlyMap<number, LookChange>,
): RowLook {
  const formats = [...look.formats];
  const styles = [...look.styles];
  const rules = [...look.rules];
  for (const [column, change] of changes) {
    if (change.format !== undefined) put(formats, column, change.format, "");
    if (change.style !== undefined) put(styles, column, change.style, null);
    if (change.rule !== undefined) put(rules, column, change.rule, null);
  }
  return internLook(book, { formats, styles, rules });
}

function put<T>(list: T[], at: number, value: T, empty: T): void {
  while (list.length <= at) list.push(empty);
  list[at] = value;
}

function trim<T>(list: readonly T[], empty: T): readonly T[] {
  let end = list.length;
  while (end > 0 && list[end - 1] === empty) end -= 1;
  return end === list.length ? list : list.slice(0, end);
}
