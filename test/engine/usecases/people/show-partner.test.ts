import { listPayouts } from "../../../../src/engine/usecases/payouts/list-payouts";
import { payInvoice } from "../../../../src/engine/usecases/payouts/pay-invoice";
import { showPartner } from "../../../../src/engine/usecases/people/show-partner";
import type { Given } from "../../../support/program";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";

const runs = (given: Given, days: readonly string[], settings = {}) =>
  days.reduce(moneyRun, startedProgram(given, settings));
const shown = (given: Given, days: readonly string[], settings = {}) =>
  act(runs(given, days, settings), showPartner, { partner: "ptn_1" }, "2026-03-10").output;

describe("one partner", () => {
  test("has a balance in each currency, with unreviewed and held amounts shown separately", () => {
    const given = {
      rewards: [
        rewardRow("a", 20),
        rewardRow("b", 30, { status: "approved" }),
        rewardRow("c", 7, { status: "held", reason: "late event" }),
        rewardRow("d", 1500, { currency: "JPY", accepted: "pending 1500", earnedOn: "2026-03-02" }),
        rewardRow("e", 99, { partner: "ptn_2" }),
      ],
    };

    expect(shown(given, ["2026-02-01"]).balances).toEqual([
      {
        currency: "USD",
        owed: "50.00",
        pending: "20.00",
        held: "7.00",
        estimatedPaymentOn: "2026-02-13",
      },
      {
        currency: "JPY",
        owed: "1500",
        pending: "1500",
        held: "0",
        estimatedPaymentOn: "2026-04-13",
      },
    ]);
  });

  test("carried amounts count once, and paid ones not at all", () => {
    const given = { rewards: [rewardRow("a", 20), rewardRow("b", -50, { source: "manual" })] };
    const days = ["2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08"];

    expect(shown(given, days).balances).toMatchObject([{ owed: "-30.00" }]);
    const paid = act(
      runs({ rewards: [rewardRow("a", 20)] }, days.slice(0, 2)),
      payInvoice,
      { invoice: "inv_2026-01_USD", neverSent: true },
      "2026-02-13",
    ).program;
    expect(act(paid, showPartner, { partner: "ptn_1" }, "2026-03-10").output.balances).toEqual([
      { currency: "USD", owed: "0.00", pending: "0.00", held: "0.00", estimatedPaymentOn: null },
    ]);
  });

  test("lists the months that have a statement, from the one that opens next back to the first line", () => {
    const days = ["2026-02-01", "2026-02-08", "2026-03-01"];

    expect(shown({ rewards: [rewardRow("a", 20)] }, days).months).toEqual([
      "2026-03",
      "2026-02",
      "2026-01",
    ]);
    expect(shown({}, []).months).toEqual(["2026-01"]);
  });

  test("is refused for an unknown partner", () => {
    const program = startedProgram();
    expect(refusal(() => act(program, showPartner, { partner: "x" }, "2026-03-10"))).toBe(
      "PARTNER_UNKNOWN",
    );
  });
});

test("a partner's payouts show when each is expected to be paid, and once paid the real date, newest first", () => {
  const given = {
    rewards: [
      rewardRow("a", 20),
      rewardRow("b", 5, { earnedOn: "2026-02-10" }),
      rewardRow("c", 9, { partner: "ptn_2" }),
    ],
  };
  const due = runs(given, ["2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08"]);
  const input = {
    invoice: "inv_2026-01_USD",
    neverSent: true,
    paidOn: "2026-02-14",
    reference: "T1",
  };
  const { program } = act(due, payInvoice, input, "2026-02-14");

  const { rows, total } = act(program, listPayouts, { partner: "ptn_1" }, "2026-03-10").output;

  expect(total).toBe(2);
  expect(rows).toMatchObject([
    {
      invoiceMonth: "2026-02",
      amount: "5.00",
      status: "open",
      estimatedPaymentOn: "2026-03-13",
      reference: "",
    },
    {
      invoiceMonth: "2026-01",
      amount: "20.00",
      status: "paid",
      estimatedPaymentOn: "2026-02-14",
      reference: "T1",
      partnerName: "Ada Reyes",
    },
  ]);
  const listed = (asked: object) =>
    act(program, listPayouts, asked, "2026-03-10").output.rows.map(({ key }) => key);
  expect(listed({ invoice: "inv_2026-01_USD" })).toHaveLength(2);
  expect(listed({ status: "open" })).toEqual(["pay_inv_2026-02_USD/ptn_1"]);
});
