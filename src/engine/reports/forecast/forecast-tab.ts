import type { Day } from "../../kernel/day";
import { format } from "../../kernel/money";
import type { ReportTab, ReportTable } from "../../kernel/report-tab";
import type { ForecastOfCurrency } from "./forecast-table";

const spans = { overdue: "Overdue", later: "Later" } as const;
const withoutDate = [
  ["held", "rewards on hold"],
  ["paused", "paused drips and invoices"],
  ["waiting", "drips whose rewards are put on hold, or whose partner or customer is missing"],
] as const;

/** The forecast as a tab: a table by month for each currency, with a chart beside it. */
export function forecastTab(
  forecasts: readonly ForecastOfCurrency[],
  programName: string,
  today: Day,
): ReportTab {
  return {
    name: `Forecast ${today}`,
    intro: [
      `${programName}: what will be owed, by expected month of payment`,
      `Worked out from the rows on ${today}. Drips are those running, limits as far as known.`,
      ...(forecasts.length === 0 ? ["Nothing is owed, and no drip is running."] : []),
      ...forecasts.flatMap(undatedLines),
    ],
    tables: forecasts.map(tableOf),
  };
}

function tableOf({ currency, rows, total }: ForecastOfCurrency): ReportTable {
  const money = (amount: number) => ({ amount, currency });
  return {
    title: `${currency}: ${format(money(total))} in total`,
    headers: ["Month", "Approved", "Pending", "Drips to come", "Total"],
    rows: rows.map(({ when, month, approved, pending, drips, total: sum }) => [
      when === "month" ? (month ?? "") : spans[when],
      money(approved),
      money(pending),
      money(drips),
      money(sum),
    ]),
    chart: { title: `What will be owed, ${currency}`, columns: [1, 2, 3], isStacked: true },
  };
}

const undatedLines = ({ currency, undated }: ForecastOfCurrency): readonly string[] =>
  withoutDate
    .map(([id, what]) => ({ amount: undated[id], what }))
    .filter(({ amount }) => amount !== 0)
    .map(({ amount, what }) => `Without a date: ${format({ amount, currency })} in ${what}.`);
