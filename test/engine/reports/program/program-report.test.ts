import { begin } from "../../../../src/engine/program/work";
import { reportSource, spanOfMonth } from "../../../../src/engine/reports/program/program-report";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";

type Given = Parameters<typeof startedProgram>[0];
const sourceOf = (given: Given, today = "2026-03-10") =>
  reportSource(begin(moneyRun(startedProgram(given), today)));
const january = spanOfMonth("2026-01" as never);
const sale = (
  key: string,
  amount: number,
  more: Readonly<Record<string, string | number>> = {},
) => ({
  key,
  customer: "cus_1",
  date: "2026-01-20",
  amount,
  currency: "USD",
  ...more,
});

describe("a program report (REPORT-1)", () => {
  test("a refund counts on its sale's day, however late it came (REPORT-2)", () => {
    const source = sourceOf({
      transactions: [sale("t1", 100), sale("t2", -30, { date: "2026-03-02", refundOf: "t1" })],
    });
    const shown = source.report(source.currencies[0] as never, january).figures;
    expect([shown.sales, shown.revenue]).toEqual([1, 7000]);
  });

  test("sales without a partner, test sales and archived ones count nowhere (REPORT-2)", () => {
    const source = sourceOf({
      customers: [
        { key: "cus_1", name: "Acme", partner: "ptn_1", createdOn: "2026-01-02" },
        { key: "cus_2", name: "Alone", createdOn: "2026-01-02" },
      ],
      transactions: [
        sale("t1", 100, { customer: "cus_2" }),
        sale("t2", 100, { test: "yes" }),
        sale("t3", 100, { status: "archived", archivedOn: "2026-01-21" }),
      ],
    });
    const shown = source.report(source.currencies[0] as never, january).figures;
    expect([shown.customers, shown.sales, shown.revenue, shown.costPerSale]).toEqual([
      1,
      0,
      0,
      null,
    ]);
  });

  test("what a sale cost is what was earned for each, rounded once; held and declined rewards are not earned (REPORT-3)", () => {
    const source = sourceOf({
      transactions: [sale("t1", 100), sale("t2", 100), sale("t3", 100)],
      rewards: [
        rewardRow("a", 20),
        rewardRow("b", 5, { status: "held", reason: "is it theirs?" }),
        rewardRow("c", 7, { status: "declined", reason: "not theirs" }),
      ],
    });
    const { figures, now } = source.report("USD" as never, january);
    expect([figures.earned, figures.costPerSale, now.held]).toEqual([2000, 667, 500]);
  });

  test("partners stand by what they earned in the days asked for, with what is owed now (REPORT-5)", () => {
    const source = sourceOf({
      rewards: [
        rewardRow("a", 20),
        rewardRow("b", 30, { partner: "ptn_2" }),
        rewardRow("c", 90, { earnedOn: "2026-02-10" }),
      ],
    });
    const { partners } = source.report("USD" as never, january);
    expect(partners.map(({ name, earned, owed }) => [name, earned, owed])).toEqual([
      ["Bela Bauer", 3000, 3000],
      ["Ada Reyes", 2000, 11000],
    ]);
  });

  test("rewards of another currency stand apart (REPORT-1)", () => {
    const source = sourceOf({
      rewards: [rewardRow("a", 20), rewardRow("b", 30, { currency: "EUR" })],
    });
    expect(source.currencies.map((each) => source.report(each, january).figures.earned)).toEqual([
      2000, 3000,
    ]);
  });

  test("who brought customers but has nothing in a currency is named under the program's alone (REPORT-5)", () => {
    const source = sourceOf({
      rewards: [rewardRow("a", 30, { currency: "EUR", partner: "ptn_2" })],
    });
    const namesIn = (currency: string) =>
      source.report(currency as never, january).partners.map(({ name }) => name);
    expect([namesIn("USD"), namesIn("EUR")]).toEqual([["Ada Reyes"], ["Bela Bauer"]]);
  });
});
