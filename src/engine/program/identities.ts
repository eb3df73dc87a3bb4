import { cellText } from "../kernel/cells";
import type { Field, FieldContext } from "../kernel/fields";
import {
  firstPayoutKey,
  invoiceKey,
  type Key,
  payoutKey,
  readInvoiceKey,
  readPayoutKey,
} from "../kernel/keys";
import { type TableName, tableNames, tableOf } from "../tables";
import { columnsThat, type RawRow } from "../tables/table";

interface Keyed {
  readonly key: Key;
  readonly row: RawRow;
}
type KeyHolder = Field<{ readonly key: Key | null }>;
/** The packed cell in which a row keeps the key that it was judged or made with. */
const kept: { readonly [N in TableName]?: readonly [column: string, field: KeyHolder] } =
  Object.fromEntries(
    tableNames.flatMap((name) =>
      columnsThat(tableOf(name), "keepsKey").map((id) => [
        name,
        [id, tableOf(name).columns[id]?.field],
      ]),
    ),
  );

/** The key that a row was judged or made with, as a cell of the program's own says; undefined where none does. */
export function provenKey(
  name: TableName,
  { cells }: RawRow,
  key: Key,
  context: FieldContext,
): Key | undefined {
  const [column = "", field] = kept[name] ?? [];
  const text = cellText(cells[column] ?? "");
  if (!field || text === "") return undefined;
  // Nearly every row says its own key, and need not be read for that.
  if (key !== "" && text.includes(`"key":${JSON.stringify(key)}`)) return key;
  const parsed = field.parse(text, context);
  return parsed.ok ? (parsed.value.key ?? undefined) : undefined;
}

/**
 * The rows that were judged or made under another key than they have now, with that key, which they go on under: their
 * keys were typed over, numbered again, sorted alone, or shifted by a formula. A row whose former key another row holds
 * by right is a copy instead, and stands under its own (CELL-7).
 */
export function formerKeys(
  name: TableName,
  keyed: readonly Keyed[],
  context: FieldContext,
): ReadonlyMap<RawRow, Key> {
  const former = new Map<RawRow, Key>();
  const own = new Set<Key>();
  for (const { key, row } of keyed) {
    const proven = kept[name] ? provenKey(name, row, key, context) : undefined;
    if (proven === key) own.add(key);
    else if (proven !== undefined) former.set(row, proven);
  }
  for (const [row, key] of former) if (own.has(key)) former.delete(row);
  return kept[name] ? former : fromColumns(name, keyed);
}

/**
 * Invoices and payouts say their key in columns beside it, where only one of both may be right: the columns count where
 * the key is none that the program makes, or where several rows have exchanged their keys.
 */
function fromColumns(name: TableName, keyed: readonly Keyed[]): ReadonlyMap<RawRow, Key> {
  const said = new Map<RawRow, Key>();
  const isMade = name === "invoices" ? readInvoiceKey : readPayoutKey;
  if (name !== "invoices" && name !== "payouts") return said;
  const counts = new Map<Key, number>();
  for (const { row } of keyed) {
    const text = (id: string) => cellText(row.cells[id] ?? "").trim();
    const key =
      name === "invoices"
        ? invoiceKey(text("month"), text("currency"))
        : payoutKey(text("invoice"), text("partner"), 1);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    said.set(row, key);
  }
  const typed = new Set(keyed.map(({ key }) => key));
  for (const { key, row } of keyed) {
    const other = said.get(row) as Key;
    const isSure = counts.get(other) === 1 && isMade(other) && (!isMade(key) || typed.has(other));
    if (firstPayoutKey(key) === other || !isSure) said.delete(row);
  }
  return said;
}
