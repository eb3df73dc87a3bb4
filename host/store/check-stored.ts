import { fields, flag, list, missing, or, record, type Shape, text, whole } from "./shape";

const empty: Shape = (value) => value === null;
const count = whole(0);

const cell = or(text, flag, (value) => typeof value === "number" && Number.isFinite(value));
const rect = fields({ row: count, column: count, rows: count, columns: count });
const texts: Shape = (value) => record(value) && Object.values(value as object).every(text);
const row = or(
  empty,
  fields({
    cells: or(missing, list(cell)),
    look: or(missing, count),
    formulas: or(missing, texts),
    notes: or(missing, texts),
  }),
);
const sheet = fields({
  id: count,
  name: text,
  hidden: flag,
  tabColor: or(empty, text),
  maxRows: count,
  maxColumns: count,
  frozenRows: count,
  frozenColumns: count,
  columns: list(record),
  filter: or(missing, empty, fields({ rect, columns: record })),
  protections: list(fields({ rect: or(empty, rect), unprotected: list(rect) })),
  tables: or(missing, list(fields({ rect, columns: list(or(empty, record)) }))),
  conditionalFormats: list(fields({ rects: list(rect) })),
  charts: list(fields({ rects: list(rect) })),
  rows: list(row),
});

/** The part of a parsed workbook file that is not what the host writes; null when all is well. */
export function faultIn(stored: unknown): string | null {
  const parts: Readonly<Record<string, Shape>> = {
    id: text,
    name: text,
    locale: text,
    timeZone: text,
    namedRanges: list(fields({ name: text, sheetId: count, rect })),
    metadata: list(fields({ id: count, key: text, value: text, place: record })),
    extras: record,
    looks: list(
      fields({
        formats: list(text),
        styles: list(or(empty, record)),
        rules: list(or(empty, record)),
      }),
    ),
    sheets: (value) => list(sheet)(value) && (value as readonly unknown[]).length > 0,
  };
  const found = Object.entries(parts).find(
    ([name, test]) => !test((stored as Record<string, unknown>)[name]),
  );
  return found?.[0] ?? null;
}
