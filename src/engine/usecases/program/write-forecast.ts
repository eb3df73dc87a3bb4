import { currencyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { forecastLines } from "../../reports/forecast/forecast-lines";
import { forecastTab } from "../../reports/forecast/forecast-tab";
import { forecastTable } from "../../reports/forecast/forecast-table";
import { logAct } from "../shared/log-act";
import { useCase } from "../shared/use-case";
import { forecastReads } from "./forecast";

/** Writes the forecast into a new tab: a table and a chart for each currency (FORECAST-5). */
export const writeForecast = useCase({
  name: "write-forecast",
  edits: "leave",
  inputs: { currency: input("Currency", currencyField, { hint: "Blank writes every currency." }) },
  reads: [...forecastReads, "activity"],
  decide: (work, { currency }, env) => {
    const all = forecastTable(
      forecastLines(work.program, env),
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
