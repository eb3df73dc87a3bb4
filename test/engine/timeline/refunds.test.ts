import type { Program } from "../../../src/engine/program/program";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import type { Given } from "../../support/program";
import { recordsOf } from "../../support/program";
import {
  byKey,
  changed,
  moneyRun,
  moneyRunWith,
  rewardRow,
  startedProgram,
} from "../invoices/money-run";
import { retyped } from "../judging/judge-on";
import { act, refusal } from "../usecases/act";

const transaction = (key: string, amount: number, more: Readonly<Record<string, string>> = {}) => ({
  key,
  customer: "cus_1",
  date: "2026-01-10",
  amount,
  ...more,
});
const flat = rewardRow("trx_1/flat", 50, { transaction: "trx_1", trigger: "flat" });
const percent = rewardRow("trx_1/percent", 20, {
  transaction: "trx_1",
  trigger: "percent",
  terms: "20 % of 100.00; half away from zero",
});
const given = (transactions: Given["transactions"], rewards: Given["rewards"] = [flat, percent]) =>
  startedProgram({ transactions: [transaction("trx_1", 100), ...(transactions ?? [])], rewards });

const lines = (program: Program) =>
  recordsOf(program, "rewards").map(({ key, amount, status }) => `${key} ${amount} ${status}`);
const outcome = (program: Program, key: string) => byKey(program, "transactions", key).outcome;

describe("which refunds count", () => {
  test.each([
    ["a negative amount without its sale", { amount: -10 }, "REFUND_INVALID"],
    ["another currency", { amount: 10, refundOf: "trx_1", currency: "EUR" }, "REFUND_INVALID"],
    ["a refund of a refund", { amount: 10, refundOf: "trx_ok" }, "REFUND_INVALID"],
    ["an unknown sale", { amount: 10, refundOf: "trx_9" }, "REFERENCE_UNKNOWN"],
  ])("%s is a problem and changes nothing", (_, row, code) => {
    const ok = transaction("trx_ok", 0, { refundOf: "trx_1" });
    const program = given([ok, { ...transaction("trx_bad", 0), ...row }]);

    const { program: after, problems } = moneyRunWith(program, "2026-01-20");
    expect(problems).toMatchObject([{ code, at: { table: "Transactions", row: "trx_bad" } }]);
    expect(lines(after)).toEqual(["trx_1/flat 5000 pending", "trx_1/percent 2000 pending"]);
  });

  test("a refund may leave its customer blank, since its sale names it; a sale may not", () => {
    const program = given([
      { ...transaction("trx_2", -25, { refundOf: "trx_1" }), customer: "" },
      { ...transaction("trx_3", 10), customer: "" },
    ]);
    expect(program.tables.transactions?.byKey.get("trx_2")?.problems).toEqual([]);
    expect(program.tables.transactions?.byKey.get("trx_3")?.problems).toMatchObject([
      { code: "CELL_BLANK", at: { column: "Customer" } },
    ]);
    expect(lines(moneyRun(program, "2026-01-20"))).toEqual([
      "trx_1/flat 5000 pending",
      "trx_1/percent 1500 pending",
    ]);
  });

  test("the amount may have either sign, and refunds of one sale add up", () => {
    const program = moneyRun(
      given([
        transaction("trx_2", -25, { refundOf: "trx_1" }),
        transaction("trx_3", 25, { refundOf: "trx_1" }),
      ]),
      "2026-01-20",
    );
    expect(lines(program)).toEqual(["trx_1/flat 5000 pending", "trx_1/percent 1000 pending"]);
    expect(outcome(program, "trx_2")).toBe("refund of 25.00 USD");
  });

  test("what exceeds the sale is ignored and noted; each takes effect on its day (TIME-3)", () => {
    const program = moneyRun(
      given([
        transaction("trx_2", 80, { refundOf: "trx_1" }),
        transaction("trx_3", 50, { refundOf: "trx_1", date: "2026-01-11" }),
      ]),
      "2026-01-20",
    );
    expect(lines(program)).toEqual(["trx_1/flat 5000 declined", "trx_1/percent 400 declined"]);
    expect(outcome(program, "trx_3")).toBe(
      "refund: 20.00 USD of 50.00 USD counts, the rest exceeds the sale",
    );
  });
});

describe("a refund's row is typed over", () => {
  const refunded = moneyRun(
    given([transaction("trx_2", 100, { refundOf: "trx_1" })]),
    "2026-01-20",
  );

  test.each([
    ["#REF!", "an error"],
    ["all of it", "words"],
  ])("changes nothing while its amount can't be read: %s", (amount) => {
    const broken = moneyRun(retyped(refunded, "transactions", "trx_2", { amount }), "2026-01-21");
    expect(lines(broken)).toEqual(lines(refunded));
    const mended = moneyRun(retyped(broken, "transactions", "trx_2", { amount: 50 }), "2026-01-22");
    expect(lines(mended)).toEqual(["trx_1/flat 5000 pending", "trx_1/percent 1000 pending"]);
  });
});

describe("before the invoice is final", () => {
  test("a declined reward comes back when the refund is archived; a held one is held again", () => {
    const held = { ...flat, status: "held", accepted: "held 50.00", reason: "late event" };
    const refunded = moneyRun(
      given([transaction("trx_2", 100, { refundOf: "trx_1" })], [held, percent]),
      "2026-01-20",
    );
    expect(byKey(refunded, "rewards", "trx_1/flat")).toMatchObject({
      status: "declined",
      reason: "refunded",
    });

    const withdrawn = changed(refunded, (work) => {
      work.update("transactions", "trx_2", { status: "archived" });
    });
    const after = moneyRun(withdrawn, "2026-01-21");
    expect(byKey(after, "rewards", "trx_1/flat")).toMatchObject({
      status: "held",
      reason: "late event",
    });
    expect(byKey(after, "rewards", "trx_1/percent")).toMatchObject({
      status: "pending",
      reason: null,
    });
    expect(outcome(after, "trx_2")).toBe("refund withdrawn");
  });

  test("a reward that a person declined stays declined", () => {
    const declined = { ...flat, status: "declined", accepted: "declined 50.00", reason: "fraud" };
    const refunded = given([transaction("trx_2", 100, { refundOf: "trx_1" })], [declined]);
    const withdrawn = changed(moneyRun(refunded, "2026-01-20"), (work) => {
      work.update("transactions", "trx_2", { status: "archived" });
    });
    expect(byKey(moneyRun(withdrawn, "2026-01-21"), "rewards", "trx_1/flat")).toMatchObject({
      status: "declined",
      reason: "fraud",
    });
  });

  test("an amount typed before a refund counts while it is nearer to 0 than what is calculated (TARGET-1a)", () => {
    const byHand = { ...percent, amount: 5, calculated: 20, accepted: "pending 5.00" };
    const half = moneyRun(
      given([transaction("trx_2", 50, { refundOf: "trx_1" })], [byHand]),
      "2026-01-20",
    );
    expect(byKey(half, "rewards", "trx_1/percent")).toMatchObject({
      amount: 500,
      calculated: 1000,
      status: "pending",
    });
  });

  test("one that exceeds what a refund leaves is reduced to that, and is held for a decision (TARGET-5)", () => {
    const byHand = { ...percent, amount: 17, calculated: 20, accepted: "pending 17.00" };
    const half = moneyRun(
      given([transaction("trx_2", 50, { refundOf: "trx_1" })], [byHand]),
      "2026-01-20",
    );
    expect(byKey(half, "rewards", "trx_1/percent")).toMatchObject({
      amount: 1000,
      status: "held",
      reason: "calculated 10.00, by hand 17.00, half was refunded",
    });
    const withdrawn = changed(
      half,
      (work) => void work.update("transactions", "trx_2", { status: "archived" }),
    );
    expect(byKey(moneyRun(withdrawn, "2026-01-21"), "rewards", "trx_1/percent")).toMatchObject({
      amount: 1700,
      calculated: 2000,
      status: "held",
    });
  });

  test("manual rewards and other sales' rewards are left alone", () => {
    const manual = rewardRow("man", 10, { transaction: "trx_1", source: "manual" });
    const other = rewardRow("trx_8/flat", 10, { transaction: "trx_8" });
    const program = given([transaction("trx_2", 100, { refundOf: "trx_1" })], [manual, other]);
    expect(lines(moneyRun(program, "2026-01-20"))).toEqual([
      "man 1000 pending",
      "trx_8/flat 1000 pending",
    ]);
  });
});

describe("after the invoice is final", () => {
  const final = moneyRun(moneyRun(given([]), "2026-02-01"), "2026-02-08");
  const refundedBy = (amount: number, program = final) =>
    moneyRun(
      changed(program, (work) => {
        work.insert("transactions", {
          key: "trx_2",
          customer: "cus_1",
          date: { day: "2026-02-09" as never, time: "" },
          amount: amount * 100,
          refundOf: "trx_1",
        });
      }),
      "2026-02-10",
    );

  test("a full refund proposes the opposite of each reward, held, with why", () => {
    const program = refundedBy(100);
    expect(lines(program).slice(2)).toEqual([
      "adj_1*trx_1/flat -5000 held",
      "adj_1*trx_1/percent -2000 held",
    ]);
    expect(byKey(program, "rewards", "adj_1*trx_1/flat")).toMatchObject({
      adjusts: "trx_1/flat",
      partner: "ptn_1",
      reason: "all was refunded",
      earnedOn: "2026-02-09",
      source: "adjustment",
      trigger: "flat",
    });
    expect(byKey(program, "rewards", "trx_1/flat").status).toBe("approved");
  });

  test("a partial refund leaves flat amounts, and proposes only the percent reward's share", () => {
    expect(lines(refundedBy(25)).slice(2)).toEqual(["adj_1*trx_1/percent -500 held"]);
  });

  const LINE = "adj_1*trx_1/percent";
  const moved = (program: Program, status: string, on: string, reward = LINE) =>
    act(program, setRewardStatus, { rewards: [reward], status, reason: "goodwill" }, on).program;
  const archive = (program: Program, status: "archived" | "active" = "archived") =>
    changed(program, (work) => {
      work.update("transactions", "trx_2", { status });
    });

  test("declined by a person, the difference stands, and the next refund takes only its own share (TARGET-3a)", () => {
    const waived = moved(refundedBy(25), "declined", "2026-02-11");
    expect(lines(moneyRun(waived, "2026-02-11"))).toHaveLength(3);

    const more = changed(waived, (work) => {
      work.insert("transactions", {
        key: "trx_3",
        customer: "cus_1",
        date: { day: "2026-02-12" as never, time: "" },
        amount: 2500,
        refundOf: "trx_1",
      });
    });
    expect(lines(moneyRun(more, "2026-02-12")).slice(3)).toEqual(["adj_2*trx_1/percent -500 held"]);
  });

  test("a refund from before the final invoice, withdrawn and then restored, has the same effect as at first", () => {
    const before = given([transaction("trx_2", 75, { refundOf: "trx_1" })]);
    const due = moneyRun(moneyRun(moneyRun(before, "2026-01-20"), "2026-02-01"), "2026-02-08");
    expect(byKey(due, "rewards", "trx_1/percent")).toMatchObject({ amount: 500 });
    const withdrawn = moneyRun(archive(due), "2026-02-10");
    expect(byKey(withdrawn, "rewards", LINE)).toMatchObject({ amount: 1500, status: "held" });

    const back = moneyRun(archive(withdrawn, "active"), "2026-02-12");

    expect(byKey(back, "rewards", LINE)).toMatchObject({
      amount: 0,
      status: "declined",
      reason: "nothing to adjust",
    });
    // What a person writes as the reason is theirs, and decides nothing.
    const noted = retyped(back, "rewards", LINE, { reason: "wrong" });
    expect(lines(moneyRun(noted, "2026-02-13"))).toEqual(lines(back));
    const again = moneyRun(archive(noted), "2026-02-14");
    // The same row serves again (TARGET-2d).
    expect(lines(again).filter((line) => line.startsWith("adj_"))).toEqual([`${LINE} 1500 held`]);
  });

  test("an archived refund leaves nothing to adjust; a final reward gets the opposite by the next line", () => {
    const early = moneyRun(archive(refundedBy(25)), "2026-02-11");
    expect(byKey(early, "rewards", LINE)).toMatchObject({
      status: "declined",
      reason: "nothing to adjust",
    });
    expect(lines(early)).toHaveLength(3);
    // Nobody brings back what adjusts nothing.
    expect(refusal(() => moved(early, "pending", "2026-02-12"))).toBe("REWARD_MOVE_ILLEGAL");
    const typed = moneyRun(retyped(early, "rewards", LINE, { status: "pending" }), "2026-02-12");
    expect(byKey(typed, "rewards", LINE)).toMatchObject({ status: "declined" });

    const approved = changed(moved(refundedBy(25), "approved", "2026-02-11"), (work) => {
      const later = { ...byKey(final, "rewards", "trx_1/flat"), transaction: null, invoice: null };
      const unknown = { accepted: null, acceptedFor: null };
      work.insert("rewards", {
        ...later,
        ...unknown,
        key: "later",
        earnedOn: "2026-02-20" as never,
      });
    });
    const locked = moneyRun(moneyRun(approved, "2026-03-01"), "2026-03-08");
    const reversed = moneyRun(archive(locked), "2026-03-09");
    expect(lines(reversed).slice(4)).toEqual(["adj_2*trx_1/percent 500 held"]);
    expect(lines(moneyRun(reversed, "2026-03-10"))).toHaveLength(5);
  });

  test("a change after a person approved the line holds it again, off its invoice (TARGET-2c)", () => {
    const approved = moved(refundedBy(25), "approved", "2026-02-11");
    const corrected = changed(moneyRun(approved, "2026-03-01"), (work) => {
      work.update("transactions", "trx_2", { amount: 50_00 });
    });
    expect(byKey(moneyRun(corrected, "2026-03-02"), "rewards", LINE)).toMatchObject({
      amount: -1000,
      status: "held",
      invoice: null,
      reason: "half was refunded",
    });
  });
});
