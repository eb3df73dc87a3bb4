import { statesOf } from "../../intake/applications/decisions";
import { answersOf, readForms } from "../../intake/applications/form-tabs";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { byCurrency } from "../../kernel/currency-order";
import { type Day, daysBetween } from "../../kernel/day";
import { sumOf } from "../../kernel/group-by";
import { toDecimal } from "../../kernel/money";
import { sortBy } from "../../kernel/order";
import { stoppingProblems } from "../../program/refuse-settings";
import type { Work } from "../../program/work";
import { tableOf } from "../../tables";
import type { NothingEarned } from "../../tables/packed/happened";
import { settingDefinitions } from "../../tables/setting-definitions";
import { useCase } from "../shared/use-case";
import { DAYS_TOLD, homePart, type MoneyPart, type RunsPart } from "./home-parts";

/** The cell that names the forms' tabs. */
const tabsRead = {
  table: tableOf("settings").sheet,
  row: settingDefinitions.tabsRead.key,
  column: tableOf("settings").columns.value?.header ?? "",
};

/**
 * What needs attention and the key figures (RUN-19), amounts as decimal text by currency, never added together: the
 * sidebar's first screen.
 */
export const home = useCase({
  name: "home",
  edits: "read only",
  inputs: {},
  reads: ["rewards", "drips", "invoices", "activity"],
  decide: (work, _, env) => {
    const { today } = env;
    const money = homePart("money", work, env);
    const { last, nothing } = homePart("runs", work, env);
    const forms = readForms(work, env);
    const whatIs = env.refused().problems;
    const refused = whatIs.map(({ at, message }) => ({ ...at, message }));
    const settings = stoppingProblems(work.program).map(({ at, message }) => ({ ...at, message }));
    const troubles = forms.flatMap((form) =>
      "trouble" in form ? { ...tabsRead, message: form.trouble } : [],
    );
    const all = [...refused, ...settings, ...troubles, ...(last?.problems ?? [])].map(
      ({ table, row, column, message }) => ({
        table,
        /** "" where they are not known. */
        row: row ?? "",
        column: column ?? "",
        message,
      }),
    );
    const problems = capped(all, 50_000, (problem) => problem);
    const inReview = capped(
      sortBy(money.inReview, ({ reviewEndsOn }) => reviewEndsOn),
      30_000,
      (invoice) => ({ ...invoice, daysLeft: daysBetween(today, invoice.reviewEndsOn) }),
    );
    const late = money.unpaid.filter(({ since }) => since < today);
    const overdue = capped(late, 10_000, (each) => each);
    return {
      programName: clip(work.settings.programName),
      paused: work.settings.paused,
      isSetUp: work.all("settings").length > 0,
      /** When the figures were true: a cell that was typed into since counts from the next run or act on (RUN-19a). */
      asOf: money.at,
      /** Nothing was earned yet: the first steps are shown (RUN-21). */
      isNew: money.isNew,
      problems: problems.rows,
      moreProblems: problems.more + (last?.more ?? 0),
      /** Some problems are writes that Google refused: a person may try them again, or give them up (REFUSAL-1). */
      hasRefused: whatIs.some(({ code }) => code !== "MAIL_REFUSED"),
      /** What the last run's health check found. */
      health: last?.health ?? 0,
      held: money.held,
      toReview: money.toReview,
      /** Those whose review ends first come first; the others are left out. */
      inReview: inReview.rows,
      moreInReview: inReview.more,
      /** Final invoices past their payment date, of which payouts are not paid; the oldest first. */
      overdue: overdue.rows,
      moreOverdue: overdue.more,
      /** Sales that runs of the last days processed, and that earned nothing, by why (IMPORT-7). */
      nothing: nothingEarned(nothing, today),
      /** Answers of application forms that wait for a decision (PARTNER-7). */
      applications: statesOf(work, answersOf(forms)).filter(({ decided }) => !decided).length,
      runningDrips: homePart("drips", work, env).running,
      owed: owedByCurrency(work, money),
      lastRun: last ? { ...last.when, what: last.what } : null,
    };
  },
});

function nothingEarned(days: RunsPart["nothing"], today: Day): NothingEarned {
  const sum = { noPartner: 0, beforeStart: 0, noTrigger: 0 };
  for (const { day, noPartner, beforeStart, noTrigger } of days) {
    if (daysBetween(day, today) >= DAYS_TOLD) continue;
    sum.noPartner += noPartner;
    sum.beforeStart += beforeStart;
    sum.noTrigger += noTrigger;
  }
  return sum;
}

const owedByCurrency = ({ settings }: Pick<Work, "settings">, { owed }: MoneyPart) =>
  byCurrency(owed, settings.programCurrency).map(([currency, own]) => ({
    currency,
    amount: toDecimal({ amount: sumOf(own), currency }),
  }));
