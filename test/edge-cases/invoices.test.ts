import type { Program } from "../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../src/engine/usecases/invoices/finalize-invoice";
import { placeRewards } from "../../src/engine/usecases/invoices/place-rewards";
import { reopenInvoiceByHand } from "../../src/engine/usecases/invoices/reopen-invoice";
import { showInvoice } from "../../src/engine/usecases/invoices/show-invoice";
import { payInvoice } from "../../src/engine/usecases/payouts/pay-invoice";
import { returnPayoutByHand } from "../../src/engine/usecases/payouts/return-payout";
import { createManualReward } from "../../src/engine/usecases/rewards/create-manual-reward";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../engine/invoices/money-run";
import { act, refusal } from "../engine/usecases/act";
import { cellsOf, recordsOf } from "../support/program";

const january = "inv_2026-01_USD";
const february = "inv_2026-02_USD";
const lived = (program: Program, ...days: readonly string[]): Program =>
  days.reduce((now, on) => moneyRun(now, on), program);
const started = (...rewards: readonly ReturnType<typeof rewardRow>[]) =>
  startedProgram({ rewards });
const opened = lived(started(rewardRow("a", 20)), "2026-02-01");
const final = lived(opened, "2026-02-08");
const invoiceOf = (program: Program, key: string) => byKey(program, "rewards", key).invoice;

describe("periods", () => {
  test("E70: a reward that falls in a closed month keeps its earned date and goes on the next open invoice", () => {
    const late = changed(final, (work) => {
      const first = work.get("rewards", "a");
      const fresh = { invoice: null, firstInvoice: null, payout: null } as const;
      const unkept = { accepted: null, acceptedFor: null } as const;
      if (first) work.insert("rewards", { ...first, ...fresh, ...unkept, key: "late" });
    });
    const program = lived(late, "2026-03-01");
    expect(byKey(program, "rewards", "late")).toMatchObject({
      earnedOn: "2026-01-15",
      invoice: february,
    });
  });

  test("E71: a manual reward dated this month may go on last month's invoice in review", () => {
    const input = {
      partner: "ptn_1",
      description: "A bonus for the launch",
      amount: "5",
      earnedOn: "2026-02-03",
      invoiceMonth: "2026-01",
    };
    const { program, output } = act(opened, createManualReward, input, "2026-02-03");
    expect(output).toMatchObject({ kind: "created", invoice: january });
    expect(byKey(program, "invoices", january)).toMatchObject({ lines: 2, total: 2500 });
    const made = recordsOf(program, "rewards").find(({ source }) => source === "manual");
    expect(made?.earnedOn).toBe("2026-02-03");
  });

  test("E72: a month is the civil month, whole, and opens at the first run on or after the 1st", () => {
    const program = started(
      rewardRow("last", 1, { earnedOn: "2026-01-31" }),
      rewardRow("first", 2, { earnedOn: "2026-02-01" }),
    );
    expect(recordsOf(lived(program, "2026-01-31"), "invoices")).toEqual([]);
    const later = lived(program, "2026-02-04");
    expect([invoiceOf(later, "last"), invoiceOf(later, "first")]).toEqual([january, null]);
  });

  test("E73: a reward taken off hold after the close goes on the next invoice", () => {
    const held = lived(
      started(rewardRow("a", 20), rewardRow("h", 5, { status: "held", reason: "checking" })),
      "2026-02-01",
      "2026-02-08",
    );
    const input = { rewards: ["h"], status: "approved" };
    const released = act(held, setRewardStatus, input, "2026-02-10").program;
    expect(invoiceOf(released, "h")).toBeNull();
    expect(invoiceOf(lived(released, "2026-03-01"), "h")).toBe(february);
  });

  test.each([
    ["yes", "approved", january],
    ["no", "pending", null],
  ])(
    "E74: what is not reviewed is counted before finalizing; silence approves: %s",
    (silence, status, on) => {
      const program = lived(
        startedProgram({ rewards: [rewardRow("a", 20)] }, { "silence approves": silence }),
        "2026-02-01",
      );
      const { outcome } = act(program, showInvoice, { invoice: january }, "2026-02-03").output;
      expect(outcome).toMatchObject({
        unreviewed: 1,
        payouts: { amount: silence === "yes" ? "20.00" : "0.00" },
      });
      const done = lived(program, "2026-02-08");
      expect(byKey(done, "rewards", "a")).toMatchObject({ status, invoice: on });
    },
  );

  test("E75: finalizing twice, by a run or manually, is the same as once", () => {
    expect(cellsOf(lived(final, "2026-02-08"), "payouts")).toEqual(cellsOf(final, "payouts"));
    const again = () => act(final, finalizeInvoiceByHand, { invoice: january }, "2026-02-09");
    expect(refusal(again)).toBe("INVOICE_NOT_IN_REVIEW");
  });

  test("E76: reopened only before payment, and logged; afterwards only a correcting reward is left", () => {
    const input = { invoice: january, reason: "a line was forgotten" };
    const reopened = act(final, reopenInvoiceByHand, input, "2026-02-09").program;
    expect(recordsOf(reopened, "activity")).toMatchObject([
      { who: "ann@example.com", what: "Reopened an invoice", why: "a line was forgotten" },
    ]);
    const paid = act(
      final,
      payInvoice,
      { invoice: january, neverSent: true },
      "2026-02-13",
    ).program;
    expect(refusal(() => act(paid, reopenInvoiceByHand, input, "2026-02-14"))).toBe(
      "INVOICE_PAYMENT_MADE",
    );
    const status = { rewards: ["a"], status: "declined", reason: "no" };
    expect(refusal(() => act(paid, setRewardStatus, status, "2026-02-14"))).toBe("REWARD_LOCKED");
  });

  test("E77: after months of silence each missed month is opened, in order, and none is final at once", () => {
    const program = lived(
      started(
        rewardRow("a", 20),
        rewardRow("b", 30, { earnedOn: "2026-02-10" }),
        rewardRow("c", 40, { earnedOn: "2026-04-30" }),
      ),
      "2026-05-20",
    );
    expect(recordsOf(program, "invoices").map(({ key, status }) => [key, status])).toEqual([
      [january, "In review"],
      [february, "In review"],
      ["inv_2026-04_USD", "In review"],
    ]);
  });

  test("E78: the estimated payment follows each move, and is blank while held", () => {
    const estimate = (program: Program) => byKey(program, "rewards", "a").estimatedPayment;
    expect(estimate(opened)).toBe("2026-02-13");
    const moved = act(
      opened,
      placeRewards,
      { to: "on the next one", rewards: ["a"] },
      "2026-02-03",
    ).program;
    expect(estimate(moved)).toBe("2026-03-13");
    const held = { rewards: ["a"], status: "held", reason: "checking" };
    expect(estimate(act(moved, setRewardStatus, held, "2026-02-03").program)).toBeNull();
  });

  test("E79: a returned payment makes its lines payable again, and the failure stays on record", () => {
    const payout = `pay_${january}/ptn_1`;
    const paid = act(
      final,
      payInvoice,
      { invoice: january, neverSent: true },
      "2026-02-13",
    ).program;
    const input = { payout, reason: "account closed" };
    const { program } = act(paid, returnPayoutByHand, input, "2026-02-20");
    expect(
      recordsOf(program, "payouts").map(({ key, status, reason }) => [key, status, reason]),
    ).toEqual([
      [payout, "returned", "account closed"],
      [`${payout}#2`, "open", null],
    ]);
    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "approved",
      payout: `${payout}#2`,
    });
    expect(byKey(program, "invoices", january).status).toBe("Final");
  });
});
