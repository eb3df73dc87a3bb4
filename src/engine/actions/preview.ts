import type { Day, Month } from "../kernel/day";
import type { Currency } from "../kernel/money";

/** One reward that a trigger would make; amounts are decimal text. */
export interface PreviewRow {
  readonly k: number;
  readonly due: Day;
  readonly amount: string;
  /** The running total. */
  readonly total: string;
  /** The month whose invoice it would stand on. */
  readonly invoiceMonth: Month;
  /** What a limit did to it, or that the month is too short for the date; "" where nothing is to be said. */
  readonly note: string;
}
export interface Preview {
  readonly on: Day;
  readonly currency: Currency;
  readonly rows: readonly PreviewRow[];
  readonly total: string;
  /** What deserves a second look: an amount that looks like a total, and 30 days that are no month. */
  readonly warnings: readonly string[];
}

/** What the partner would earn on the preview's day, and when, of an example sale or whatever it is. */
export function earningText({ rows, currency, total }: Preview, ofExample: boolean): string {
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return "nothing would be made, since the amount is zero";
  const ofWhat = ofExample ? " for the example sale" : "";
  const where = `on the invoice of ${first.invoiceMonth}`;
  if (first === last) {
    return `the partner would earn ${first.amount} ${currency}${ofWhat} on ${first.due}, ${where}`;
  }
  const amounts = rows.map(({ amount }) => amount).sort((a, b) => Number(a) - Number(b));
  const [least, most] = [amounts[0], amounts[amounts.length - 1]];
  const each = least === most ? most : `${least} ${currency} to ${most}`;
  return `the partner would earn ${rows.length} rewards of ${each} ${currency}${ofWhat} from ${first.due} to ${last.due}, ${total} ${currency} in total, the first ${where}`;
}
