import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { csvLine } from "../../kernel/csv";
import { addToMonth, type Day, monthOf } from "../../kernel/day";
import { dayField, wordField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { type Currency, toDecimal } from "../../kernel/money";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { dashboardTab } from "../../reports/program/dashboard-tab";
import {
  type Figures,
  paidByYear,
  reportReads,
  reportSource,
  type Span,
  spanOfMonth,
} from "../../reports/program/program-report";
import { writeReport } from "../shared/log-act";
import { partnerName } from "../shared/names";
import { useCase } from "../shared/use-case";

export const reportPeriods = [
  "this month",
  "last month",
  "this year",
  "last year",
  "all",
  "other days",
] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** Answers what the program came to in a period, by currency, and what is owed now (REPORT-1). Throws INPUT_INVALID. */
export const programReport = useCase({
  name: "program-report",
  edits: "read only",
  inputs: {
    period: input("Period", wordField(reportPeriods), { required: true }),
    from: input("From", dayField, { hint: "For other days." }),
    until: input("Until", dayField, { hint: "For other days." }),
  },
  reads: reportReads,
  decide: (work, { period, from, until }, { today }) => {
    const source = reportSource(work);
    const first = source.firstDay ?? today;
    const span = spanOf(period, today, first, { from: from ?? first, until: until ?? today });
    return {
      ...span,
      currencies: source.currencies.map((currency) => {
        const { figures, now, partners } = source.report(currency, span);
        const money = (amount: number) => toDecimal({ amount, currency });
        const shown = capped(partners, 60_000 / source.currencies.length, (each) => ({
          partner: each.key,
          name: clip(each.name),
          ...shownFigures(each, currency),
          owed: money(each.owed),
        }));
        return {
          currency,
          ...shownFigures(figures, currency),
          owed: money(now.owed),
          held: money(now.held),
          overdue: money(now.overdue),
          partnersRanked: shown.rows,
          morePartners: shown.more,
        };
      }),
    };
  },
});

/** Decimal text for amounts; blank where there is nothing to divide by. */
function shownFigures(
  { costPerSale, revenue, earned, paid, ...counts }: Figures,
  currency: Currency,
) {
  const money = (amount: number) => toDecimal({ amount, currency });
  const { partners, customers, sales } = counts;
  return {
    newPartners: partners,
    newCustomers: customers,
    sales,
    revenue: money(revenue),
    earned: money(earned),
    paid: money(paid),
    costPerSale: costPerSale === null ? "" : money(costPerSale),
  };
}

function spanOf(period: ReportPeriod, today: Day, first: Day, typed: Span): Span {
  const month = monthOf(today);
  const year = Number(today.slice(0, 4));
  const ofYear = (of: number): Span => ({
    from: `${of}-01-01` as Day,
    until: `${of}-12-31` as Day,
  });
  switch (period) {
    case "this month":
      return spanOfMonth(month);
    case "last month":
      return spanOfMonth(addToMonth(month, -1));
    case "this year":
      return ofYear(year);
    case "last year":
      return ofYear(year - 1);
    case "all":
      return { from: first < today ? first : today, until: today };
    case "other days":
      if (typed.from > typed.until) refuseInput("until", "This is before the first day.");
      return typed;
    default:
      return period satisfies never;
  }
}

/** Makes the dashboard's tab, which runs keep current from then on, or writes it anew (REPORT-6). */
export const makeDashboard = useCase({
  name: "make-dashboard",
  edits: "leave",
  inputs: {},
  reads: [...reportReads, "activity"],
  decide: (work, _, env) =>
    writeReport(work, env, dashboardTab(work, env.today), { what: "Wrote the dashboard" }),
});

/** Answers what each partner was paid in each calendar year, as a CSV: for tax papers (REPORT-7). */
export const paidByPartner = useCase({
  name: "paid-by-partner",
  edits: "read only",
  inputs: {},
  reads: ["partners", "payouts"],
  decide: (work: Work<"settings" | "partners" | "payouts">) => {
    const rows = paidByYear(work);
    const header = ["Year", "Partner", "Key", "Payee type", "Payments", "Amount", "Currency"];
    const lines = rows.map(({ year, partner, currency, payouts, amount }) => [
      year,
      partnerName(work, partner),
      partner,
      work.get("partners", partner)?.payeeType ?? "",
      String(payouts),
      toDecimal({ amount, currency }),
      currency,
    ]);
    return {
      name: "paid-by-partner.csv",
      rows: rows.length,
      text: [header, ...lines].map(csvLine).join(""),
    };
  },
});
