import { isErrorCell, plainText } from "../kernel/cells";
import { emailIn } from "../kernel/email";
import { type Cell, cellText, keyField } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { remembered } from "../kernel/remembered";
import type { JudgedAs } from "../tables/packed/judged-as";
import { isBlank } from "../tables/parse-row";
import type { RawRow } from "../tables/table";

/** What of a program's tables tells whom a cell names. */
interface NamedRow {
  readonly key: Key;
  readonly copy: number;
  readonly raw: RawRow;
  readonly record: unknown;
}
interface NamedTable {
  readonly rows: readonly NamedRow[];
  readonly byKey: ReadonlyMap<Key, NamedRow>;
  readonly doubted: ReadonlySet<Key>;
}
interface Tables {
  readonly customers?: NamedTable;
  readonly transactions?: NamedTable;
  readonly actions?: NamedTable;
}
/** What a sale's or an action's record says of whom it is about. */
interface About {
  readonly customer: Key | null;
  readonly judgedAs: JudgedAs | null;
}

/** A name that is no key, as names are compared: an e-mail without what certainly is not part of it, in small letters. */
export const plainName = (text: string): string => emailIn(text)?.toLowerCase() ?? plainText(text);

/** Whether a cell can be read as a name at all; names are read alike in all locales. */
const isName = (cell: Cell): boolean =>
  !isBlank(cell) &&
  !isErrorCell(cell) &&
  keyField.parse(cell, { decimalMark: ".", currency: "USD" as Currency }).ok;

const known = new WeakMap<NamedTable, ReadonlyMap<string, ReadonlySet<Key>>>();
/** The customers of each external id and e-mail, those whose rows can't be read included: nobody is taken for new. */
const namesOf = (customers: NamedTable) => remembered(known, customers, () => readNames(customers));
function readNames(customers: NamedTable): ReadonlyMap<string, ReadonlySet<Key>> {
  const names = new Map<string, Set<Key>>();
  const add = (name: string, key: Key) => {
    if (name !== "") remembered(names, name, () => new Set()).add(key);
  };
  for (const { key, raw } of customers.rows) {
    if (key === "") continue;
    const { email = "", externalId = "" } = raw.cells;
    add(plainText(cellText(externalId)), key);
    // A key may be an e-mail, which is compared as one.
    for (const cell of [email, key]) {
      const text = cellText(cell);
      if (text.includes("@")) add(plainName(text), key);
    }
  }
  return names;
}

/** The keys of the customers whom a text may mean: a key wins, else those with this external id or e-mail (IMPORT-5). */
export function customersNamed({ customers }: Tables, text: string): readonly Key[] {
  const plain = plainText(text);
  if (!customers || plain === "") return [];
  const isKey = (name: string) => customers.byKey.has(name) || customers.doubted.has(name);
  // Nearly every cell says the key itself, and each row of a large program comes by here.
  if (isKey(plain)) return [plain];
  const said = [plain, plainName(text)];
  const key = said.find(isKey);
  if (key !== undefined) return [key];
  const names = namesOf(customers);
  return [...new Set(said.flatMap((name) => [...(names.get(name) ?? [])]))];
}

/** The same tables with others in their place; those that are read when they are asked for are not read for it. */
export const replaceTables = <T extends object>(tables: T, others: object): T =>
  Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(tables),
      ...Object.getOwnPropertyDescriptors(others),
    },
  ) as T;

/**
 * The tables with the customer of each sale and action as a key, whatever its cell calls them (IMPORT-5). Where that is
 * nobody, or several, a row that was judged stays with whom it was judged for; any other one waits (JUDGE-8).
 */
export function withCustomers<T extends Tables>(tables: T): T {
  const { customers } = tables;
  if (!customers) return tables;
  const asBefore = (text: string, judgedAs: JudgedAs | null): Key => {
    const { row: then, named = null } = judgedAs ?? {};
    const before = named === plainText(text) ? then?.Customer : undefined;
    return before && customers.byKey.has(before) ? before : plainName(text);
  };
  const withCustomer = (row: NamedRow): NamedRow => {
    const record = row.record as About | null;
    const cell = row.raw.cells.customer ?? "";
    // A judged row whose cell can't be read counts as it was judged (CELL-2b).
    if (!record?.customer || !isName(cell)) return row;
    const text = cellText(cell);
    const [only, second] = customersNamed({ customers }, text);
    const isClear = only !== undefined && second === undefined;
    const customer = isClear ? only : asBefore(text, record.judgedAs);
    return customer === record.customer ? row : { ...row, record: { ...record, customer } };
  };
  const read = (["transactions", "actions"] as const).flatMap((name) => {
    const data = tables[name];
    const rows = data?.rows.map(withCustomer) ?? [];
    const changed = rows.filter((row, at) => row !== data?.rows[at] && row.copy === 0);
    if (!data || changed.length === 0) return [];
    const byKey = new Map([...data.byKey, ...changed.map((row) => [row.key, row] as const)]);
    return [[name, { ...data, rows, byKey }] as const];
  });
  return read.length === 0 ? tables : replaceTables(tables, Object.fromEntries(read));
}
