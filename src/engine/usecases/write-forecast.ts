import { currencyField } from "../fields";
import { forecastLines } from "../forecast/forecast-lines";
import { forecastTab } from "../forecast/forecast-tab";
import { forecastTable } from "../forecast/forecast-table";
import { forecastReads } from "./forecast";
import { logAct } from "./log-act";
import { input, useCase } from "./use-case";

export interface WriteForecastOutput {
  /** The name of the tab. */
  readonly tab: string;
}

/** Writes the forecast into a new tab: a table and a chart for each currency (issue of the money parts §8). */
export const writeForecast = useCase({
  name: "write-forecast",
  writes: true,
  inputs: { currency: input("Currency", currencyField, { hint: "Blank writes every currency." }) },
  reads: [...forecastReads, "activity"],
  decide: (work, { currency }, env): WriteForecastOutput => {
    const all = forecastTable(
      forecastLines(work.program),
      env.today,
      work.settings.programCurrency,
    );
    const wanted = all.filter((each) => currency === null || each.currency === currency);
    const tab = forecastTab(wanted, work.settings.programName, env.today);
    work.writeTab(tab);
    logAct(work, env, { what: "Wrote a forecast", to: tab.name });
    return { tab: tab.name };
  },
});
