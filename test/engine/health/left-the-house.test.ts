import { remember } from "../../../src/engine/invoices/left-the-house";
import { day } from "../../../src/engine/kernel/day";
import type { Left } from "../../../src/engine/kernel/left";
import { type Sentence, wordsOf } from "../../../src/engine/kernel/message";
import type { Program } from "../../../src/engine/program/program";
import { makePaymentFile } from "../../../src/engine/usecases/payouts/make-payment-file";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { checkHealth } from "../../../src/engine/usecases/program/check-health";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn } from "../../support/program";
import { changed, moneyRun, rewardRow, startedProgram } from "../invoices/money-run";
import { act } from "../usecases/act";
import { refused } from "../usecases/refused";

const INVOICE = "inv_2026-01_USD";
const TODAY = "2026-02-14";
const final = moneyRun(
  moneyRun(
    startedProgram({
      partners: ["Ada", "Bela"].map((name, i) => ({
        key: `ptn_${i + 1}`,
        name,
        email: `${name}@partner.example`,
        payoutMethod: "PayPal",
        paymentEmail: `${name}@pay.example`,
      })),
      rewards: [rewardRow("a", 20), rewardRow("b", 30, { partner: "ptn_2" })],
    }),
    "2026-02-01",
  ),
  "2026-02-08",
);
const payment = { invoice: INVOICE, neverSent: true };
const paid = act(final, payInvoice, payment, TODAY).program;
const filed = changed(final, (work) => {
  for (const { key } of work.where("payouts", "invoice", INVOICE)) {
    work.update("payouts", key, { status: "sent", file: "a.csv", sentOn: day(TODAY) });
  }
});
const mailed = changed(final, (work) =>
  work.update("partners", "ptn_1", { statementsSent: ["2026-01"] as never }),
);
const ran = carryOut(final, run, { kind: "daily" }, envOn(TODAY)).program;

/** What is remembered once the program has become another. */
const leftBy = (after: Program): Left => remember(new Map(), final, after, day(TODAY));
/** As a reader sees it whose locale writes nothing as the sheet does. */
const read = (sentence: Sentence): string =>
  wordsOf(sentence, {
    money: (decimal) => `‹${decimal}›`,
    day: () => "‹day›",
    month: () => "‹month›",
    number: (n) => `‹${n}›`,
    invoice: () => "‹invoice›",
  });
const findings = (left: Left): readonly string[] => {
  const env = { ...envOn(TODAY), left: () => left };
  return checkHealth
    .decide(final, { page: null, skip: null, search: null }, env)
    .output.rows.flatMap(({ check, message }) =>
      check === "left-the-house" ? [read(message).split(/, and|:/)[0] ?? ""] : [],
    );
};

test("what the workbook lacks is said with days, months and invoices as the reader's locale has them (REFUSAL-8)", () => {
  expect(findings(leftBy(filed))).toEqual([
    "‹2› payouts of ‹invoice› went into a payment file on ‹day›",
  ]);
  expect(findings(leftBy(paid))).toEqual(["‹2› payouts of ‹invoice› were paid on ‹day›"]);
  expect(findings(leftBy(mailed))).toEqual(["‹1› statement for ‹month› was mailed by ‹day›"]);
  expect(findings(leftBy(ran))).toEqual(["The run of ‹day› is missing from Activity"]);
});

test("what is refused as done before names each partner and the day in the reader's locale (REFUSAL-8b)", () => {
  const env = { ...envOn(TODAY), left: () => leftBy(paid) };
  const none = { repeat: null, paidOn: null, reference: null, payouts: null };
  const again = refused(() => payInvoice.decide(final, { ...none, ...payment }, env));
  expect(read(again.sentence)).toContain(
    "the payout of Ada was recorded as paid on ‹day›; the payout of Bela was recorded as paid on ‹day›. Nothing was changed.",
  );
  const file = { invoice: INVOICE, format: "PayPal", again: null, preview: null, repeat: null };
  const twice = refused(() => makePaymentFile.decide(final, file as never, env));
  expect(read(twice.sentence)).toContain("Ada was recorded as paid on ‹day›; Bela was");
});
