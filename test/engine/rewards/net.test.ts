import { begin } from "../../../src/engine/program/work";
import { adjustedReward, netOf } from "../../../src/engine/rewards/net";
import { rewardRow, startedProgram } from "../invoices/money-run";

const line = (key: string, amount: number, adjusts: string, status = "held") =>
  rewardRow(key, amount, { source: "adjustment", adjusts, status, reason: "why" });
const workWith = (...rewards: readonly ReturnType<typeof rewardRow>[]) =>
  begin(startedProgram({ rewards }));
const netOfA = (...rewards: readonly ReturnType<typeof rewardRow>[]) => {
  const work = workWith(...rewards);
  const a = work.get("rewards", "a");
  return a && netOf(work, a);
};

describe("a reward's net (TARGET-13)", () => {
  test("is its row and its lines, an open one as if approved", () => {
    expect(netOfA(rewardRow("a", 20), line("l", -5, "a"), line("m", -3, "a", "approved"))).toBe(
      1200,
    );
  });

  test("leaves out what is declined, row or line", () => {
    const declined = rewardRow("a", 20, { status: "declined", reason: "no" });
    expect(netOfA(declined, line("l", -5, "a", "approved"))).toBe(-500);
    expect(netOfA(rewardRow("a", 20), line("l", -5, "a", "declined"))).toBe(2000);
  });

  test("includes lines that earlier releases made to correct a line", () => {
    expect(netOfA(rewardRow("a", 20), line("l", -5, "a"), line("m", 5, "l"))).toBe(2000);
  });
});

test("a line whose reward is gone, or that names itself, is its own", () => {
  const work = workWith(line("l", -5, "gone"), line("m", -5, "m"));
  for (const each of work.all("rewards")) {
    expect(adjustedReward(each, (key) => work.get("rewards", key))).toBe(each);
  }
});
