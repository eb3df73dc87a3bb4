import { cellWords } from "../../../src/engine/kernel/cell-words";
import { explainReward } from "../../../src/engine/usecases/rewards/explain-reward";
import { runOn } from "../../support/run-on";
import { changed } from "../invoices/money-run";
import { act } from "../usecases/act";
import { dripProgram, dripRow } from "../usecases/drip-program";

const rate = { amount: "", percent: "20", base: 458.92, transaction: "trx_1" };
const sale = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 458.92 };
const begun = (more: object) =>
  runOn(
    dripProgram({}, { drips: [dripRow("d", { ...rate, ...more })], transactions: [sale] }),
    "2026-01-15",
  );

/** 100.00 of the sale are given back on 1 February. */
const refunded = (more: object = {}) =>
  runOn(
    changed(begun(more), (work) => {
      const date = { day: "2026-02-01" as never, time: "" };
      work.insert("transactions", {
        key: "trx_2",
        customer: "cus_1",
        date,
        amount: -10_000,
        refundOf: "trx_1",
      });
    }),
    "2026-02-20",
  );
const sentencesOf = (program: ReturnType<typeof refunded>, reward: string) =>
  act(program, explainReward, { reward }, "2026-02-20")
    .output.lines.map(({ says }) => cellWords(says))
    .filter((line) => /^(Amount|On what|.*kept)/.test(line));

describe("why an occurrence has its amount", () => {
  test("a flat amount says so", () => {
    const flat = runOn(dripProgram(), "2026-01-20");
    expect(sentencesOf(flat, "d#1")).toEqual(["Amount: flat 20.00 USD."]);
  });

  test("a percent gives the arithmetic and the rounding", () => {
    expect(sentencesOf(begun({}), "d#1")).toEqual([
      "Amount: 20 % of 458.92 USD = 91.784, rounded to 91.78 USD.",
    ]);
  });

  test("made after a partial refund, it is worked out on what the customer kept", () => {
    expect(sentencesOf(refunded(), "d#2")).toEqual([
      "Amount: 20 % of 358.92 USD = 71.784, rounded to 71.78 USD.",
      "the customer kept 358.92 USD of 458.92 USD.",
    ]);
  });

  test("made before the refund, it is followed by what the refund changed", () => {
    expect(sentencesOf(refunded(), "d#1")).toEqual([
      "Amount: 20 % of 458.92 USD = 91.784, rounded to 91.78 USD.",
      "On what the customer kept: 20 % of 358.92 USD = 71.784, rounded to 71.78 USD.",
    ]);
  });

  test("a part of a split names its part, and a limit says what it left", () => {
    const split = { mode: "split a total", limitCurrency: "USD", limitPerReward: 5 };
    expect(sentencesOf(refunded(split), "d#1")).toEqual([
      "Amount: 20 % of 458.92 USD = 91.784, rounded to 91.78 USD, split in 6: part 1 is 15.30 USD.",
      "On what the customer kept: 20 % of 358.92 USD = 71.784, rounded to 71.78 USD, part 1 of 6, at most 5.00 USD: 5.00 USD.",
    ]);
  });
});
