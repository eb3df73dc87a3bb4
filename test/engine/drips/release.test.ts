import { cellsOf } from "../../support/program";
import { changed } from "../invoices/money-run";
import { dripProgram, madeOf, runOn, shownOf } from "../usecases/drip-program";

test("a reward row beyond the counter is a run that was cut off: the counter follows, and nothing is made twice", () => {
  const whole = runOn(dripProgram(), "2026-03-20");
  const cutOff = changed(whole, (work) => void work.update("drips", "d", { issued: 1 }));

  const after = runOn(cutOff, "2026-03-21");

  expect(madeOf(after)).toEqual(madeOf(whole));
  expect(shownOf(after)).toMatchObject({ issued: 3, toCome: 6_000, nextDate: "2026-04-15" });
  expect(cellsOf(after, "drips")[0]?.problems).toBe("");
});
