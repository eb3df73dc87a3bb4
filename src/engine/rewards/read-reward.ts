import { type Cell, cellText, type FieldContext } from "../fields";
import type { Key } from "../keys";
import type { Problem } from "../problem";
import type { Reward } from "../tables";
import { type ParsedRow, parseRow, type RawRow, type Table } from "../tables/table";
import { readAccepted, readAcceptedFor } from "./accepted";

const TYPED_OVER: readonly (string | undefined)[] = ["Status", "Amount", "Currency", "Partner"];

/**
 * Reads a reward's row. One whose status, amount, currency or partner was typed over with something unreadable
 * counts as last accepted, so that no sum changes by a slip; and a reward keeps its currency, whatever is
 * typed (product.md §5, typed over). `isUsable` where other cells are bad, or nothing was accepted yet, is false.
 */
export function readReward(
  table: Table,
  key: Key,
  raw: RawRow,
  context: FieldContext,
): ParsedRow & { readonly isUsable: boolean } {
  const owner = readAcceptedFor(cellText(raw.cells.acceptedFor ?? "").trim() || null);
  const typed = raw.cells.currency ?? "";
  const isKept = !owner || cellText(typed).trim().toUpperCase() === owner.currency;
  const cells = isKept ? raw.cells : { ...raw.cells, currency: owner.currency };
  const parsed = parseRow(table, key, { ...raw, cells }, context);
  const problems = isKept
    ? parsed.problems
    : [...parsed.problems, otherCurrency(table, key, typed, owner.currency)];
  const bad = new Set(parsed.problems.map(({ at }) => at.column));
  const record = parsed.record as unknown as Reward;
  if (bad.size === 0) return { record: parsed.record, problems, isUsable: true };
  const isTypedOver = [...bad].every((column) => TYPED_OVER.includes(column));
  const accepted = readAccepted(record.accepted, record.currency);
  if (!isTypedOver || !accepted || (bad.has("Partner") && !owner)) {
    return { record: parsed.record, problems, isUsable: false };
  }
  const recovered = {
    ...parsed.record,
    status: bad.has("Status") ? accepted.status : record.status,
    amount: bad.has("Amount") ? accepted.amount : record.amount,
    partner: bad.has("Partner") ? owner?.partner : record.partner,
  };
  return { record: recovered, problems, isUsable: true };
}

const otherCurrency = (table: Table, row: Key, typed: Cell, currency: string): Problem => ({
  code: "AMOUNT_LOCKED",
  at: { table: table.sheet, row, column: "Currency" },
  message: `${cellText(typed).trim() === "" ? "It was taken away" : `${cellText(typed)} was typed`}, but a reward keeps its currency: it counts in ${currency}, and the next run puts that back.`,
});
