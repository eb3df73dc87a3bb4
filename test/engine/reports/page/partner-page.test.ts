import { begin } from "../../../../src/engine/program/work";
import { partnerPages } from "../../../../src/engine/reports/page/partner-page";
import { moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";

const pageOf = (rewards: Parameters<typeof startedProgram>[0]) => {
  const program = moneyRun(startedProgram(rewards), "2026-02-01");
  return partnerPages(begin(program)).get("ptn_1");
};

describe("the rewards on a partner's page (PARTNER-1)", () => {
  test("a declined one is shown with its reason, a line that adjusts nothing is not", () => {
    const shown = pageOf({
      rewards: [
        rewardRow("a", 20, { status: "declined", reason: "not theirs" }),
        rewardRow("b", 30),
        rewardRow("c", 0, { status: "declined", source: "adjustment", adjusts: "b" }),
      ],
    });
    expect(
      shown?.page.rewards.map(({ amount, status, reason }) => [amount, status, reason]),
    ).toEqual([
      [3000, "pending", undefined],
      [2000, "declined", "not theirs"],
    ]);
  });

  test("those of an earlier year stand apart, and the balance counts all of them", () => {
    const shown = pageOf({
      rewards: [
        rewardRow("a", 20, { earnedOn: "2025-11-10" }),
        rewardRow("b", 30, { earnedOn: "2026-01-10" }),
      ],
    });
    expect(shown?.page.rewards.map(({ amount }) => amount)).toEqual([3000]);
    expect(shown?.older.map(({ year, rewards }) => [year, rewards.length])).toEqual([[2025, 1]]);
    expect(shown?.page.balances).toMatchObject([{ currency: "USD", owed: 5000, pending: 5000 }]);
  });
});
