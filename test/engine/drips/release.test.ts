import { cellsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { changed } from "../invoices/money-run";
import { dripProgram, madeOf, shownOf } from "../usecases/drip-program";

test("a reward row beyond the counter means an interrupted run: the counter catches up, and nothing is made twice", () => {
  const whole = runOn(dripProgram(), "2026-03-20");
  const cutOff = changed(whole, (work) => void work.update("drips", "d", { issued: 1 }));

  const after = runOn(cutOff, "2026-03-21");

  expect(madeOf(after)).toEqual(madeOf(whole));
  expect(shownOf(after)).toMatchObject({ issued: 3, toCome: 6_000, nextDate: "2026-04-15" });
  expect(cellsOf(after, "drips")[0]?.problems).toBe("");
});

test("a full refund dated before its sale counts at the sale's date: the part due then is made whole, and declined (TIME-1d, TIME-5a)", () => {
  const sale = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 200 };
  const refund = { ...sale, key: "trx_2", date: "2026-01-10", refundOf: "trx_1" };
  const terms = { transaction: "trx_1", amount: "", percent: "10 %", base: 200 };

  const after = runOn(dripProgram(terms, { transactions: [sale, refund] }), "2026-02-20");

  expect(madeOf(after)).toEqual(["1: 2026-01-15 20.00 declined"]);
});

test("a part that came to zero stays so where Settled was cleared, whatever room there is since (LIMIT-9)", () => {
  const cleared = dripProgram({ issued: 0, settled: "", emptyParts: "1" });

  const after = runOn(cleared, "2026-02-20");

  expect(madeOf(after)).toEqual(["2: 2026-02-15 20.00 pending"]);
});
