import type { Program } from "../../src/engine/program/program";
import { readEndReason } from "../../src/engine/tables/packed/end-reason";
import { setRewardStatus } from "../../src/engine/usecases/rewards/set-reward-status";
import { byKey, changed, startedProgram } from "../engine/invoices/money-run";
import { act } from "../engine/usecases/act";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";
import { sale, trigger, withRow } from "./daily";

const monthly = {
  action: "start a drip",
  percent: "10",
  cycle: 1,
  cycleUnit: "months",
  occurrences: 4,
};
const begun = startedProgram({
  triggers: [
    trigger("flat", { amount: 50 }),
    trigger("rate", { percent: "20" }),
    trigger("drip", monthly),
  ],
  transactions: [sale("a", 100)],
});
const refund = (key: string, amount: number, date: string) => ({
  ...sale(key, amount, { date }),
  refundOf: "a",
});
const lines = (program: Program): readonly string[] =>
  [...recordsOf(program, "rewards")]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, amount, status }) => `${key} ${amount / 100} ${status}`);
const owed = (program: Program): number =>
  recordsOf(program, "rewards")
    .filter(({ status }) => status !== "declined")
    .reduce((sum, { amount }) => sum + amount, 0);

/** January's invoice is final, and paid or not. */
const inReview = runOn(begun, "2026-01-10", "2026-02-01");
const final = runOn(inReview, "2026-02-08");

describe("refunds (REFUND-1 to REFUND-11)", () => {
  test("E59: a partial refund scales percent rewards by what was kept, paid ones by an adjustment; flat ones stay", () => {
    const early = runOn(withRow(inReview, refund("r", 25, "2026-02-03")), "2026-02-03");
    expect(lines(early)).toEqual([
      "a/flat 50 pending",
      "a/rate 15 pending",
      "drip_a/drip#1 7.5 pending",
    ]);
    expect(byKey(early, "invoices", "inv_2026-01_USD").total).toBe(7250);

    const late = runOn(withRow(final, refund("r", 25, "2026-02-09")), "2026-02-10");
    expect(lines(late)).toEqual([
      "a/flat 50 approved",
      "a/rate 20 approved",
      "adj_1*a/rate -5 held",
      "adj_1*drip_a/drip#1 -2.5 held",
      "drip_a/drip#1 10 approved",
      "drip_a/drip#2 7.5 pending",
    ]);
    expect(byKey(late, "drips", "drip_a/drip").toCome).toBe(1500);
  });

  test("E60: when a customer is moved, what was earned and what runs stays; later sales are the new partner's", () => {
    const moved = changed(final, (work) => {
      work.update("customers", "cus_1", { partner: "ptn_2" });
    });
    const after = runOn(withRow(moved, sale("b", 30, { date: "2026-02-09" })), "2026-02-10");
    const owners = recordsOf(after, "rewards").map(({ key, partner }) => `${key} ${partner}`);
    expect(owners.sort()).toEqual([
      "a/flat ptn_1",
      "a/rate ptn_1",
      "b/flat ptn_2",
      "b/rate ptn_2",
      "drip_a/drip#1 ptn_1",
      "drip_a/drip#2 ptn_1",
      "drip_b/drip#1 ptn_2",
    ]);
    const refunded = runOn(withRow(after, refund("r", 100, "2026-02-11")), "2026-02-11");
    const taken = recordsOf(refunded, "rewards").filter(({ source }) => source === "adjustment");
    expect(taken.map(({ partner }) => partner)).toEqual(["ptn_1", "ptn_1", "ptn_1"]);
  });

  test("E61: a full refund before the invoice is final declines with a reason, and the invoice follows", () => {
    const after = runOn(withRow(inReview, refund("r", 100, "2026-02-03")), "2026-02-03");
    expect(lines(after).map((line) => line.split(" ")[2])).toEqual(Array(3).fill("declined"));
    expect(byKey(after, "rewards", "a/flat")).toMatchObject({
      reason: "refunded",
      invoice: null,
      estimatedPayment: null,
    });
    expect(byKey(after, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 0, total: 0 });
    expect(byKey(after, "drips", "drip_a/drip")).toMatchObject({
      status: "Terminated",
      endReason: readEndReason("refunded"),
    });
  });

  test("E62: a full refund after payment proposes one held line for each reward, which stays as it was", () => {
    const before = recordsOf(final, "rewards");
    const after = runOn(withRow(final, refund("r", 100, "2026-02-09")), "2026-02-09");
    for (const { key, amount, status } of before) {
      expect(byKey(after, "rewards", key)).toMatchObject({ amount, status });
      expect(byKey(after, "rewards", `adj_1*${key}`)).toMatchObject({
        amount: -amount,
        adjusts: key,
        status: "held",
        reason: "all was refunded",
      });
    }
    const rewards = before.map(({ key }) => `adj_1*${key}`);
    const given = { rewards, status: "approved" };
    const approved = act(after, setRewardStatus, given, "2026-02-10").program;
    expect(owed(approved)).toBe(0);
    const opened = runOn(approved, "2026-03-01");
    expect(byKey(opened, "invoices", "inv_2026-02_USD").total).toBe(-8000);
  });

  test("E63: refunds of one sale add up, and what exceeds the sale is ignored and noted", () => {
    const two = withRow(
      withRow(inReview, refund("r1", 60, "2026-02-03")),
      refund("r2", 60, "2026-02-04"),
    );
    const after = runOn(two, "2026-02-04");
    expect(owed(after)).toBe(0);
    expect(byKey(after, "transactions", "r2").outcome).toBe(
      "refund: 40.00 USD of 60.00 USD counts, the rest exceeds the sale",
    );
    expect(byKey(after, "drips", "drip_a/drip").endsOn).toBe("2026-02-04");
  });

  test("E64: a refund that is archived is reversed: in place before the invoice is final, the line follows after", () => {
    const archive = (program: Program) =>
      changed(program, (work) => {
        work.update("transactions", "r", { status: "archived" });
      });
    const early = runOn(withRow(inReview, refund("r", 25, "2026-02-03")), "2026-02-03");
    expect(lines(runOn(archive(early), "2026-02-04"))).toEqual(lines(inReview));

    const late = runOn(withRow(final, refund("r", 25, "2026-02-09")), "2026-02-09");
    const given = { rewards: ["adj_1*a/rate"], status: "approved" };
    const approved = act(late, setRewardStatus, given, "2026-02-09").program;
    const locked = runOn(approved, "2026-03-01", "2026-03-08");
    const before = owed(locked);
    const reversed = runOn(archive(locked), "2026-03-09");
    const added = lines(reversed).filter((line) => !lines(locked).includes(line));
    expect(added).toContain("adj_2*a/rate 5 held");
    expect(owed(reversed)).toBeGreaterThan(before);
    expect(byKey(reversed, "rewards", "adj_1*a/rate").amount).toBe(-500);
    expect(lines(runOn(reversed, "2026-03-09"))).toEqual(lines(reversed));
  });
});
