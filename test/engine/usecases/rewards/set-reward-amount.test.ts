import fc from "fast-check";
import { takeOver } from "../../../../src/engine/edits/take-over";
import type { Program } from "../../../../src/engine/program/program";
import { setRewardAmount } from "../../../../src/engine/usecases/rewards/set-reward-amount";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { envOn, recordsOf } from "../../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";

const begun = startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", 9)] });
const opened = moneyRun(begun, "2026-02-01");
const final = moneyRun(opened, "2026-02-08");
const TODAY = "2026-02-09";
const give = (program: Program, amount: string, more: object = {}) =>
  act(program, setRewardAmount, { reward: "a", amount, currency: "USD", ...more }, TODAY);
/** Without names, which an act that doesn't read partners leaves to the next run. */
const rewards = (program: Program) =>
  [...recordsOf(program, "rewards")]
    .sort((x, y) => (x.key < y.key ? -1 : 1))
    .map((each) => ({ ...each, partnerName: null, customerName: null }));

describe("another amount for a reward, from the sidebar (EDIT-3, EDIT-4)", () => {
  test("counts at once while its invoice is in review, beside what the terms give", () => {
    const { program, output } = give(opened, "12.50", { reason: "agreed on the phone" });

    expect(output).toMatchObject({ from: { text: "20.00" }, to: { text: "12.50" }, line: null });
    expect(byKey(program, "rewards", "a")).toMatchObject({ amount: 1250, calculated: 2000 });
    expect(byKey(program, "invoices", "inv_2026-01_USD").total).toBe(2150);
    expect(recordsOf(program, "activity").at(-1)).toMatchObject({
      what: "Changed a reward's amount",
      from: "20.00 USD",
      to: "12.50 USD",
      why: "agreed on the phone",
    });
    expect(give(program, "20").output).toMatchObject({ to: { text: "20.00" } });
  });

  test("of a final one becomes a held line of the difference; a second amount changes that line", () => {
    const first = give(final, "25");
    expect(first.output).toMatchObject({ to: { text: "20.00" }, line: { text: "5.00" } });
    const second = give(first.program, "18");
    expect(second.output).toMatchObject({ to: { text: "20.00" }, line: { text: "-2.00" } });
    expect(byKey(second.program, "rewards", "a").amount).toBe(2000);
  });

  test("of a declined one waits, and in another currency there is none", () => {
    const decline = { rewards: ["a"], status: "declined", reason: "twice" };
    const declined = act(opened, setRewardStatus, decline, TODAY).program;
    expect(refusal(() => give(declined, "5"))).toBe("REWARD_MOVE_ILLEGAL");
    expect(refusal(() => give(opened, "5", { currency: "EUR" }))).toBe("INPUT_INVALID currency");
    expect(refusal(() => give(opened, "5", { reward: "gone" }))).toBe("REWARD_UNKNOWN");
    expect(refusal(() => give(opened, "5.001"))).toBe("INPUT_INVALID amount");
  });

  test("comes to the same as the amount typed over the cell, whatever it is and however often", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(opened, final),
        (amounts, begin) => {
          let [given, typed] = [begin, begin];
          for (const amount of amounts) {
            given = give(given, (amount / 100).toFixed(2)).program;
            const over = changed(typed, (work) => void work.update("rewards", "a", { amount }));
            // As the next act does first.
            typed = changed(over, (work) => takeOver(work as never, envOn(TODAY)));
          }
          expect(rewards(given)).toEqual(rewards(typed));
        },
      ),
      { numRuns: 60 },
    );
  });
});
