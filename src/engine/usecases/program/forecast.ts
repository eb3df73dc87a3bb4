import type { Month } from "../../kernel/day";
import { currencyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import { forecastLines, type Undated } from "../../reports/forecast/forecast-lines";
import {
  type ForecastOfCurrency,
  type ForecastRow,
  forecastTable,
} from "../../reports/forecast/forecast-table";
import { useCase } from "../shared/use-case";

/** Amounts are decimal text in the forecast's currency. */
export interface ShownForecastRow {
  readonly when: ForecastRow["when"];
  /** The month in which the payments are expected. */
  readonly month: Month | null;
  readonly approved: string;
  readonly pending: string;
  /** Occurrences still to be made. */
  readonly drips: string;
  readonly total: string;
}
export interface ShownForecast {
  readonly currency: string;
  readonly rows: readonly ShownForecastRow[];
  readonly total: string;
  readonly undated: { readonly [K in Undated]: string };
}
export interface ForecastOutput {
  /** By currency; none where nothing will be owed. */
  readonly forecasts: readonly ShownForecast[];
}

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
  decide: (work, { currency }, { today }): ForecastOutput => {
    const all = forecastTable(
      forecastLines(work.program, { today }),
      today,
      work.settings.programCurrency,
    );
    return {
      forecasts: all.filter((each) => currency === null || each.currency === currency).map(shown),
    };
  },
});

function shown({ currency, rows, total, undated }: ForecastOfCurrency): ShownForecast {
  const money = (amount: number) => toDecimal({ amount, currency });
  return {
    currency,
    rows: rows.map(({ when, month, approved, pending, drips, total: sum }) => ({
      when,
      month,
      approved: money(approved),
      pending: money(pending),
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
