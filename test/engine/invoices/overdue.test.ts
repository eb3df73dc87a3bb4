import type { Program } from "../../../src/engine/program/program";
import { listPayouts } from "../../../src/engine/usecases/payouts/list-payouts";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { forecast } from "../../../src/engine/usecases/program/forecast";
import { home } from "../../../src/engine/usecases/program/home";
import { recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { act } from "../usecases/act";
import { rewardRow, startedProgram } from "./money-run";

const january = "inv_2026-01_USD";
const start = startedProgram({
  rewards: [
    rewardRow("a", 20),
    rewardRow("b", 30, { partner: "ptn_2" }),
    rewardRow("c", 5, { partner: "ptn_2" }),
    rewardRow("feb", 7, { earnedOn: "2026-02-10" }),
  ],
});
/** Estimated to be paid on 13 February. */
const final = runOn(start, "2026-02-01", "2026-02-08");
const overdueOn = (program: Program, today: string) => act(program, home, {}, today).output.overdue;
const datesOf = (program: Program) =>
  Object.fromEntries(
    recordsOf(program, "rewards").map((each) => [each.key, each.estimatedPayment]),
  );

describe("what is not paid by its date (PAYDATE-7)", () => {
  test("is reported on Home from the day after, by invoice, until it is paid", () => {
    expect(overdueOn(final, "2026-02-13")).toEqual([]);
    expect(overdueOn(final, "2026-02-14")).toEqual([
      {
        key: january,
        month: "2026-01",
        currency: "USD",
        payouts: 2,
        amount: "55.00",
        since: "2026-02-13",
      },
    ]);
    const payouts = [`pay_${january}/ptn_2`];
    const one = act(final, payInvoice, { invoice: january, payouts }, "2026-02-14").program;
    expect(overdueOn(one, "2026-02-15")).toMatchObject([{ payouts: 1, amount: "20.00" }]);
    const all = act(one, payInvoice, { invoice: january, neverSent: true }, "2026-02-15").program;
    expect(overdueOn(all, "2026-02-15")).toEqual([]);
  });

  test("has no estimated date any more; its payout shows how long it has been overdue", () => {
    expect(datesOf(final)).toMatchObject({ a: "2026-02-13", feb: "2026-03-13" });
    const late = runOn(final, "2026-02-14", "2026-02-15");
    expect(datesOf(late)).toMatchObject({ a: null, b: null, c: null, feb: "2026-03-13" });
    const shown = (program: Program) =>
      act(program, listPayouts, {}, "2026-02-15").output.rows.map(
        ({ estimatedPaymentOn, overdueSince }) => [estimatedPaymentOn, overdueSince],
      );
    expect(shown(final)).toEqual(Array(2).fill(["2026-02-13", null]));
    expect(shown(late)).toEqual(Array(2).fill([null, "2026-02-13"]));
  });

  test("paid late, it has its real date, and the forecast counts it as owed meanwhile", () => {
    const late = runOn(runOn(final, "2026-02-20"), "2026-03-02");
    const [usd] = act(late, forecast, {}, "2026-03-02").output.forecasts;
    expect(usd?.rows[0]).toMatchObject({ when: "overdue", total: "55.00" });
    const given = { invoice: january, neverSent: true, paidOn: "2026-02-28" };
    const paid = act(late, payInvoice, given, "2026-03-02").program;
    expect(datesOf(paid)).toMatchObject({ a: "2026-02-28", b: "2026-02-28" });
    expect(datesOf(runOn(paid, "2026-03-03"))).toMatchObject({ a: "2026-02-28" });
  });
});
