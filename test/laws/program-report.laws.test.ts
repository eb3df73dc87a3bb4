import { addMonths, type Day, lastDay, monthOf } from "../../src/engine/kernel/day";
import { begin } from "../../src/engine/program/work";
import {
  type Figures,
  paidByYear,
  reportSource,
} from "../../src/engine/reports/program/program-report";
import { playProgram } from "../support/examples/play-example";
import { law, programs } from "../support/laws";
import { recordsOf } from "../support/program";
import { anyProgram } from "../support/random-program/program";

const told = ["customers", "sales", "revenue", "earned", "paid"] as const;
const sum = (rows: readonly Figures[], figure: (typeof told)[number]) =>
  rows.reduce((total, row) => total + row[figure], 0);
const EVER = { from: "0001-01-01" as Day, until: "9999-12-31" as Day };

law(
  "a report's figures are the sums of its months, of its partners, and of the rows (REPORT-1)",
  anyProgram,
  (given) => {
    playProgram(given, {
      onRefusal: (_, __, played) => played,
      watch: ({ program }, { act }) => {
        if (act.do !== "run") return;
        const source = reportSource(begin(program));
        const rewards = recordsOf(program, "rewards");
        const first = source.firstDay ?? ("2026-01-01" as Day);
        for (const currency of source.currencies) {
          const { figures, now, partners } = source.report(currency, EVER);
          const last = addMonths(first, 119);
          const months = source.months(currency, monthOf(last), 120);
          const same = source.report(currency, { from: first, until: lastDay(monthOf(last)) });
          for (const figure of told) {
            expect([figure, sum(months, figure)]).toEqual([figure, same.figures[figure]]);
            // Customers are of no currency; who only brought some stands under the program's (REPORT-5).
            const isWhole = figure !== "customers" || currency === program.settings.programCurrency;
            const asRanked = isWhole ? figures[figure] : expect.any(Number);
            expect([figure, sum(partners, figure)]).toEqual([figure, asRanked]);
          }
          const own = rewards.filter((reward) => reward.currency === currency);
          const of = (...statuses: readonly string[]) =>
            own
              .filter(({ status }) => statuses.includes(status))
              .reduce((total, { accepted, amount }) => total + (accepted?.amount ?? amount), 0);
          expect(figures.earned).toBe(of("pending", "approved", "paid"));
          expect(now.owed).toBe(of("pending", "approved"));
          expect(now.held).toBe(of("held"));
          expect(now.byMonth.reduce((total, { amount }) => total + amount, 0)).toBe(now.owed);
          expect(partners.reduce((total, { owed }) => total + owed, 0)).toBe(now.owed);
          const brought = source.report(program.settings.programCurrency, EVER).partners;
          for (const { key, customers } of partners) {
            const all = brought.find((each) => each.key === key)?.customers ?? 0;
            expect([key, customers]).toEqual([key, all]);
          }
          const paid = paidByYear(begin(program)).filter((row) => row.currency === currency);
          expect(paid.reduce((total, { amount }) => total + amount, 0)).toBe(figures.paid);
        }
      },
    });
  },
  Math.ceil(programs / 4),
);
