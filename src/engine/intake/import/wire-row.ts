import { parseDay } from "../../kernel/day";
import { type DateCell, keyField } from "../../kernel/fields";
import { parseCurrency } from "../../kernel/money";
import { refuseInput } from "../../kernel/refuse-input";
import { parseJson } from "../../tables/packed/packed";
import type { ImportRow } from "./import-row";
import { type LineRow, type MoveRow, similarAnswers } from "./move-row";

type Plain = string | number | boolean;
/** A row as a call carries it: what is blank is left out, dates are text; columns of the team's own are as `WirePart` lists them. */
export type WireRow = { readonly [K in keyof Omit<ImportRow & MoveRow, "own">]?: Plain } & {
  readonly own?: readonly Plain[];
};

const dateText = ({ day, time }: DateCell): string => `${day} ${time}`.trim();

export function packRow(row: ImportRow | MoveRow, columns: readonly string[] = []): WireRow {
  const { own = {}, ...rest } = row as ImportRow;
  const entries = Object.entries(rest).map(([id, value]) => [
    id,
    typeof value === "object" && value !== null ? dateText(value as DateCell) : value,
  ]);
  const cells = columns.map((header) => own[header] ?? "");
  return {
    ...Object.fromEntries(
      entries.filter(
        ([, value]) => value !== "" && value !== null && value !== false && value !== 0,
      ),
    ),
    ...(cells.some((cell) => cell !== "") && { own: cells }),
  };
}

const wrong = (what: string): never => refuseInput("rows", `The rows of the import: ${what}.`);

/** Reads what came through the door; whatever is not of its kind is refused. */
function opened(wire: { readonly [id: string]: unknown }) {
  const text = (id: string, isKey = false): string => {
    const value = wire[id] ?? "";
    if (typeof value !== "string" || value.length > 10_000) return wrong(`${id} is not text`);
    if (!isKey) return value.trim();
    const key = keyField.parse(value, {} as never);
    return key.ok ? key.value : wrong(key.message);
  };
  const amount = (id: string): number => {
    const value = wire[id] ?? 0;
    if (!Number.isSafeInteger(value) || Number(value) < 0) return wrong(`${id} is no amount`);
    return Number(value);
  };
  const date = (id: string): DateCell | null => {
    const [on = "", time = ""] = text(id).split(" ");
    if (on === "") return null;
    const day = parseDay(on);
    if (!day || !/^(([01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/.test(time))
      return wrong(`${id} is no date`);
    return { day, time };
  };
  const code = text("currency");
  /** What every line says of itself. */
  const row: LineRow = {
    line: amount("line"),
    key: text("key", true),
    former: text("former", true),
    answer: similarAnswers.find((each) => each === wire.answer) ?? "",
    customer: text("customer", true),
    email: text("email"),
    name: text("name"),
    amount: amount("amount"),
    currency: code === "" ? null : (parseCurrency(code) ?? wrong(`${code} is no currency`)),
    partner: text("partner", true),
  };
  return { text, amount, date, row };
}

function ownCells(cells: unknown, columns: readonly string[]): ImportRow["own"] {
  const list = Array.isArray(cells) ? cells : [];
  const isCell = (cell: unknown) =>
    (typeof cell === "string" && cell.length < 50_000) || Number.isFinite(cell);
  if (!list.every(isCell)) return wrong("a column is neither text nor a number");
  return Object.fromEntries(
    columns.flatMap((header, at) => ((list[at] ?? "") === "" ? [] : [[header, list[at]]])),
  );
}

/** The row that was packed; whatever else came through the door is refused. */
export function unpackRow(wire: WireRow, columns: readonly string[] = []): ImportRow {
  const { text, amount, date, row: said } = opened(wire);
  const row = {
    ...said,
    date: date("date") ?? wrong("a date is missing"),
    since: date("since"),
    product: text("product"),
    category: text("category"),
    code: text("code"),
    isRefund: wire.isRefund === true,
    refundOf: text("refundOf", true),
    refunded: wire.refunded === "all" ? ("all" as const) : amount("refunded"),
    refundedOn: date("refundedOn"),
    isArchived: wire.isArchived === true,
    isTest: wire.isTest === true,
    own: ownCells(wire.own, columns),
  };
  if (row.key === "" || (row.customer === "" && !row.isRefund)) return wrong("a key is missing");
  return row;
}

/** Lines of another tool's file as a call carries them, unpacked (IMPORT-16). */
export function unpackMoves(list: readonly unknown[]): readonly MoveRow[] {
  return list.map((each) => {
    const wire = Object(each) as { readonly [id: string]: unknown };
    const { text, date, row: said } = opened(wire);
    const isNegative = wire.isNegative === true;
    const row = { ...said, date: date("date"), isNegative, description: text("description") };
    return row.key === "" ? wrong("a key is missing") : row;
  });
}

/** A part of an import, as a call carries it. */
export interface WirePart {
  readonly rows: readonly WireRow[];
  /** The headers of the columns of the team's own that its rows fill. */
  readonly columns?: readonly string[];
}
export function unpackPart(text: string): readonly ImportRow[] {
  const { rows, columns = [] } = openPart(text);
  return rows.map((row) => unpackRow(Object(row), columns));
}

/** A part as it came, its lists being lists. */
export function openPart(text: string): WirePart {
  const part = parseJson(text);
  if (part === undefined) return wrong("they are not JSON");
  const { rows = [], columns = [] } = Object(part) as Partial<WirePart>;
  if (!Array.isArray(rows) || !Array.isArray(columns)) return wrong("they are no list");
  return { rows, columns: columns.map(String) };
}
