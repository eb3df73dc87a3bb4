import { useCases } from "../../../src/engine/usecases";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { makePaymentFile } from "../../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import type { UseCase } from "../../../src/engine/usecases/shared/use-case";
import { recordsOf } from "../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../invoices/money-run";
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
