import { amountField, type Cell, currencyField, type FieldContext } from "../../kernel/fields";
import type { Currency } from "../../kernel/money";
import { type ImportColumn, type Mapping, mapHeaders } from "./map-headers";
import { readDate, slashOrderOf } from "./read-date";

/** A file as text: the first row are its headers. */
export type FileRows = readonly (readonly string[])[];

/** One line of the file as a row of Transactions; a bad one keeps its text, and says what is wrong. */
export interface ImportedRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly partner: string;
  readonly reasons: readonly string[];
}
export interface Imported {
  readonly mapping: Mapping;
  /** Our columns that the file lacks and without which no row can be judged. */
  readonly missing: readonly ImportColumn[];
  readonly rows: readonly ImportedRow[];
}

const NEEDED: readonly ImportColumn[] = ["customer", "date", "amount"];

/**
 * Reads a team's own file of transactions: maps its headers, and reads every line. No line is lost: a bad one
 * comes out too, with its reasons, to be put right in the sheet.
 */
export function importTransactions(file: FileRows, programCurrency: Currency): Imported {
  const [headers = [], ...lines] = file;
  const mapping = mapHeaders(headers);
  const at = (column: ImportColumn) =>
    mapping.findIndex((each) => each.kind === "ours" && each.column === column);
  const missing = NEEDED.filter((column) => at(column) < 0);
  const order = slashOrderOf(lines.map((line) => line[at("date")] ?? ""));
  const decimalMark = decimalMarkOf(lines.map((line) => line[at("amount")] ?? ""));
  const seen = new Map<string, number>();
  const rows = lines.map((line, i): ImportedRow => {
    const reasons: string[] = [];
    const text = (column: ImportColumn) => (line[at(column)] ?? "").trim();
    const cells: Record<string, Cell> = {};
    mapping.forEach((each, index) => {
      const value = (line[index] ?? "").trim();
      if (each.kind === "own") cells[each.header] = value;
      else if (each.column !== "partner") cells[each.column] = value;
    });
    for (const column of NEEDED) {
      if (at(column) >= 0 && text(column) === "") reasons.push(`${column} is blank`);
    }
    const date = readDate(text("date"), order);
    if (date) cells.date = date;
    else if (text("date") !== "") reasons.push(dateReason(text("date")));
    readMoney(cells, { decimalMark, currency: programCurrency }, reasons);
    const lineNumber = i + 2;
    const earlier = seen.get(text("key"));
    if (text("key") !== "" && earlier !== undefined) {
      reasons.push(`the key “${text("key")}” is also in line ${earlier}`);
    } else if (text("key") !== "") seen.set(text("key"), lineNumber);
    return { line: lineNumber, cells, partner: text("partner"), reasons };
  });
  return { mapping, missing, rows };
}

const dateReason = (text: string): string =>
  /^\d{1,2}\/\d{1,2}\/\d{4}/.test(text)
    ? `the date “${text}” can be read in two ways; write it as 2026-03-31`
    : `“${text}” is not a date; write it as 2026-03-31`;

function readMoney(cells: Record<string, Cell>, context: FieldContext, reasons: string[]): void {
  const code = cells.currency ?? "";
  const currency = code === "" ? undefined : currencyField.parse(code, context);
  if (currency && !currency.ok) reasons.push(currency.message);
  const amount = cells.amount ?? "";
  if (amount === "" || (currency && !currency.ok)) return;
  const own = { ...context, currency: currency?.value ?? context.currency };
  const parsed = amountField.parse(amount, own);
  if (parsed.ok) cells.amount = amountField.print(parsed.value, own);
  else reasons.push(parsed.message);
}

/** A comma before one or two last digits in more amounts than a point means a decimal comma. */
function decimalMarkOf(texts: readonly string[]): "." | "," {
  const ending = (pattern: RegExp) => texts.filter((text) => pattern.test(text.trim())).length;
  return ending(/,\d{1,2}$/) > ending(/\.\d{1,2}$/) ? "," : ".";
}
