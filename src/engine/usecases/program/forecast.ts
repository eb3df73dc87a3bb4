import type { Env } from "../../kernel/env";
import { currencyField } from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import { toDecimal } from "../../kernel/money";
import type { Work } from "../../program/work";
import { forecastLines } from "../../reports/forecast/forecast-lines";
import { forecastTab } from "../../reports/forecast/forecast-tab";
import { type ForecastOfCurrency, forecastTable } from "../../reports/forecast/forecast-table";
import { type DripTables, dripReads } from "../../timeline/life";
import { writeReport } from "../shared/log-act";
import { useCase } from "../shared/use-case";

const inputs = { currency: input("Currency", currencyField, { hint: "Blank means every one." }) };

const forecastsOf = (
  { program, settings }: Work<DripTables>,
  { currency: wanted }: InputOf<typeof inputs>,
  { today }: Pick<Env, "today">,
): readonly ForecastOfCurrency[] =>
  forecastTable(forecastLines(program, { today }), today, settings.programCurrency).filter(
    ({ currency }) => wanted === null || currency === wanted,
  );

/** Answers what will be owed, by currency and expected month of payment (FORECAST-1). Writes nothing. */
export const forecast = useCase({
  name: "forecast",
  edits: "read only",
  inputs,
  reads: dripReads,
  /** None where nothing will be owed. */
  decide: (work, given, env) => ({ forecasts: forecastsOf(work, given, env).map(shown) }),
});

/** Writes the forecast into a new tab: a table and a chart for each currency (FORECAST-5). */
export const writeForecast = useCase({
  name: "write-forecast",
  edits: "leave",
  inputs,
  reads: [...dripReads, "activity"],
  decide: (work, given, env) => {
    const forecasts = forecastsOf(work, given, env);
    const tab = forecastTab(forecasts, work.settings.programName, env.today);
    return writeReport(work, env, tab, { what: "Wrote a forecast" });
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
