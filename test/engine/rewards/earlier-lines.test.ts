import type { Program } from "../../../src/engine/program/program";
import { recordsOf } from "../../support/program";
import {
  byKey,
  changed,
  finalJanuary,
  moneyRun,
  rewardRow,
  startedProgram,
} from "../invoices/money-run";

/** Rows as earlier releases wrote them: one line a refund or edit, and no decisions. */
const sale = { key: "S", customer: "cus_1", date: "2026-01-10", amount: 100 };
const refund = (key: string, amount: number) => ({
  ...sale,
  key,
  amount,
  date: "2026-02-09",
  refundOf: "S",
});
const onFinal = { invoice: finalJanuary.key, firstInvoice: finalJanuary.key };
const TERMS = "20 % of 100.00; half away from zero";
const reward = rewardRow("S/t", 20, {
  transaction: "S",
  status: "approved",
  terms: TERMS,
  refunds: "R1\nR2",
  ...onFinal,
});
const line = (cause: string, amount: number, status: string, more = {}) =>
  rewardRow(`adj_${cause}*S/t`, amount, {
    source: "adjustment",
    adjusts: "S/t",
    earnedOn: "2026-02-09",
    status,
    reason: status === "approved" ? "" : "why",
    refunds: cause.startsWith("R") ? cause : "",
    ...more,
  });
const upgraded = (
  refunds: readonly ReturnType<typeof refund>[],
  ...lines: readonly ReturnType<typeof line>[]
): Program =>
  moneyRun(
    startedProgram(
      { transactions: [sale, ...refunds], rewards: [reward, ...lines], invoices: [finalJanuary] },
      { "last month opened": "2026-01" },
    ),
    "2026-02-20",
  );
const shown = (program: Program) =>
  recordsOf(program, "rewards")
    .filter(({ adjusts }) => adjusts !== null)
    .map(({ key, amount, status }) => `${key} ${amount / 100} ${status}`);
const refunded = (program: Program, amount: number) =>
  moneyRun(
    changed(program, (work) => {
      const date = { day: "2026-02-21" as never, time: "" };
      work.insert("transactions", {
        key: "R9",
        customer: "cus_1",
        date,
        amount: amount * 100,
        refundOf: "S",
      });
    }),
    "2026-02-21",
  );

describe("a workbook of an earlier release", () => {
  const two = [refund("R1", 25), refund("R2", 25)];

  test("two open lines become the older one (TARGET-2g)", () => {
    const program = upgraded(two, line("R1", -5, "held"), line("R2", -5, "held"));
    expect(shown(program)).toEqual(["adj_R1*S/t -10 held", "adj_R2*S/t 0 declined"]);
    expect(shown(moneyRun(program, "2026-02-21"))).toEqual(shown(program));
  });

  test("final lines are summed from their rows (TARGET-2)", () => {
    const program = upgraded(two, line("R1", -5, "approved", onFinal), line("R2", -5, "held"));
    expect(shown(program)).toEqual(["adj_R1*S/t -5 approved", "adj_R2*S/t -5 held"]);
    expect(shown(refunded(program, 50))).toEqual(["adj_R1*S/t -5 approved", "adj_R2*S/t -15 held"]);
  });

  test("what a person declined of a refund stays declined (TARGET-3a)", () => {
    const program = upgraded(
      two,
      line("R1", -5, "declined", { decidedBy: "ann@example.com" }),
      line("R2", -5, "held"),
    );
    expect(shown(program)).toEqual(["adj_R1*S/t -5 declined", "adj_R2*S/t -5 held"]);
    expect(byKey(program, "rewards", "S/t").decisions?.letStand).toEqual([
      { line: "adj_R1*S/t", declined: 1500, stood: 2000 },
    ]);
  });

  test("a line declined because its refund was withdrawn is used again (TARGET-2d)", () => {
    const program = upgraded(two, line("R1", -5, "declined", { decidedBy: "the program" }));
    expect(shown(program)).toEqual(["adj_R1*S/t -10 held"]);
  });

  test.each(["typed 2026-02-09 25.00", "again 2026-02-09", "undo run 2026-02-09"])(
    "a line of another cause (%s) counts as typed on its reward (TARGET-2e)",
    (cause) => {
      const program = upgraded([], line(cause, 5, "approved", onFinal));
      expect(shown(program)).toEqual([`adj_${cause}*S/t 5 approved`]);
      expect(byKey(program, "rewards", "S/t").decisions?.typed).toEqual({
        amount: 2500,
        calculated: 2000,
      });
      expect(shown(refunded(program, 50))[1]).toBe("adj_1*S/t -15 held");
    },
  );

  test("a reward that was held when a refund declined it is held again, for that reason (TARGET-1g)", () => {
    const declined = rewardRow("S/u", 20, {
      transaction: "S",
      status: "declined",
      reason: "refunded (it was held: late event)",
      decidedBy: "the program",
      refunds: "R1",
    });
    const program = startedProgram({
      transactions: [sale, { ...refund("R1", 100), status: "archived" }],
      rewards: [declined],
    });
    expect(byKey(moneyRun(program, "2026-02-20"), "rewards", "S/u")).toMatchObject({
      status: "held",
      reason: "late event",
      amount: 2000,
    });
  });

  test("an amount typed before its invoice is final counts as typed (TARGET-1a)", () => {
    const typed = rewardRow("S/u", 25, { transaction: "S", terms: TERMS });
    const program = startedProgram({
      transactions: [sale],
      rewards: [{ ...typed, calculated: 20 }],
    });
    const half = refunded(program, 50);
    expect(byKey(half, "rewards", "S/u")).toMatchObject({ amount: 1000, status: "held" });
  });
});
