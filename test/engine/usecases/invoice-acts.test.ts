import type { Program } from "../../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { listInvoices } from "../../../src/engine/usecases/invoices/list-invoices";
import { placeRewards } from "../../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../../src/engine/usecases/invoices/reopen-invoice";
import { showInvoice } from "../../../src/engine/usecases/invoices/show-invoice";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../../src/engine/usecases/payouts/return-payout";
import { writeOff } from "../../../src/engine/usecases/payouts/write-off";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { cellsOf, recordsOf } from "../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../invoices/money-run";
import { retyped } from "../judging/judge-on";
import { act, refusal } from "./act";

const january = "inv_2026-01_USD";
const february = "inv_2026-02_USD";
const adas = `pay_${january}/ptn_1`;
const started = (settings: Readonly<Record<string, string>> = {}) =>
  startedProgram(
    {
      rewards: [
        rewardRow("a", 20),
        rewardRow("b", 30, { partner: "ptn_2", status: "approved", earnedOn: "2026-01-20" }),
        rewardRow("c", 10, { earnedOn: "2026-01-10" }),
      ],
    },
    settings,
  );
const opened = moneyRun(started(), "2026-02-01");
const final = moneyRun(opened, "2026-02-08");
const tables = (program: Program) =>
  (["rewards", "invoices", "payouts", "drips"] as const).map((name) => cellsOf(program, name));
const late = (program: Program, key: string, more: Readonly<Record<string, string>> = {}) =>
  changed(program, (work) => {
    const first = work.get("rewards", "a");
    const made = { key, invoice: null, payout: null, firstInvoice: null };
    const unknown = { accepted: null, acceptedFor: null };
    if (first) work.insert("rewards", { ...first, ...made, ...unknown, ...(more as object) });
  });

describe("the list of invoices", () => {
  test("shows those in review first, with days left, the amount to pay and late rewards", () => {
    const two = moneyRun(late(final, "d", { earnedOn: "2026-02-20" }), "2026-03-02");
    const program = late(two, "e");

    const { output } = act(program, listInvoices, {}, "2026-03-04");
    expect(output.currencies).toEqual(["USD"]);
    expect(output.rows).toMatchObject([
      { key: february, status: "In review", daysLeft: 4, late: { count: 1, amount: "20.00" } },
      { key: january, status: "Final", toPay: { count: 2, amount: "60.00" }, late: { count: 0 } },
    ]);
    const only = (input: object) =>
      act(program, listInvoices, input, "2026-03-04").output.rows.map(({ key }) => key);
    expect(only({ status: "Final" })).toEqual([january]);
    expect(only({ month: "2026-02", currency: "USD" })).toEqual([february]);
    expect(only({ currency: "EUR" })).toEqual([]);
  });
});

describe("one invoice", () => {
  test("shows its lines by partner, and what finalizing would do", () => {
    const program = moneyRun(started({ "minimum payout": "USD 35" }), "2026-02-01");
    const { output } = act(program, showInvoice, { invoice: january }, "2026-02-03");

    expect(output.outcome).toEqual({
      payouts: { count: 0, amount: "0.00" },
      negative: { count: 0, amount: "0.00" },
      belowMinimum: { count: 2, amount: "60.00" },
      unreviewed: 2,
      silenceApproves: true,
    });
    expect(output.shown).toMatchObject({
      kind: "lines",
      page: { rows: [{ key: "c" }, { key: "a" }, { key: "b" }], total: 3 },
      partners: [
        { partnerName: "Ada Reyes", lines: 2, amount: "30.00", fate: "below minimum" },
        { partnerName: "Bela Bauer", lines: 1, amount: "30.00", fate: "below minimum" },
      ],
    });
  });

  test("shows late rewards that can still go on it, and then its payouts", () => {
    const program = late(opened, "late");
    const shown = (given: Program, view: string) =>
      act(given, showInvoice, { invoice: january, view }, "2026-02-09").output.shown;
    expect(shown(program, "late")).toMatchObject({
      kind: "late",
      page: { rows: [{ key: "late", invoice: null }] },
    });
    expect(shown(final, "payouts")).toMatchObject({
      kind: "payouts",
      page: {
        rows: [
          { key: adas, partnerName: "Ada Reyes", amount: "30.00", status: "open", lines: 2 },
          { partnerName: "Bela Bauer", amount: "30.00", lines: 1 },
        ],
      },
    });
    expect(refusal(() => act(final, showInvoice, { invoice: "inv_x" }, "2026-02-09"))).toBe(
      "INVOICE_UNKNOWN",
    );
  });

  test("a reply stays under 100 kB, however many lines there are and however long they are", () => {
    const long = "ü".repeat(2_000);
    const rewards = Array.from({ length: 300 }, (_, i) =>
      rewardRow(`${"k".repeat(200)}${i}`, 1, { description: long, partner: `p${i}` }),
    );
    const program = moneyRun(startedProgram({ rewards }), "2026-02-01");
    const { output } = act(program, showInvoice, { invoice: january }, "2026-02-03");
    expect(JSON.stringify(output).length).toBeLessThan(100_000);
  });
});

describe("moving", () => {
  const both = moneyRun(
    moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-01-02"),
    "2026-03-09",
  );
  const inReview = moneyRun(late(both, "feb", { earnedOn: "2026-02-03" }), "2026-03-09");
  const program = act(
    changed(inReview, (work) => {
      work.insert("invoices", {
        key: february,
        month: "2026-02" as never,
        currency: "USD" as never,
        openedOn: "2026-03-09" as never,
        reviewEndsOn: "2026-03-15" as never,
      });
    }),
    placeRewards,
    { to: "on an invoice", rewards: ["feb"], invoice: february },
    "2026-03-09",
  ).program;

  test("to the next invoice moves it to the later one in review; moving back restores everything", () => {
    const moved = act(
      program,
      placeRewards,
      { to: "on the next one", rewards: ["a"] },
      "2026-03-10",
    );
    expect(moved.output).toMatchObject({
      invoices: [
        { key: january, lines: 0 },
        { key: february, lines: 2 },
      ],
      rewards: [{ key: "a", invoice: february }],
    });
    const back = act(
      moved.program,
      placeRewards,
      { to: "on an invoice", rewards: ["a"], invoice: january },
      "2026-03-10",
    );
    expect(tables(back.program)).toEqual(tables(program));
    expect(recordsOf(back.program, "activity").slice(-2)).toMatchObject([
      { what: "Moved 1 reward to the next invoice", record: "a", from: january, to: february },
      { what: "Moved 1 reward to another invoice", from: february, to: january },
    ]);
  });

  test("to the next invoice waits for the next opening if none is in review; pressing twice is the same as once", () => {
    const moved = act(
      program,
      placeRewards,
      { to: "on the next one", rewards: ["feb"] },
      "2026-03-10",
    );
    expect(moved.output.rewards).toMatchObject([{ invoice: null, estimatedPayment: "2026-04-13" }]);
    const again = act(
      moved.program,
      placeRewards,
      { to: "on the next one", rewards: ["feb"] },
      "2026-03-10",
    );
    expect(tables(again.program)).toEqual(tables(moved.program));
    expect(recordsOf(again.program, "activity")).toHaveLength(
      recordsOf(moved.program, "activity").length,
    );
  });

  test("a carried line can't go back onto the invoice that carried it, or an earlier one", () => {
    const negative = moneyRun(
      moneyRun(startedProgram({ rewards: [rewardRow("a", -20)] }), "2026-02-01"),
      "2026-02-08",
    );
    const reopened = changed(negative, (work) => {
      work.update("invoices", january, { finalizedOn: null, status: "In review" });
    });
    const attempt = () =>
      act(
        reopened,
        placeRewards,
        { to: "on an invoice", rewards: ["a"], invoice: january },
        "2026-02-09",
      );
    expect(refusal(attempt)).toBe("INVOICE_TOO_EARLY");
  });
});

describe("reopening", () => {
  const reopen = (program: Program, on = "2026-02-10", more: object = {}) =>
    act(program, reopenInvoiceByHand, { invoice: january, reason: "forgot one", ...more }, on);

  test("takes the payouts away and starts paused; what only silence approved is pending again", () => {
    const { program, output } = reopen(final);

    expect(output).toEqual({ invoice: january, lines: 3, payouts: 2 });
    expect(recordsOf(program, "payouts")).toEqual([]);
    expect(byKey(program, "invoices", january)).toMatchObject({
      status: "In review",
      paused: true,
      finalizedOn: null,
      total: 6000,
    });
    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "pending",
      payout: null,
      firstInvoice: null,
    });
    expect(byKey(program, "rewards", "b").status).toBe("approved");
    expect(recordsOf(program, "activity")).toMatchObject([
      {
        what: "Reopened an invoice",
        record: january,
        from: "Final",
        to: "In review, paused; 2 payouts taken away",
        why: "forgot one",
      },
    ]);
    expect(byKey(moneyRun(program, "2026-02-20"), "invoices", january).status).toBe("In review");
  });

  test("finalized again on the same day, everything is as before", () => {
    const byHand = act(opened, finalizeInvoiceByHand, { invoice: january }, "2026-02-08").program;
    const again = act(
      reopen(byHand, "2026-02-08").program,
      finalizeInvoiceByHand,
      { invoice: january },
      "2026-02-08",
    ).program;
    expect(tables(again)).toEqual(tables(byHand));
  });

  test("what it had carried comes back, also from a later invoice, and sums of 0 are no payment", () => {
    const rewards = [
      rewardRow("a", -20),
      rewardRow("b", 7, { partner: "ptn_2" }),
      rewardRow("c", -7, { partner: "ptn_2" }),
      rewardRow("d", 50, { earnedOn: "2026-02-03" }),
    ];
    const carried = moneyRun(
      moneyRun(moneyRun(startedProgram({ rewards }), "2026-02-01"), "2026-02-08"),
      "2026-03-01",
    );
    expect(byKey(carried, "rewards", "a")).toMatchObject({ invoice: february });
    const { program, output } = reopen(carried, "2026-03-02");
    expect(output).toMatchObject({ lines: 3, payouts: 1 });
    expect(byKey(program, "rewards", "a")).toMatchObject({ invoice: january, firstInvoice: null });
    expect(byKey(program, "rewards", "b")).toMatchObject({ status: "pending", paidOn: null });
    expect(byKey(program, "invoices", february)).toMatchObject({ lines: 1, total: 5000 });
  });

  test("is refused while a payout of it can't be read, since it might be paid", () => {
    const program = retyped(final, "payouts", adas, { amount: "Paied" });
    expect(refusal(() => reopen(program))).toBe("PAYOUT_UNREADABLE");
  });

  test("is refused after any payment, while in a payment file, and if what it carried is final elsewhere", () => {
    const code = (program: Program, on = "2026-02-14") => refusal(() => reopen(program, on));
    const pay = { invoice: january, payouts: [adas] };
    expect(code(act(final, payInvoice, pay, "2026-02-13").program)).toBe("INVOICE_PAYMENT_MADE");
    const sent = changed(final, (work) => {
      work.update("payouts", adas, {
        status: "sent",
        file: "f.csv",
        sentOn: "2026-02-13" as never,
      });
    });
    expect(code(sent)).toBe("INVOICE_SENT");
    expect(reopen(sent, "2026-02-14", { fileUnused: "yes" }).output.payouts).toBe(2);
    expect(code(opened)).toBe("INVOICE_NOT_FINAL");

    const rewards = [rewardRow("a", -20), rewardRow("d", 50, { earnedOn: "2026-02-03" })];
    let program = startedProgram({ rewards });
    for (const on of ["2026-02-01", "2026-02-08", "2026-03-01", "2026-03-08"]) {
      program = moneyRun(program, on);
    }
    expect(code(program, "2026-03-09")).toBe("INVOICE_CARRIED_ON");
    expect(refusal(() => act(final, reopenInvoiceByHand, { invoice: january }, "2026-02-09"))).toBe(
      "INPUT_INVALID reason",
    );
  });
});

describe("a reopened invoice and refunds", () => {
  const sale = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 100 };
  const refund = { key: "trx_2", customer: "cus_1", date: "2026-02-09", refundOf: "trx_1" };
  const reward = rewardRow("trx_1/trg_1", 20, {
    transaction: "trx_1",
    terms: "20 % of 100.00; half away from zero",
  });

  test.each([
    [
      "in full: the reward is declined and its proposal withdrawn",
      -100,
      ["declined", 2000],
      "declined",
    ],
    [
      "in part: it is priced in place and its proposal withdrawn",
      -50,
      ["pending", 1000],
      "declined",
    ],
  ])("refunded %s", (_, amount, [status, left], proposal) => {
    const given = { transactions: [sale], rewards: [reward] };
    const done = moneyRun(moneyRun(startedProgram(given), "2026-02-01"), "2026-02-08");
    const refunded = moneyRun(
      changed(done, (work) => {
        work.insert("transactions", {
          ...refund,
          date: { day: refund.date as never, time: "" },
          amount: amount * 100,
        });
      }),
      "2026-02-10",
    );
    const adjustment = "adj_1*trx_1/trg_1";
    expect(byKey(refunded, "rewards", adjustment).status).toBe("held");

    const input = { invoice: january, reason: "refund" };
    const program = moneyRun(
      act(refunded, reopenInvoiceByHand, input, "2026-02-11").program,
      "2026-02-12",
    );
    expect(byKey(program, "rewards", "trx_1/trg_1")).toMatchObject({ status, amount: left });
    expect(byKey(program, "rewards", adjustment).status).toBe(proposal);
    expect(cellsOf(moneyRun(program, "2026-02-12"), "rewards")).toEqual(
      cellsOf(program, "rewards"),
    );
  });
});

describe("a returned payment", () => {
  const paid = act(final, payInvoice, { invoice: january, neverSent: true }, "2026-02-13").program;
  const bring = (program: Program, payout = adas) =>
    act(program, returnPayoutByHand, { payout, reason: "account closed" }, "2026-02-20");

  test("stays returned; its lines are approved, and a new open payout for them is on the same invoice", () => {
    const { program, output } = bring(paid);

    expect(output).toMatchObject({ next: `${adas}#2`, status: "Final", amount: { text: "30.00" } });
    expect(byKey(program, "payouts", adas)).toMatchObject({
      status: "returned",
      reason: "account closed",
      paidOn: "2026-02-13",
    });
    expect(byKey(program, "payouts", `${adas}#2`)).toMatchObject({
      status: "open",
      amount: 3000,
      invoice: january,
    });
    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "approved",
      paidOn: null,
      payout: `${adas}#2`,
      accepted: { status: "approved", amount: 2000 },
    });
    const again = act(program, payInvoice, { invoice: january, neverSent: true }, "2026-02-21");
    expect(again.output).toMatchObject({ status: "Paid", rewards: 2 });
    expect(bring(again.program, `${adas}#2`).output.next).toBe(`${adas}#3`);
  });

  test("is refused for one that was not paid, twice, and for an unknown one", () => {
    expect(refusal(() => bring(final))).toBe("PAYOUT_NOT_PAID");
    expect(refusal(() => bring(bring(paid).program))).toBe("PAYOUT_NOT_PAID");
    expect(refusal(() => bring(paid, "pay_x"))).toBe("PAYOUT_UNKNOWN");
  });
});

describe("paying several", () => {
  const belas = `pay_${january}/ptn_2`;

  test("records one date and reference for the chosen payouts, as one line of Activity", () => {
    const input = {
      invoice: january,
      payouts: [adas, belas],
      paidOn: "2026-02-13",
      reference: "SEPA 17",
    };
    const { program, output } = act(final, payInvoice, input, "2026-02-14");
    expect(output).toMatchObject({ status: "Paid", rewards: 3 });
    expect(recordsOf(program, "activity")).toMatchObject([
      { what: "Paid 2 payouts of invoice 2026-01 USD", record: january, why: "SEPA 17" },
    ]);
  });

  test("a payout that does not exist is named; a future day is refused", () => {
    const attempt = (input: object) => () =>
      act(final, payInvoice, { invoice: january, ...input }, "2026-02-14");
    expect(attempt({ payouts: [adas, "pay_nowhere"] })).toThrow(
      "There is no usable payout “pay_nowhere”.",
    );
    expect(refusal(attempt({ payouts: [adas], paidOn: "2026-02-15" }))).toBe(
      "INPUT_INVALID paidOn",
    );
  });
});

describe("writing off", () => {
  const owing = moneyRun(
    moneyRun(startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", -100)] }), "2026-02-01"),
    "2026-02-08",
  );
  const off = (program: Program, on: string) =>
    act(program, writeOff, { partner: "ptn_1", currency: "USD", reason: "goodwill" }, on);

  test("cancels a carried negative balance by a positive line; the next invoice settles to 0", () => {
    const { program, output } = off(owing, "2026-02-20");

    expect(output).toMatchObject({ amount: { text: "80.00" }, invoice: null });
    expect(byKey(program, "rewards", output.reward)).toMatchObject({
      source: "adjustment",
      status: "approved",
      amount: 8000,
      description: "Write-off: goodwill",
    });
    const settled = moneyRun(moneyRun(program, "2026-03-01"), "2026-03-08");
    expect(recordsOf(settled, "payouts")).toMatchObject([
      { invoice: february, amount: 0, status: "paid" },
    ]);
    expect(byKey(settled, "rewards", "b").status).toBe("paid");
  });

  test("goes on the invoice in review that has the balance, and is not done twice", () => {
    const inReview = moneyRun(owing, "2026-03-01");
    const { program, output } = off(inReview, "2026-03-02");
    expect(output.invoice).toBe(february);
    expect(refusal(() => off(program, "2026-03-02"))).toBe("BALANCE_NOT_NEGATIVE");
    expect(refusal(() => off(off(owing, "2026-02-20").program, "2026-02-20"))).toBe(
      "BALANCE_NOT_NEGATIVE",
    );
  });

  test("is locked once its invoice is final, like any line", () => {
    const { program, output } = off(moneyRun(owing, "2026-03-01"), "2026-03-02");
    const done = moneyRun(program, "2026-03-08");
    const input = { rewards: [output.reward], status: "declined", reason: "no" };
    expect(refusal(() => act(done, setRewardStatus, input, "2026-03-09"))).toBe("REWARD_LOCKED");
  });
});

test("an invoice is not Paid while one of its payouts can't be read, and paying says which row to correct", () => {
  const paid = act(final, payInvoice, { invoice: january, neverSent: true }, "2026-02-13").program;
  const program = moneyRun(retyped(paid, "payouts", adas, { amount: "Paied" }), "2026-02-14");
  expect(byKey(program, "invoices", january)).toMatchObject({ status: "Final" });
  expect(
    refusal(() => act(program, payInvoice, { invoice: january, neverSent: true }, "2026-02-14")),
  ).toBe("PAYOUT_UNREADABLE");
});
