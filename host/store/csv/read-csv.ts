import type { ParseResult } from "papaparse";
import {
  addSheet,
  bareWorkbook,
  type Workbook,
  type WorkbookOptions,
  writeBlock,
} from "../../workbook";
import { lazyRequire } from "../packages/lazy-require";

type Papaparse = {
  readonly parse: (
    text: string,
    options: { readonly skipEmptyLines: true },
  ) => ParseResult<string[]>;
};

/**
 * A workbook with one sheet of a CSV file's lines; the separator is detected. Texts become numbers and dates as when
 * they are typed, as in Google's import; none becomes a formula.
 */
export function readCsv(text: string, options: WorkbookOptions): Workbook {
  const lines = csvLines(text);
  const columns = Math.max(1, ...lines.map(({ length }) => length));
  const book = bareWorkbook(options);
  const sheet = addSheet(book, options.name?.slice(0, 100), 0, {
    rows: Math.max(1000, lines.length),
    columns: Math.max(26, columns),
  });
  if (lines.length === 0) return book;
  const cells = lines.flatMap((line) =>
    Array.from({ length: columns }, (_, c) => harmless(line[c] ?? "")),
  );
  writeBlock(
    book,
    sheet,
    { row: 1, column: 1, rows: lines.length, columns },
    { cells, dates: [] },
    "paste",
  );
  return book;
}

/** The lines of a CSV text as texts, without a byte order mark; empty lines are left out. */
export function csvLines(text: string): string[][] {
  const { parse } = lazyRequire<Papaparse>("papaparse");
  return parse(text.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
}

/** Text from outside never starts a formula; a signed number stays a number. */
function harmless(text: string): string {
  return /^[=@\t\r]|^[+-](?![\d.,$€£¥ ])/.test(text) ? `'${text}` : text;
}
