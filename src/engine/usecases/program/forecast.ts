import { currencyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { forecastLines } from "../../reports/forecast/forecast-lines";
import { type ForecastOfCurrency, forecastTable } from "../../reports/forecast/forecast-table";
import { useCase } from "../shared/use-case";

export const forecastReads = [
  "settings",
  "partners",
  "customers",
  "rewards",
  "invoices",
  "drips",
  "transactions",
] as const;

/** Answers what will be owed, by currency and expected month of payment (FORECAST-1). Writes nothing. */
export const forecast = useCase({
  name: "forecast",
  edits: "read only",
  inputs: { currency: input("Currency", currencyField, { hint: "Blank shows every currency." }) },
  reads: forecastReads,
  decide: (work, { currency }, { today }) => {
    const all = forecastTable(
      forecastLines(work.program, { today }),
      today,
      work.settings.programCurrency,
    );
    return {
      /** By currency; none where nothing will be owed. */
      forecasts: all.filter((each) => currency === null || each.currency === currency).map(shown),
    };
  },
});

function shown({ currency, rows, total, undated }: ForecastOfCurrency) {
  const money = (amount: number) => toDecimal({ amount, currency });
  return {
    currency,
    rows: rows.map(({ when, month, approved, pending, drips, total: sum }) => ({
      when,
      /** The month in which the payments are expected. */
      month,
      approved: money(approved),
      pending: money(pending),
      /** Occurrences still to be made. */
      drips: money(drips),
      total: money(sum),
    })),
    total: money(total),
    undated: {
      held: money(undated.held),
      paused: money(undated.paused),
      waiting: money(undated.waiting),
    },
  };
}
