import { useCases } from "../../../src/engine/usecases";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { placeRewards } from "../../../src/engine/usecases/invoices/place-rewards";
import { makePaymentFile } from "../../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { createManualReward } from "../../../src/engine/usecases/rewards/create-manual-reward";
import { setRewardAmount } from "../../../src/engine/usecases/rewards/set-reward-amount";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { checkInput } from "../../../src/engine/usecases/shared/check-input";
import type { UseCase } from "../../../src/engine/usecases/shared/use-case";
import { envOn, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../invoices/money-run";
import { customer, partner, programWith, retyped, sale, trigger } from "../judging/judge-on";
import { act, refusal } from "../usecases/act";

const invoice = "inv_2026-01_USD";
const payout = "pay_inv_2026-01_USD/ptn_1";
const opened = moneyRun(startedProgram({ rewards: [rewardRow("a", 20)] }), "2026-02-01");
const final = moneyRun(opened, "2026-02-08");
const paid = act(
  final,
  payInvoice,
  { invoice, neverSent: true, reference: "bank 1" },
  "2026-02-13",
).program;

describe("a payout that is paid, whose status somebody types open before the next run", () => {
  const typed = changed(paid, (work) => {
    work.update("payouts", payout, { status: "open" });
  });

  test("is not paid a second time, alone or with its invoice", () => {
    const again = (attempt: () => unknown) => refusal(attempt);
    expect(again(() => act(typed, payInvoice, { invoice, payouts: [payout] }, "2026-02-14"))).toBe(
      "PAYOUT_SETTLED",
    );
    expect(again(() => act(typed, payInvoice, { invoice }, "2026-02-14"))).toBe("INVOICE_PAID");
  });

  test("goes in no payment file", () => {
    const given = { invoice, format: "CSV" };
    const { output, changes } = act(typed, makePaymentFile, given, "2026-02-14");
    expect(output).toMatchObject({ payouts: 0, text: "" });
    expect(changes.effects).toEqual([]);
  });
});

test("a payout typed paid is paid as typed, and the next action sees it so", () => {
  const typed = changed(final, (work) => {
    work.update("payouts", payout, { status: "paid", reference: "typed" });
  });
  expect(refusal(() => act(typed, payInvoice, { invoice, payouts: [payout] }, "2026-02-14"))).toBe(
    "PAYOUT_SETTLED",
  );
});

test("what was typed is logged once, before what the person did", () => {
  const typed = changed(opened, (work) => {
    work.update("rewards", "a", { amount: 1500 });
  });

  const { program } = act(typed, finalizeInvoiceByHand, { invoice }, "2026-02-05");

  expect(byKey(program, "rewards", "a")).toMatchObject({ amount: 1500, calculated: 2000 });
  expect(byKey(program, "payouts", payout).amount).toBe(1500);
  expect(recordsOf(program, "activity").map(({ who, what }) => `${who}: ${what}`)).toEqual([
    "in the sheet: 1 reward typed over",
    "ann@example.com: Finalized an invoice",
  ]);
});

test("an action that changes nothing leaves what was typed to the next run", () => {
  const typed = changed(final, (work) => {
    work.update("rewards", "a", { status: "held" });
  });
  const given = { invoice, format: "CSV", preview: true };

  expect(act(typed, makePaymentFile, given, "2026-02-09").changes.effects).toEqual([]);
});

describe("an action that pays nothing leaves Payouts and Drips to the next run (EDIT-11a)", () => {
  test("a payout that was typed paid is taken over by the run after it", () => {
    const typed = changed(final, (work) => {
      work.update("payouts", payout, { status: "paid", reference: "typed" });
    });
    const given = { partner: "ptn_1", description: "bonus", amount: "5", confirmed: true };
    const { program } = act(typed, createManualReward, given, "2026-02-09");

    expect(byKey(program, "rewards", "a").status).not.toBe("paid");
    expect(byKey(moneyRun(program, "2026-02-10"), "rewards", "a").status).toBe("paid");
  });

  test("but no action touches what stands on a final invoice whose day was cleared", () => {
    const typed = changed(final, (work) => {
      work.update("invoices", invoice, { finalizedOn: null });
    });
    const rewards = ["a"];
    const off = { rewards, to: "off its invoice" };
    const manual = {
      partner: "ptn_1",
      description: "bonus",
      amount: "5",
      confirmed: true,
      invoiceMonth: "2026-01",
    };
    const on = "2026-02-09";
    expect([
      refusal(() => act(typed, setRewardStatus, { rewards, status: "approved" }, on)),
      refusal(() => act(typed, placeRewards, off, on)),
      refusal(() => act(typed, createManualReward, manual, on)),
    ]).toEqual(["REWARD_LOCKED", "REWARD_LOCKED", "INVOICE_NOT_IN_REVIEW"]);
  });

  test("its tabs are not read for it, where no row says that they are needed", () => {
    const asked: string[] = [];
    const tables = {};
    for (const [name, data] of Object.entries(opened.tables)) {
      const get = () => {
        asked.push(name);
        return data;
      };
      Object.defineProperty(tables, name, { enumerable: true, get });
    }
    const program = { ...opened, tables: tables as typeof opened.tables };
    const given = { reward: "a", amount: "1.23", currency: "USD" };
    const input = checkInput(setRewardAmount.inputs, given, program);
    const { changes } = setRewardAmount.decide(program, input, envOn("2026-02-02"));

    expect(changes.effects.length).toBeGreaterThan(0);
    expect(asked).not.toContain("payouts");
    expect(asked).not.toContain("drips");
  });
});

test("a drip follows a part that somebody typed declined with the next action, on whatever reward that is", () => {
  const begun = programWith({
    partners: [partner()],
    customers: [customer()],
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("plan", { action: "start a drip", amount: 5, cycle: 1, occurrences: 1 }),
    ],
    transactions: [sale("T1", "2026-03-02", 100)],
  });
  const made = runOn(begun, "2026-03-02");
  const part = "drip_T1/plan#1";
  const typed = retyped(made, "rewards", part, { status: "declined", reason: "twice" });
  const given = { reward: "T1/rate", amount: "1.23", currency: "USD" };
  const { program } = act(typed, setRewardAmount, given, "2026-03-03");

  expect(byKey(made, "drips", "drip_T1/plan").status).toBe("Created");
  expect(byKey(program, "rewards", part).status).toBe("declined");
  expect(byKey(program, "drips", "drip_T1/plan").status).toBe("Complete");
});

/** Those that write and read rewards, and why they don't begin with it. */
const others: Readonly<Record<string, string>> = {
  run: "does it with the run's id",
  repair: "does it once it has found what it repairs",
  "undo-run": "asks for what was changed since",
  "archive-record": "moves no reward that was made",
  "unarchive-record": "moves no reward that was made",
  "judge-as-blank": "does it with the run's id, as a run",
  "make-dashboard": "writes a tab only",
  "move-in": "makes rewards that are owed elsewhere, and changes none",
  "send-notice": "shows what was accepted",
  "send-statements": "shows what was accepted",
  "send-test-statement": "shows what was accepted",
  "undo-application": "takes back a partner who has no rewards",
  "write-backtest": "writes a tab only",
  "write-forecast": "writes a tab only",
  "write-statement": "writes a tab only",
};

test("every action on rewards or payouts begins with it", () => {
  const all = Object.values(useCases) as unknown as readonly UseCase[];
  const without = all
    .filter(({ edits, reads }) => edits === "leave" && reads.includes("rewards"))
    .map(({ name }) => name);
  expect(without.sort()).toEqual(Object.keys(others).sort());
});
