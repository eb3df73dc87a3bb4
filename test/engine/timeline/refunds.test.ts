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

  test("what exceeds the sale is ignored and noted", () => {
    const program = moneyRun(
      given([
        transaction("trx_2", 80, { refundOf: "trx_1" }),
        transaction("trx_3", 50, { refundOf: "trx_1", date: "2026-01-11" }),
      ]),
      "2026-01-20",
    );
    expect(lines(program)).toEqual(["trx_1/flat 5000 declined", "trx_1/percent 2000 declined"]);
    expect(outcome(program, "trx_3")).toBe(
      "refund: 20.00 USD of 50.00 USD counts, the rest exceeds the sale",
    );
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
      reason: "refunded (it was held: late event)",
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

  test("an amount changed by hand keeps its difference", () => {
    const byHand = { ...percent, amount: 17, calculated: 20, accepted: "pending 17.00" };
    const program = given([transaction("trx_2", 50, { refundOf: "trx_1" })], [byHand]);
    expect(byKey(moneyRun(program, "2026-01-20"), "rewards", "trx_1/percent")).toMatchObject({
      amount: 700,
      calculated: 1000,
    });
  });

  test("one changed by hand to less than a refund takes is held for a person when that refund is withdrawn", () => {
    const byHand = { ...percent, amount: 5, calculated: 20, accepted: "pending 5.00" };
    const cut = moneyRun(
      given([transaction("trx_2", 50, { refundOf: "trx_1" })], [byHand]),
      "2026-01-20",
    );
    expect(byKey(cut, "rewards", "trx_1/percent")).toMatchObject({ amount: 0, status: "pending" });

    const withdrawn = changed(
      cut,
      (work) => void work.update("transactions", "trx_2", { status: "archived" }),
    );
    expect(byKey(moneyRun(withdrawn, "2026-01-21"), "rewards", "trx_1/percent")).toMatchObject({
      status: "held",
      calculated: 2000,
      reason: "changed by hand before a refund that was withdrawn: check the amount",
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
      "adj_trx_2*trx_1/flat -5000 held",
      "adj_trx_2*trx_1/percent -2000 held",
    ]);
    expect(byKey(program, "rewards", "adj_trx_2*trx_1/flat")).toMatchObject({
      adjusts: "trx_1/flat",
      partner: "ptn_1",
      reason: "refund trx_2",
      earnedOn: "2026-02-09",
      source: "adjustment",
      trigger: "flat",
    });
    expect(byKey(program, "rewards", "trx_1/flat").status).toBe("approved");
  });

  test("a partial refund leaves flat amounts, and proposes only the percent reward's share", () => {
    expect(lines(refundedBy(25)).slice(2)).toEqual(["adj_trx_2*trx_1/percent -500 held"]);
  });

  test("declined, an adjustment is never proposed again, and the next refund takes only its own share", () => {
    const waived = changed(refundedBy(25), (work) => {
      work.update("rewards", "adj_trx_2*trx_1/percent", {
        status: "declined",
        accepted: "declined -5.00",
        reason: "goodwill",
      });
    });
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
    expect(lines(moneyRun(more, "2026-02-12")).slice(3)).toEqual([
      "adj_trx_3*trx_1/percent -500 held",
    ]);
  });

  test("a refund from before the final invoice, withdrawn and then back again, leaves what it left at first", () => {
    const status = (program: Program, to: string) =>
      changed(program, (work) => {
        work.update("transactions", "trx_2", { status: to as never });
      });
    const before = given([transaction("trx_2", 75, { refundOf: "trx_1" })]);
    const kept = moneyRun(moneyRun(moneyRun(before, "2026-01-20"), "2026-02-01"), "2026-02-08");
    expect(byKey(kept, "rewards", "trx_1/percent")).toMatchObject({ amount: 500 });
    const key = "adj_trx_2*trx_1/percent";
    const withdrawn = moneyRun(status(kept, "archived"), "2026-02-10");
    expect(byKey(withdrawn, "rewards", key)).toMatchObject({ amount: 1500, status: "held" });

    const back = moneyRun(status(withdrawn, "active"), "2026-02-12");

    expect(byKey(back, "rewards", key)).toMatchObject({ status: "declined" });
    // What a person writes as the reason is theirs, and decides nothing.
    const noted = retyped(back, "rewards", key, { reason: "wrong" });
    expect(lines(moneyRun(noted, "2026-02-13"))).toEqual(lines(back));
    expect(lines(back).filter((line) => line.startsWith("adj_"))).toHaveLength(1);
    const again = moneyRun(status(noted, "archived"), "2026-02-14");
    const net = recordsOf(again, "rewards")
      .filter((each) => /percent/.test(each.key) && each.status !== "declined")
      .reduce((sum, { amount }) => sum + amount, 0);
    expect(net).toBe(2000);
  });

  test("an archived refund takes its open proposals back; a final one gets its opposite", () => {
    const archive = (program: Program) =>
      changed(program, (work) => {
        work.update("transactions", "trx_2", { status: "archived" });
      });
    const early = moneyRun(archive(refundedBy(25)), "2026-02-11");
    expect(byKey(early, "rewards", "adj_trx_2*trx_1/percent")).toMatchObject({
      status: "declined",
      reason: "refund withdrawn",
    });
    expect(lines(early)).toHaveLength(3);
    // Brought back, it would take the money a second time.
    const key = "adj_trx_2*trx_1/percent";
    const given = { rewards: key, status: "pending", reason: null } as const;
    expect(refusal(() => act(early, setRewardStatus, given, "2026-02-12"))).toBe(
      "REWARD_MOVE_ILLEGAL",
    );
    const typed = moneyRun(retyped(early, "rewards", key, { status: "pending" }), "2026-02-12");
    expect(byKey(typed, "rewards", key)).toMatchObject({ status: "declined" });

    const approved = changed(refundedBy(25), (work) => {
      const key = "adj_trx_2*trx_1/percent";
      work.update("rewards", key, { status: "approved", accepted: "approved -5.00", reason: null });
      const later = { ...byKey(final, "rewards", "trx_1/flat"), transaction: null, invoice: null };
      work.insert("rewards", { ...later, key: "later", earnedOn: "2026-02-20" as never });
    });
    const locked = moneyRun(moneyRun(approved, "2026-03-01"), "2026-03-08");
    const reversed = moneyRun(archive(locked), "2026-03-09");
    expect(lines(reversed).slice(4)).toEqual(["adj_trx_2*adj_trx_2*trx_1/percent 500 held"]);
    expect(lines(moneyRun(reversed, "2026-03-10"))).toHaveLength(5);
  });
});
