import { clip } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { amountField, isDateCell } from "../../kernel/fields";
import { type Key, keyForContent } from "../../kernel/keys";
import { parseCurrency } from "../../kernel/money";
import type { NewRecord, Work } from "../../program/work";
import type { Customer, Partner, Transaction } from "../../tables";
import { type ImportedRow, importTransactions } from "./import-transactions";
import type { ImportColumn, Mapping } from "./map-headers";
import { readCsv } from "./read-csv";

/** A line that is left out, with what to correct in the file. */
export interface BadLine {
  readonly line: number;
  readonly reasons: readonly string[];
}
/** What a file of transactions becomes: rows that are new, and what is said of the others. */
export interface ImportPlan {
  readonly mapping: Mapping;
  readonly missing: readonly ImportColumn[];
  readonly lines: number;
  readonly bad: readonly BadLine[];
  /** Lines whose key is a row of Transactions already: never taken twice. */
  readonly known: number;
  readonly partners: readonly NewRecord<"partners">[];
  readonly customers: readonly NewRecord<"customers">[];
  readonly sales: readonly NewRecord<"transactions">[];
  /** The earliest day among the new rows. */
  readonly since: Day | undefined;
}
type Wanted = "settings" | "partners" | "customers" | "transactions";

/**
 * Plans what a team's own CSV of transactions becomes. Customers and partners that it names and that are not there
 * yet become rows too; a line without a key gets one from what it says, so that the same file is never taken twice.
 */
export function planImport(work: Work<Wanted>, text: string): ImportPlan {
  const { mapping, missing, rows } = importTransactions(
    readCsv(text),
    work.settings.programCurrency,
  );
  const bad: BadLine[] = [];
  const sales = new Map<Key, NewRecord<"transactions">>();
  const customers = new Map<Key, NewRecord<"customers">>();
  const partners = new Map<Key, NewRecord<"partners">>();
  let known = 0;
  for (const row of rows) {
    const sale = missing.length > 0 ? undefined : saleOf(work, row, sales);
    if (sale === undefined || row.reasons.length > 0) {
      bad.push({ line: row.line, reasons: row.reasons.map((reason) => clip(reason, 200)) });
    } else if (work.get("transactions", sale.key)) known++;
    else {
      sales.set(sale.key, sale);
      take(work, row, sale, customers, partners);
    }
  }
  const all = [...sales.values()];
  const days = all.flatMap(({ date }) => (date ? [date.day] : [])).sort();
  return {
    mapping,
    missing,
    lines: rows.length,
    bad,
    known,
    partners: [...partners.values()],
    customers: [...customers.values()],
    sales: all,
    since: days[0],
  };
}

function saleOf(
  work: Work<Wanted>,
  { cells }: ImportedRow,
  taken: ReadonlyMap<Key, unknown>,
): NewRecord<"transactions"> | undefined {
  const word = (column: keyof Transaction): string => String(cells[column] ?? "").trim();
  const { date = "", amount = "" } = cells;
  const currency = parseCurrency(word("currency")) ?? null;
  const context = { ...work.program.context, currency: currency ?? work.settings.programCurrency };
  const parsed = amountField.parse(amount, context);
  if (!isDateCell(date) || !parsed.ok) return undefined;
  const said = [word("customer"), date.day, date.time, amount, currency, word("product")].join("|");
  const orNull = (text: string) => text || null;
  return {
    key: word("key") || keyForContent("trx", said, (key) => taken.has(key)),
    customer: word("customer"),
    date,
    amount: parsed.value,
    currency,
    product: orNull(word("product")),
    category: orNull(word("category")),
    refundOf: orNull(word("refundOf")),
  };
}

/** The customer and the partner that a line names, where they are not there yet; a customer since its first sale. */
function take(
  work: Work<Wanted>,
  { partner }: ImportedRow,
  { customer, date }: NewRecord<"transactions">,
  customers: Map<Key, NewRecord<"customers">>,
  partners: Map<Key, NewRecord<"partners">>,
): void {
  const key: Customer["key"] = customer ?? "";
  if (work.get("customers", key)) return;
  const before = customers.get(key);
  const owner: Partner["key"] | null = before?.partner ?? (partner || null);
  const isEarlier = !before?.createdOn || (date && date.day < before.createdOn.day);
  const createdOn = isEarlier ? date : before?.createdOn;
  customers.set(key, { key, name: key, partner: owner, ...(createdOn && { createdOn }) });
  if (owner && !work.get("partners", owner)) partners.set(owner, { key: owner, name: owner });
}
