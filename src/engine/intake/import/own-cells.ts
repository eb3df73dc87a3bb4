import { clip, plainLower, plainText } from "../../kernel/cells";
import type { Cell } from "../../kernel/fields";
import { type Currency, toCellNumber } from "../../kernel/money";
import type { Fail } from "./import-row";
import {
  type AmountStyle,
  amountText,
  isUnclear,
  mayBe,
  readAmount,
  readDecimal,
} from "./read-amount";
import type { FileLine } from "./read-csv";

/** A column of the team's own on Transactions, by its header: filled with amounts, or with what stands there (IMPORT-17). */
export type OwnTarget = `column:${string}` | `amount:${string}`;

/** The header of the team's own column that a target names; undefined for any other target. */
export const ownHeader = (target: string | null): string | undefined =>
  /^(?:column|amount):(.+)$/.exec(target ?? "")?.[1];
export const isOwnTarget = (target: string | null): target is OwnTarget =>
  ownHeader(target) !== undefined;

/**
 * The header under which a column of the file is kept as one of the team's own: its own, spelled as on Transactions where it is
 * there; never one of the program's, nor that of an earlier column of the file.
 */
export function ownHeaderFor(
  headers: readonly string[],
  at: number,
  { ownColumns, programColumns }: OwnColumns,
): string {
  const taken = new Set<string>();
  let header = "";
  headers.slice(0, at + 1).forEach((each, n) => {
    const said = clip(plainText(each), 100) || `Column ${n + 1}`;
    const isTaken = programColumns.some((column) => plainLower(column) === plainLower(said));
    const own = isTaken ? `${said} (file)` : said;
    header = own;
    for (let count = 2; taken.has(plainLower(header)); count++) header = `${own} ${count}`;
    taken.add(plainLower(header));
  });
  return ownColumns.find((each) => plainLower(each) === plainLower(header)) ?? header;
}
/** The columns of Transactions: the team's own, and the program's. */
export interface OwnColumns {
  readonly ownColumns: readonly string[];
  readonly programColumns: readonly string[];
}

/** A cell of Google Sheets holds 50,000 characters, and a call must hold the whole line. */
const LONGEST = 20_000;
const LONGEST_LINE = 100_000;
/** Digits that a cell's number keeps. */
const MOST_DIGITS = 15;
/** A number that is no key, date or phone number: those have letters, leading zeros or other marks. */
const isPlainNumber = (text: string): boolean =>
  /^-?(?!0\d)\d[\d.,]*$/.test(text) &&
  text.replace(/\D/g, "").length <= MOST_DIGITS &&
  amountText(text) !== undefined;

/** Prepares the reading of the columns that become columns of the team's own. A column is all numbers, or all texts. */
export function createOwnReader(
  targets: readonly (string | null)[],
  lines: readonly FileLine[],
  style: AmountStyle,
) {
  const textAt = ({ cells }: FileLine, at: number) => plainText(cells[at] ?? "");
  const columns = targets.flatMap((target, at) => {
    const header = ownHeader(target);
    if (header === undefined) return [];
    const texts = lines.map((line) => textAt(line, at)).filter((text) => text !== "");
    const isAmount = target?.startsWith("amount:") === true;
    return [{ at, header, isAmount, isNumber: isAmount || texts.every(isPlainNumber) }];
  });
  const read = (line: FileLine, currency: Currency, fail: Fail): Readonly<Record<string, Cell>> => {
    const cells: Record<string, Cell> = {};
    let length = 0;
    for (const { at, header, isAmount, isNumber } of columns) {
      const text = textAt(line, at);
      if (text === "") continue;
      length += text.length;
      if (text.length > LONGEST || length > LONGEST_LINE)
        fail(`the cell under “${header}” is too long: at most ${LONGEST} characters`);
      const read = !isNumber
        ? { ok: true as const, value: text }
        : isAmount
          ? numberIn(text, currency, style)
          : numberOf(readDecimal(text, 0, style));
      if (read.ok) cells[header] = read.value;
      else fail(`${header}: ${read.reason}`, read.isAmbiguous && "decimals");
    }
    return cells;
  };
  /** The first cell with more than one reading, as the question about decimals shows it. */
  const example = (line: FileLine): string | undefined =>
    columns.flatMap(({ at, isNumber }) => (isNumber ? textAt(line, at) : [])).find(isUnclear);
  return { read, example };
}

type Read =
  | { readonly ok: true; readonly value: Cell }
  | { readonly ok: false; readonly reason: string; readonly isAmbiguous?: true };

const numberOf = (read: ReturnType<typeof readDecimal>): Read =>
  read.ok ? { ok: true, value: Number(read.decimal) } : read;

/** An amount in the line's currency; a calculated one may have more decimals than the currency (TRIG-12a). */
function numberIn(text: string, currency: Currency, style: AmountStyle): Read {
  const money = amountText(text)?.money ?? [];
  if (!mayBe(money, currency))
    return { ok: false, reason: `“${text}” is not in the line's currency, ${currency}` };
  if (!style.isMinor) return numberOf(readDecimal(text, 2, style));
  const read = readAmount(text, currency, style);
  return read.ok ? { ok: true, value: toCellNumber({ amount: read.amount, currency }) } : read;
}
