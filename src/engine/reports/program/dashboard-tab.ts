import { type Day, type Month, monthOf } from "../../kernel/day";
import type { Currency } from "../../kernel/money";
import type { ReportCell, ReportTab, ReportTable } from "../../kernel/report-tab";
import type { Work } from "../../program/work";
import {
  type Figures,
  type PartnerFigures,
  type ReportOfCurrency,
  type reportReads,
  reportSource,
} from "./program-report";

export const DASHBOARD = "Dashboard";
const MONTHS = 12;
const TOP = 10;

/**
 * The program's figures as the tab that runs keep current (REPORT-6): what is owed, this month against last, the last twelve
 * months, what is to be paid by month, and partners by what they earned this year; for each currency, the program's first and with charts.
 */
export function dashboardTab(work: Work<(typeof reportReads)[number]>, today: Day): ReportTab {
  const source = reportSource(work);
  const { programCurrency } = work.settings;
  const year = { from: `${today.slice(0, 4)}-01-01` as Day, until: today };
  const thisYear = source.currencies.map((currency) => source.report(currency, year));
  const now = monthOf(today);
  return {
    name: DASHBOARD,
    isKept: true,
    hasChartsOnTop: true,
    intro: [
      `${work.settings.programName}: dashboard`,
      `As of ${today}. Each run rewrites this tab, so nothing you type here is kept.`,
    ],
    tables: [
      nowTable(thisYear),
      ...thisYear.flatMap((report) => {
        const { currency } = report;
        const months = source.months(currency, now, MONTHS);
        const [last, current] = months.slice(-2) as [
          (typeof months)[number],
          (typeof months)[number],
        ];
        const tables = [
          comparedTable(currency, current, last),
          monthsTable(currency, months),
          toPayTable(report),
          partnersTable(report, today),
        ];
        return currency === programCurrency
          ? tables
          : tables.map(({ chart: _, ...table }) => table);
      }),
    ],
  };
}

const nowTable = (reports: readonly ReportOfCurrency[]): ReportTable => ({
  title: "Now",
  headers: ["Currency", "Owed", "Overdue", "On hold", "Paid this year"],
  rows: reports.map(({ currency, now, figures }) => {
    const money = (amount: number) => ({ amount, currency });
    return [currency, money(now.owed), money(now.overdue), money(now.held), money(figures.paid)];
  }),
});

/** The columns of figures, in this order: the figure, its label, and whether it is money. */
const figureColumns = [
  ["customers", "New customers", false],
  ["sales", "Sales", false],
  ["revenue", "Revenue", true],
  ["earned", "Earned", true],
  ["costPerSale", "Cost per sale", true],
  ["paid", "Paid", true],
] as const;

const cell = (value: number | null, currency: Currency, isMoney: boolean): ReportCell =>
  value === null ? "" : isMoney ? { amount: value, currency } : value;

const cellsOf = (figures: Figures, currency: Currency): readonly ReportCell[] =>
  figureColumns.map(([figure, , isMoney]) => cell(figures[figure], currency, isMoney));

function comparedTable(
  currency: Currency,
  current: Figures & { readonly month: Month },
  last: Figures & { readonly month: Month },
): ReportTable {
  return {
    title: `${currency}: this month against last`,
    headers: ["", current.month, last.month, "Difference"],
    rows: figureColumns.map(([figure, label, isMoney]) => {
      const [a, b] = [current[figure], last[figure]];
      const difference = a === null || b === null ? null : a - b;
      return [label, ...[a, b, difference].map((each) => cell(each, currency, isMoney))];
    }),
  };
}

const monthsTable = (
  currency: Currency,
  months: readonly (Figures & { readonly month: Month })[],
): ReportTable => ({
  title: `${currency}: the last ${MONTHS} months`,
  headers: ["Month", ...figureColumns.map(([, label]) => label)],
  rows: months.map((each) => [each.month, ...cellsOf(each, currency)]),
  chart: { title: `Earned and paid, ${currency}`, columns: [4, 6] },
});

const toPayTable = ({ currency, now }: ReportOfCurrency): ReportTable => ({
  title: `${currency}: owed, by expected month of payment`,
  headers: ["Month", "Owed"],
  rows: now.byMonth.map(({ month, amount }) => [month ?? "No date", { amount, currency }]),
  chart: { title: `Owed by month, ${currency}`, columns: [1] },
});

const partnersTable = ({ currency, partners }: ReportOfCurrency, today: Day): ReportTable => ({
  title: `${currency}: partners in ${today.slice(0, 4)}, by what they earned`,
  headers: ["Partner", ...figureColumns.map(([, label]) => label), "Owed now", "Key"],
  rows: partners.map((each: PartnerFigures) => [
    each.name,
    ...cellsOf(each, currency),
    { amount: each.owed, currency },
    each.key,
  ]),
  chart: { title: `Who earned most, ${currency}`, columns: [4], rows: TOP },
});
