import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { SumsTable } from "../parts/sums-table";
import { kinds } from "./bars";
import { type ForecastOfCurrency, spanText } from "./forecast-chart";

/** What will be owed by month, what each total consists of, and below it what has no date. */
export function ForecastTable({ forecast }: { readonly forecast: ForecastOfCurrency }) {
  const { currency } = forecast;
  const money = (amount: string) => text.money(amount, currency);
  const { held, paused, waiting } = forecast.undated;
  const undated = [
    [held, "in rewards on hold"],
    [paused, "in paused drips and invoices"],
    [waiting, "in drips whose rewards are put on hold, or whose partner or customer is missing"],
  ] as const;
  return (
    <>
      <SumsTable
        title="What will be owed, by expected month of payment"
        isTitleHidden
        lines={forecast.rows.map((row) => ({
          key: spanText(row),
          label: spanText(row),
          about: joinWithDots(
            kinds.map(
              ({ kind, label }) => Number(row[kind]) !== 0 && `${label} ${money(row[kind])}`,
            ),
          ),
          amount: { text: row.total, currency },
        }))}
        total={{ text: forecast.total, currency }}
      />
      {undated
        .filter(([amount]) => Number(amount) !== 0)
        .map(([amount, what]) => (
          <p key={what} class="faint">
            Without a date: {money(amount)} {what}.
          </p>
        ))}
    </>
  );
}
