import { addDays, addMonths, type Day, firstDay, monthOf } from "../../kernel/day";
import type { TableName } from "../../tables";
import { type SampleRow, sampleCustomers, samplePartners } from "./people";
import { createRandom } from "./random";
import { sampleSales } from "./sales";
import { sampleTriggers } from "./triggers";

/** Rows by table and column id (the team's own columns by header), as a person would have typed them. */
export type Sample = { readonly [N in TableName]?: readonly SampleRow[] };

export interface SampleOptions {
  /** The last day of the sample's life. */
  readonly until: Day;
  readonly seed?: number;
  readonly partners?: number;
  readonly customers?: number;
  readonly transactions?: number;
}

/** The program's start: eighteen months before the month of `until`. */
export const sampleStart = (until: Day): Day => addMonths(firstDay(monthOf(until)), -18);

/**
 * A partner program of eighteen months in three currencies, with the irregularities that real sheets have:
 * a key used twice, a missing partner, an amount and a date as text, a refunded sale, an archived customer.
 */
export function createSample({
  until,
  seed = 2026,
  partners: partnerCount = 42,
  customers: customerCount = 420,
  transactions: saleCount = 3000,
}: SampleOptions): Sample {
  const random = createRandom(seed);
  const start = sampleStart(until);
  const partners = samplePartners(random, partnerCount, start);
  const customers = sampleCustomers(random, customerCount, partners, { start, until });
  const sales = sampleSales(random, saleCount, customers, until);
  return {
    partners,
    customers: irregularCustomers(customers, until),
    transactions: irregularSales(sales, until),
    triggers: sampleTriggers,
  };
}

function irregularCustomers(rows: readonly SampleRow[], until: Day): readonly SampleRow[] {
  return rows.map((row, i) => {
    if (i === 7)
      return { ...row, status: "archived", archivedOn: { day: addDays(until, -40), time: "" } };
    if (i === 11) return { ...row, partner: "ptn_999" };
    return i === 19 ? { ...row, partner: "" } : row;
  });
}

function irregularSales(rows: readonly SampleRow[], until: Day): readonly SampleRow[] {
  const last = rows.length - 1;
  const refunded = rows.find(({ product }) => product === "Monthly plan") as SampleRow;
  const changed = rows.map((row, i) => {
    if (i === last - 3) return { ...row, amount: "49.50 approx." };
    if (i === last - 5) return { ...row, date: "the 3rd of March" };
    if (i === last - 8) return { ...row, key: rows[last - 9]?.key ?? "" };
    return i === last - 10 ? { ...row, key: "" } : row;
  });
  const refund: SampleRow = {
    key: "trx_refund_1",
    customer: refunded.customer ?? "",
    date: { day: addDays(until, -3), time: "" },
    amount: -Number(refunded.amount),
    currency: refunded.currency ?? "",
    refundOf: refunded.key ?? "",
  };
  return [...changed, refund];
}
