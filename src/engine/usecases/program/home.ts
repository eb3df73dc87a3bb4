import { sentenceOf } from "../../activity/run-line";
import { statesOf } from "../../intake/applications/decisions";
import { answersOf, readForms } from "../../intake/applications/form-tabs";
import { overdueInvoices } from "../../invoices/overdue";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { currencyOrder } from "../../kernel/currency-order";
import { type Day, daysBetween } from "../../kernel/day";
import type { Sentence } from "../../kernel/message";
import { toDecimal } from "../../kernel/money";
import type { Work } from "../../program/work";
import { type RecordOf, tableOf } from "../../tables";
import type { NothingEarned } from "../../tables/packed/happened";
import { settingDefinitions } from "../../tables/setting-definitions";
import { useCase } from "../shared/use-case";

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
  readonly problems: readonly ProblemLine[];
  readonly moreProblems: number;
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
  edits: "read only",
  inputs: {},
  reads: ["settings", "rewards", "drips", "invoices", "activity"],
  decide: (work, _, env): HomeOutput => {
    const { today } = env;
    const forms = readForms(work, env);
    const whatIs = env.refused().problems;
    const refused = whatIs.map(({ at, message }) => ({ ...at, message }));
    const last = lastRun(work);
    const told = last?.data?.kind === "run" ? last.data : undefined;
    const found = told?.problems ?? [];
    const settings = work.program.settingProblems.map(({ at, message }) => ({ ...at, message }));
    const troubles = forms.flatMap((form) =>
      "trouble" in form ? { ...tabsRead, message: form.trouble } : [],
    );
    const all = [...refused, ...settings, ...troubles, ...found].map(
      ({ table, row, column, message }): ProblemLine => ({
        table,
        row: row ?? "",
        column: column ?? "",
        message,
      }),
    );
    const problems = capped(all, 50_000, (problem) => problem);
    const firstToEnd = [...work.where("invoices", "status", "In review")].sort((a, b) =>
      a.reviewEndsOn < b.reviewEndsOn ? -1 : a.reviewEndsOn > b.reviewEndsOn ? 1 : 0,
    );
    const inReview = capped(firstToEnd, 30_000, (invoice) => ({
      key: invoice.key,
      month: invoice.month,
      currency: invoice.currency,
      total: toDecimal({ amount: invoice.total, currency: invoice.currency }),
      lines: invoice.lines,
      reviewEndsOn: invoice.reviewEndsOn,
      daysLeft: daysBetween(today, invoice.reviewEndsOn),
      paused: invoice.paused,
    }));
    const overdue = capped(
      overdueInvoices(work, today),
      10_000,
      ({ invoice: { key, month, currency }, payouts, amount, since }): OverdueInvoice => ({
        key,
        month,
        currency,
        payouts,
        amount: toDecimal({ amount, currency }),
        since,
      }),
    );
    return {
      programName: clip(work.settings.programName),
      paused: work.settings.paused,
      isSetUp: work.all("settings").length > 0,
      problems: problems.rows,
      moreProblems: problems.more + (told?.more ?? 0),
      hasRefused: whatIs.some(({ code }) => code !== "MAIL_REFUSED"),
      health: told?.counts.health ?? 0,
      held: work.where("rewards", "status", "held").length,
      toReview: work.where("rewards", "status", "pending").length,
      inReview: inReview.rows,
      moreInReview: inReview.more,
      overdue: overdue.rows,
      moreOverdue: overdue.more,
      nothing: nothingEarned(work, today),
      applications: statesOf(work, answersOf(forms)).filter(({ decided }) => !decided).length,
      runningDrips: work.where("drips", "status", "Created").length,
      owed: owedByCurrency(work),
      lastRun: last
        ? {
            day: last.when.day,
            time: last.when.time,
            what: told ? sentenceOf(told.counts, told.nothing) : clip(last.what, 500),
          }
        : null,
    };
  },
});

/** So many days a sale that earned nothing is told on Home. */
const DAYS_TOLD = 7;

function nothingEarned(work: Work<"activity">, today: Day): NothingEarned {
  const sum = { noPartner: 0, beforeStart: 0, noTrigger: 0 };
  for (const { data, when } of work.all("activity")) {
    if (data?.kind !== "run" || !data.nothing || daysBetween(when.day, today) >= DAYS_TOLD)
      continue;
    sum.noPartner += data.nothing.noPartner;
    sum.beforeStart += data.nothing.beforeStart;
    sum.noTrigger += data.nothing.noTrigger;
  }
  return sum;
}

function lastRun(work: Work<"activity">): RecordOf<"activity"> | undefined {
  const at = ({ when }: RecordOf<"activity">) => `${when.day} ${when.time}`;
  const runs = work.all("activity").filter(({ data }) => data?.kind === "run");
  return runs.reduce<RecordOf<"activity"> | undefined>(
    (latest, each) => (latest && at(latest) > at(each) ? latest : each),
    undefined,
  );
}

/** What is pending or approved and not yet paid, by currency. */
function owedByCurrency(work: Work<"rewards" | "settings">) {
  const sums = new Map<string, number>();
  for (const { status, amount, currency } of work.all("rewards")) {
    if (status !== "pending" && status !== "approved") continue;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  const order = currencyOrder(work.settings.programCurrency);
  return [...sums]
    .sort(([a], [b]) => order(a, b))
    .map(([currency, amount]) => ({
      currency,
      amount: toDecimal({ amount, currency: currency as never }),
    }));
}
