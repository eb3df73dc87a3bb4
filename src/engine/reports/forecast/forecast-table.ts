import { byCurrency } from "../../kernel/currency-order";
import { addToMonth, type Day, type Month, monthOf } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import type { Currency } from "../../kernel/money";
import type { ForecastKind, ForecastLine, Undated } from "./forecast-lines";

/** How many months, from the present one, have a row of their own. */
export const MONTHS_AHEAD = 24;

type Sums = { readonly [K in ForecastKind]: number };
/** What is expected to be paid in one span, by what it comes from; minor units. */
export interface ForecastRow extends Sums {
  /** "overdue" is all that was expected before the present month; "later" all after the months shown. */
  readonly when: "overdue" | "month" | "later";
  readonly month: Month | null;
  readonly total: number;
}
/** One currency's forecast; currencies are never added together. */
export interface ForecastOfCurrency {
  readonly currency: Currency;
  /** The months in order, those without anything between them included. */
  readonly rows: readonly ForecastRow[];
  /** The sum of all rows. */
  readonly total: number;
  /** Outside the rows and the total: what has no date yet (FORECAST-4). */
  readonly undated: { readonly [K in Undated]: number };
}

/** The lines added up by currency, the program's first, and month (FORECAST-2). */
export function forecastTable(
  lines: readonly ForecastLine[],
  today: Day,
  program: Currency,
): readonly ForecastOfCurrency[] {
  return byCurrency(lines, program).map(([currency, own]) =>
    ofCurrency(currency, own, monthOf(today)),
  );
}

function ofCurrency(
  currency: Currency,
  lines: readonly ForecastLine[],
  now: Month,
): ForecastOfCurrency {
  const end = addToMonth(now, MONTHS_AHEAD);
  const sums = new Map<Month | "overdue" | "later", Record<ForecastKind, number>>();
  const undated: Record<Undated, number> = { held: 0, paused: 0, waiting: 0 };
  let last = now;
  for (const { kind, month, amount } of lines) {
    if (kind === "held" || kind === "paused" || kind === "waiting") undated[kind] += amount;
    else if (month !== null) {
      const at = month < now ? "overdue" : month < end ? month : "later";
      const row = sums.get(at) ?? { approved: 0, pending: 0, drips: 0 };
      row[kind] += amount;
      sums.set(at, row);
      if (at === month && month > last) last = month;
    }
  }
  const rowAt = (when: ForecastRow["when"], month: Month | null): ForecastRow => {
    const found = sums.get(when === "month" && month ? month : (when as "overdue" | "later"));
    const { approved, pending, drips } = found ?? { approved: 0, pending: 0, drips: 0 };
    return { when, month, approved, pending, drips, total: approved + pending + drips };
  };
  const rows: ForecastRow[] = sums.has("overdue") ? [rowAt("overdue", null)] : [];
  for (let month = now; month <= last; month = addToMonth(month, 1))
    rows.push(rowAt("month", month));
  if (sums.has("later")) rows.push(rowAt("later", null));
  return { currency, rows, total: sumOf(rows, (row) => row.total), undated };
}
