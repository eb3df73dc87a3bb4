type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === "string";
const whole: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const flag: Test = (value) => typeof value === "boolean";
const list =
  (of: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(of);
const record: Test = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const or =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));
const missing: Test = (value) => value === undefined;
const empty: Test = (value) => value === null;
const fields =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    record(value) &&
    Object.entries(tests).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const cell = or(text, flag, (value) => typeof value === "number" && Number.isFinite(value));
const rect = fields({ row: whole, column: whole, rows: whole, columns: whole });
const texts: Test = (value) => record(value) && Object.values(value as object).every(text);
const row = or(
  empty,
  fields({
    cells: or(missing, list(cell)),
    look: or(missing, whole),
    formulas: or(missing, texts),
    notes: or(missing, texts),
  }),
);
const sheet = fields({
  id: whole,
  name: text,
  hidden: flag,
  tabColor: or(empty, text),
  maxRows: whole,
  maxColumns: whole,
  frozenRows: whole,
  frozenColumns: whole,
  columns: list(record),
  protections: list(fields({ rect: or(empty, rect), unprotected: list(rect) })),
  tables: or(missing, list(fields({ rect, columns: list(or(empty, record)) }))),
  conditionalFormats: list(fields({ rects: list(rect) })),
  charts: list(fields({ rects: list(rect) })),
  rows: list(row),
});

/** The part of a parsed workbook file that is not what the host writes; null when all is well. */
export function faultIn(stored: unknown): string | null {
  const parts: Readonly<Record<string, Test>> = {
    id: text,
    name: text,
    locale: text,
    timeZone: text,
    namedRanges: list(fields({ name: text, sheetId: whole, rect })),
    metadata: list(fields({ id: whole, key: text, value: text, place: record })),
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
