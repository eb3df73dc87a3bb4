import type { Program } from "../../../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../../../src/engine/usecases/invoices/finalize-invoice";
import { pauseInvoice } from "../../../../src/engine/usecases/invoices/pause-invoice";
import { showInvoice } from "../../../../src/engine/usecases/invoices/show-invoice";
import { makePaymentFile } from "../../../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../../../src/engine/usecases/payouts/pay-invoice";
import { recordsOf } from "../../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";

const january = "inv_2026-01_USD";
const opened = moneyRun(
  startedProgram({
    rewards: [
      rewardRow("a", 20),
      rewardRow("b", 30, { partner: "ptn_2" }),
      rewardRow("c", -5, { partner: "ptn_3" }),
    ],
  }),
  "2026-02-01",
);
const final = moneyRun(opened, "2026-02-08");

describe("finalizing by hand", () => {
  test("says what each partner gets and what is carried", () => {
    const { program, output } = act(
      opened,
      finalizeInvoiceByHand,
      { invoice: january },
      "2026-02-05",
    );

    expect(output).toMatchObject({
      status: "Final",
      lines: 2,
      total: { amount: 5000, text: "50.00" },
      payouts: [
        { partner: "ptn_1", amount: { text: "20.00" } },
        { partner: "ptn_2", amount: { text: "30.00" } },
      ],
      carried: [{ partner: "ptn_3", amount: { text: "-5.00" } }],
    });
    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "approved",
      decidedBy: "ann@example.com",
    });
    expect(recordsOf(program, "activity")).toMatchObject([
      { what: "Finalized an invoice", record: january, from: "In review", to: "Final" },
    ]);
  });

  test("is refused twice, and for an unknown invoice", () => {
    const attempt = (invoice: string) =>
      refusal(() => act(final, finalizeInvoiceByHand, { invoice }, "2026-02-09"));
    expect(attempt(january)).toBe("INVOICE_NOT_IN_REVIEW");
    expect(attempt("inv_2026-02_USD")).toBe("INVOICE_UNKNOWN");
  });
});

describe("paying", () => {
  test("one payout: its lines become paid, and the invoice stays Final while another is open", () => {
    const given = {
      invoice: january,
      payouts: [`pay_${january}/ptn_1`],
      paidOn: "2026-02-13",
      reference: "SEPA 17",
    };
    const { program, output } = act(final, payInvoice, given, "2026-02-14");

    expect(output).toMatchObject({ status: "Final", rewards: 1, paidOn: "2026-02-13" });
    expect(byKey(program, "rewards", "a")).toMatchObject({
      status: "paid",
      accepted: { status: "paid", amount: 2000 },
      paidOn: "2026-02-13",
      estimatedPayment: "2026-02-13",
      decidedBy: "ann@example.com",
      decidedOn: "2026-02-14",
    });
    expect(byKey(program, "payouts", `pay_${january}/ptn_1`)).toMatchObject({
      status: "paid",
      reference: "SEPA 17",
    });
    expect(refusal(() => act(program, payInvoice, given, "2026-02-15"))).toBe("PAYOUT_SETTLED");
  });

  test("all at once: the invoice is Paid when no payout is open, and paid once", () => {
    const { program, output } = act(
      final,
      payInvoice,
      { invoice: january, neverSent: true },
      "2026-02-13",
    );

    expect(output).toMatchObject({ status: "Paid", paidOn: "2026-02-13", rewards: 2 });
    expect(byKey(program, "invoices", january).status).toBe("Paid");
    expect(recordsOf(program, "activity")).toMatchObject([
      { what: "Paid 2 payouts of invoice 2026-01 USD", record: january, from: "Final" },
    ]);
    expect(
      refusal(() => act(program, payInvoice, { invoice: january, neverSent: true }, "2026-02-14")),
    ).toBe("INVOICE_PAID");
  });

  test("without a list, what was never in a file is paid only with its own tick (PAYOUT-1)", () => {
    const paidWith = changed(final, (work) => {
      work.update("partners", "ptn_1", { payoutMethod: "PayPal", paymentEmail: "a@b.example" });
    });
    const pay = (program: Program, more: object) =>
      act(program, payInvoice, { invoice: january, ...more }, "2026-02-13");
    const statuses = (program: Program) =>
      recordsOf(program, "payouts").map(({ partner, status }) => `${partner} ${status}`);

    expect(refusal(() => pay(paidWith, {}))).toBe("PAYOUT_NEVER_SENT");
    const file = { invoice: january, format: "PayPal" };
    const sent = act(paidWith, makePaymentFile, file, "2026-02-12").program;
    expect(statuses(sent)).toEqual(["ptn_1 sent", "ptn_2 open"]);
    const shown = act(sent, showInvoice, { invoice: january }, "2026-02-12").output;
    expect(shown).toMatchObject({
      sent: { count: 1, amount: "20.00" },
      neverSent: { count: 1, amount: "30.00" },
    });

    const marked = pay(sent, {});
    expect(marked.output).toMatchObject({ status: "Final", rewards: 1 });
    expect(statuses(marked.program)).toEqual(["ptn_1 paid", "ptn_2 open"]);
    expect(refusal(() => pay(marked.program, { neverSent: "no" }))).toBe("PAYOUT_NEVER_SENT");
    const all = pay(marked.program, { neverSent: "yes" });
    expect(all.output).toMatchObject({ status: "Paid", rewards: 1 });
    expect(statuses(pay(sent, { neverSent: "yes" }).program)).toEqual(["ptn_1 paid", "ptn_2 paid"]);
  });

  test("is refused before the invoice is final, and for an unknown payout", () => {
    expect(
      refusal(() => act(opened, payInvoice, { invoice: january, neverSent: true }, "2026-02-05")),
    ).toBe("INVOICE_NOT_FINAL");
    expect(
      refusal(() => act(final, payInvoice, { invoice: january, payouts: ["pay_x"] }, "2026-02-09")),
    ).toBe("PAYOUT_UNKNOWN");
  });

  test("is refused if the lines no longer add up to the payout", () => {
    const lost = changed(final, (work) => work.remove("rewards", "a"));
    expect(
      refusal(() => act(lost, payInvoice, { invoice: january, neverSent: true }, "2026-02-13")),
    ).toBe("PAYOUT_NOT_ITS_LINES");
  });

  test("an amount typed over on a final invoice is restored before it is paid", () => {
    const typed = changed(final, (work) => work.update("rewards", "a", { amount: 9900 }));
    const { program } = act(typed, payInvoice, { invoice: january, neverSent: true }, "2026-02-13");
    expect(byKey(program, "rewards", "a")).toMatchObject({ amount: 2000, status: "paid" });
    const offered = recordsOf(program, "rewards").find(({ adjusts }) => adjusts === "a");
    expect(offered).toMatchObject({ amount: 7900, status: "held" });
  });

  test("a drip whose rewards are all paid is Complete", () => {
    const drip = {
      key: "drip_1",
      partner: "ptn_1",
      occurrences: 1,
      issued: 1,
      currency: "USD",
      amount: 20,
      mode: "per occurrence",
      rounding: "half away from zero",
      eventDate: "2026-01-10",
      delayUnit: "months",
      cycleUnit: "months",
    };
    const part = {
      ...rewardRow("drip_1#1", 20, { source: "drip", drip: "drip_1" }),
      occurrence: 1,
    };
    const started = startedProgram({ drips: [drip], rewards: [part] });
    const due = moneyRun(moneyRun(started, "2026-02-01"), "2026-02-08");
    expect(byKey(due, "drips", "drip_1").status).toBe("Created");

    const { program } = act(due, payInvoice, { invoice: january, neverSent: true }, "2026-02-13");
    expect(byKey(program, "drips", "drip_1")).toMatchObject({
      status: "Complete",
      paidSoFar: 2000,
    });
  });
});

describe("pausing", () => {
  test("keeps an invoice in review past its window; resumed, the next run makes it final", () => {
    const paused = act(opened, pauseInvoice, { invoice: january, paused: "yes" }, "2026-02-05");
    const later = moneyRun(paused.program, "2026-02-20");
    expect(byKey(later, "invoices", january).status).toBe("In review");

    const resumed = act(later, pauseInvoice, { invoice: january, paused: "no" }, "2026-02-20");
    expect(byKey(moneyRun(resumed.program, "2026-02-21"), "invoices", january).status).toBe(
      "Final",
    );
    expect(recordsOf(resumed.program, "activity").map(({ what }) => what)).toEqual([
      "Paused an invoice",
      "Resumed an invoice",
    ]);
  });

  test("is refused once the invoice is final", () => {
    const given = { invoice: january, paused: "yes" };
    expect(refusal(() => act(final, pauseInvoice, given, "2026-02-09"))).toBe(
      "INVOICE_NOT_IN_REVIEW",
    );
  });
});
