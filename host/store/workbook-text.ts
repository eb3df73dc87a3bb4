import { type Row, type RowLook, recalculate, type Sheet, type Workbook } from "../workbook";
import {
  type StoredRow,
  type StoredSheet,
  type StoredWorkbook,
  storedFormat,
} from "./stored-workbook";

/**
 * The workbook file's text: one JSON, with a row per line. Each row's text is cached until the row changes, so that
 * saving costs only what changed (ADR-13).
 */
export function workbookText(book: Workbook): string {
  recalculate(book);
  const { id, name, locale, timeZone, namedRanges, metadata, extras } = book;
  const looks = new Map([...book.looks.values()].map((look, index) => [look, index] as const));
  const sheets = book.sheets.map((sheet) => sheetText(sheet, looks));
  const head: Omit<StoredWorkbook, "looks" | "sheets"> = {
    format: storedFormat.name,
    version: storedFormat.version,
    id,
    name,
    locale,
    timeZone,
    namedRanges,
    metadata,
    extras,
  };
  const lookTexts = [...looks.keys()].map((look) => JSON.stringify(look));
  return [
    JSON.stringify(head).slice(0, -1),
    `,"looks":[\n${lookTexts.join(",\n")}\n]`,
    `,"sheets":[\n${sheets.join(",\n")}\n]}\n`,
  ].join("");
}

function sheetText(sheet: Sheet, looks: ReadonlyMap<RowLook, number>): string {
  const { rows, ...rest } = sheet;
  const head: Omit<StoredSheet, "rows"> = rest;
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? null) === null) end -= 1;
  const lines: string[] = [];
  for (let r = 0; r < end; r += 1) {
    const row = rows[r] ?? null;
    if (row === null) {
      lines.push("null");
      continue;
    }
    row.text ??= rowText(row, looks);
    lines.push(row.text);
  }
  return `${JSON.stringify(head).slice(0, -1)},"rows":[\n${lines.join(",\n")}\n]}`;
}

function rowText(row: Row, looks: ReadonlyMap<RowLook, number>): string {
  const look = looks.get(row.look);
  const stored: StoredRow = {
    ...(row.cells.length === 0 ? {} : { cells: row.cells }),
    ...(look === undefined ? {} : { look }),
    ...(row.formulas === null ? {} : { formulas: Object.fromEntries(row.formulas) }),
    ...(row.notes === null ? {} : { notes: Object.fromEntries(row.notes) }),
    ...(row.hidden ? { hidden: true } : {}),
    ...(row.filtered ? { filtered: true } : {}),
  };
  return JSON.stringify(stored);
}
