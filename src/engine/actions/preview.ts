import type { Day, Month } from "../kernel/day";
import type { Sentence } from "../kernel/message";
import type { Currency } from "../kernel/money";
import { say } from "../kernel/say";

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
  readonly note: Sentence;
}
export interface Preview {
  readonly on: Day;
  readonly currency: Currency;
  readonly rows: readonly PreviewRow[];
  readonly total: string;
  /** What deserves a second look: an amount that looks like a total, and 30 days that are no month. */
  readonly warnings: readonly Sentence[];
}

/** What the partner would earn on the preview's day, and when; `ofWhat` says for what, with a blank before it. */
export function earningText({ rows, currency, total }: Preview, ofWhat: string): Sentence {
  const [first] = rows;
  const last = rows[rows.length - 1];
  if (!first || !last) return "nothing would be made, since the amount is zero";
  const money = (decimal: string) => ({ decimal, currency });
  const where = say`on the invoice of ${{ month: first.invoiceMonth }}`;
  if (first === last) {
    return say`the partner would earn ${money(first.amount)}${ofWhat} on ${{ day: first.due }}, ${where}`;
  }
  const amounts = rows.map(({ amount }) => amount).sort((a, b) => Number(a) - Number(b));
  const [least = "", most = ""] = [amounts[0], amounts[amounts.length - 1]];
  const each = least === most ? say`${money(most)}` : say`${money(least)} to ${money(most)}`;
  const days = say`from ${{ day: first.due }} to ${{ day: last.due }}`;
  return say`the partner would earn ${rows.length} rewards of ${each}${ofWhat} ${days}, ${money(total)} in total, the first ${where}`;
}
