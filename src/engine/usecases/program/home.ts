import { statesOf } from "../../intake/applications/decisions";
import { answersOf, readForms } from "../../intake/applications/form-tabs";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { byCurrency } from "../../kernel/currency-order";
import { type Day, daysBetween } from "../../kernel/day";
import type { DateCell } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import type { Sentence } from "../../kernel/message";
import { toDecimal } from "../../kernel/money";
import { sortBy } from "../../kernel/order";
import { stoppingProblems } from "../../program/refuse-settings";
import type { Work } from "../../program/work";
import { tableOf } from "../../tables";
import type { NothingEarned } from "../../tables/packed/happened";
import { settingDefinitions } from "../../tables/setting-definitions";
import { useCase } from "../shared/use-case";
import { DAYS_TOLD, homePart, type MoneyPart, type RunsPart } from "./home-parts";

export interface InvoiceInReview {
  readonly key: string;
  readonly month: string;
  readonly currency: string;
  readonly total: string;
  readonly lines: number;
  readonly reviewEndsOn: Day;
  readonly daysLeft: number;
  readonly paused: boolean;
}

/** Payouts that should have been paid by now; the amount is decimal text. */
export interface OverdueInvoice {
  readonly key: string;
  readonly month: string;
  readonly currency: string;
  readonly payouts: number;
  readonly amount: string;
  readonly since: Day;
}

/** A problem at its cell; row and column are "" where they are not known. */
export interface ProblemLine {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly message: Sentence;
}

/** What needs attention and the key figures; amounts are decimal text by currency (never added together). */
export interface HomeOutput {
  readonly programName: string;
  readonly paused: boolean;
  readonly isSetUp: boolean;
  /** Nothing was earned yet: the first steps are shown (RUN-21). */
  readonly isNew: boolean;
  readonly problems: readonly ProblemLine[];
  readonly moreProblems: number;
  /** When the figures were true: a cell that was typed into since counts from the next run or act on (RUN-19a). */
  readonly asOf: DateCell;
  /** Some problems are writes that Google refused: a person may try them again, or give them up (REFUSAL-1). */
  readonly hasRefused: boolean;
  /** What the last run's health check found. */
  readonly health: number;
  readonly held: number;
  readonly toReview: number;
  /** Those whose review ends first come first. */
  readonly inReview: readonly InvoiceInReview[];
  /** Invoices in review that are left out: their list has them all. */
  readonly moreInReview: number;
  /** Final invoices past their payment date, of which payouts are not paid; the oldest first. */
  readonly overdue: readonly OverdueInvoice[];
  readonly moreOverdue: number;
  /** Sales that runs of the last days processed, and that earned nothing, by why (IMPORT-7). */
  readonly nothing: NothingEarned;
  /** Answers of application forms that wait for a decision (PARTNER-7). */
  readonly applications: number;
  readonly runningDrips: number;
  readonly owed: readonly { readonly currency: string; readonly amount: string }[];
  readonly lastRun: { readonly day: Day; readonly time: string; readonly what: Sentence } | null;
}

/** The cell that names the forms' tabs. */
const tabsRead = {
  table: tableOf("settings").sheet,
  row: settingDefinitions.tabsRead.key,
  column: tableOf("settings").columns.value?.header ?? "",
};

/** The sidebar's first screen (RUN-19). */
export const home = useCase({
  name: "home",
  inputs: {},
  reads: ["rewards", "drips", "invoices", "activity"],
  decide: (work, _, env): HomeOutput => {
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
      ({ table, row, column, message }): ProblemLine => ({
        table,
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
      asOf: money.at,
      isNew: money.isNew,
      problems: problems.rows,
      moreProblems: problems.more + (last?.more ?? 0),
      hasRefused: whatIs.some(({ code }) => code !== "MAIL_REFUSED"),
      health: last?.health ?? 0,
      held: money.held,
      toReview: money.toReview,
      inReview: inReview.rows,
      moreInReview: inReview.more,
      overdue: overdue.rows,
      moreOverdue: overdue.more,
      nothing: nothingEarned(nothing, today),
      applications: statesOf(work, answersOf(forms)).filter(({ decided }) => !decided).length,
      runningDrips: money.runningDrips,
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
