import { day } from "../../../../src/engine/kernel/day";
import { rewardStatuses } from "../../../../src/engine/kernel/vocabulary";
import type { Program } from "../../../../src/engine/program/program";
import { setRewardStatus } from "../../../../src/engine/usecases/rewards/set-reward-status";
import { takeBackStatus } from "../../../../src/engine/usecases/rewards/take-back-status";
import { recordsOf } from "../../../support/program";
import { byKey, changed, moneyRun, rewardRow, startedProgram } from "../../invoices/money-run";
import { act, refusal } from "../act";
import { refused } from "../refused";

const withStatus = (status: string, more = {}) =>
  startedProgram({ rewards: [rewardRow("a", 20, { status, ...more })] });

const legal: Readonly<Record<string, readonly string[]>> = {
  pending: ["approved", "held", "declined"],
  approved: ["pending", "held", "declined"],
  held: ["pending", "approved", "declined"],
  declined: ["pending"],
  paid: [],
};

describe("the moves of a reward's status (REWARD-4)", () => {
  test.each(rewardStatuses)("from %s", (from) => {
    for (const status of ["pending", "approved", "held", "declined"]) {
      const given = { rewards: ["a"], status, reason: "because" };
      const attempt = () => act(withStatus(from), setRewardStatus, given, "2026-02-04");
      if (status === from || legal[from]?.includes(status)) {
        expect(byKey(attempt().program, "rewards", "a")).toMatchObject({
          status,
          accepted: { status, amount: 2000 },
        });
      } else {
        const code = from === "paid" ? "REWARD_LOCKED" : "REWARD_MOVE_ILLEGAL";
        expect(refusal(attempt)).toBe(code);
      }
    }
  });

  test("paid can't be chosen", () => {
    const given = { rewards: ["a"], status: "paid" };
    expect(refusal(() => act(withStatus("approved"), setRewardStatus, given, "2026-02-04"))).toBe(
      "INPUT_INVALID status",
    );
  });

  test("held and declined need a reason", () => {
    const given = { rewards: ["a"], status: "held" };
    expect(refusal(() => act(withStatus("pending"), setRewardStatus, given, "2026-02-04"))).toBe(
      "INPUT_INVALID reason",
    );
  });
});

test("an approved reward is offered only invoices of its own month and later ones (INVOICE-8a)", () => {
  const program = moneyRun(
    startedProgram({
      rewards: [
        rewardRow("jan", 20),
        rewardRow("feb", 30, { earnedOn: "2026-02-15" }),
        rewardRow("held jan", 5, { status: "held", reason: "ask" }),
        rewardRow("held feb", 5, { status: "held", reason: "ask", earnedOn: "2026-02-28" }),
        rewardRow("held mar", 5, { status: "held", reason: "ask", earnedOn: "2026-03-01" }),
      ],
    }),
    "2026-03-09",
  );
  const offered = (of: Program, key: string) =>
    act(of, setRewardStatus, { rewards: [key], status: "approved" }, "2026-03-10").output.rewards[0]
      ?.couldGoOn;
  expect(offered(program, "held jan")).toBe("inv_2026-02_USD");
  expect(offered(program, "held feb")).toBe("inv_2026-02_USD");
  expect(offered(program, "held mar")).toBeNull();
  const onlyJanuary = changed(program, (work) => {
    work.update("invoices", "inv_2026-02_USD", { finalizedOn: day("2026-03-09") });
  });
  expect(offered(onlyJanuary, "held jan")).toBe("inv_2026-01_USD");
  expect(offered(onlyJanuary, "held feb")).toBeNull();
});

describe("a reward on an invoice", () => {
  const opened = moneyRun(
    startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", 30)] }),
    "2026-02-01",
  );

  test("put on hold, it leaves the invoice immediately; released, it may be added again", () => {
    const held = act(
      opened,
      setRewardStatus,
      { rewards: ["a"], status: "held", reason: "ask Ada" },
      "2026-02-03",
    );
    expect(byKey(held.program, "invoices", "inv_2026-01_USD")).toMatchObject({
      lines: 1,
      total: 3000,
    });
    expect(held.output.rewards).toEqual([
      { reward: "a", from: "pending", to: "held", estimatedPayment: null, couldGoOn: null },
    ]);

    const released = act(
      held.program,
      setRewardStatus,
      { rewards: ["a"], status: "approved" },
      "2026-02-04",
    );
    expect(released.output.rewards).toMatchObject([
      { estimatedPayment: "2026-03-13", couldGoOn: "inv_2026-01_USD" },
    ]);
    expect(byKey(released.program, "rewards", "a")).toMatchObject({
      invoice: null,
      reason: null,
      earnedOn: "2026-01-15",
    });
  });

  test("that is final is refused", () => {
    const final = moneyRun(opened, "2026-02-08");
    const given = { rewards: ["a"], status: "declined", reason: "late" };
    expect(refusal(() => act(final, setRewardStatus, given, "2026-02-09"))).toBe("REWARD_LOCKED");
  });
});

describe("many at once", () => {
  const program = startedProgram({
    rewards: [rewardRow("a", 20), rewardRow("b", 30), rewardRow("c", 40, { status: "declined" })],
  });

  test("are one line of Activity", () => {
    const given = { rewards: ["a", "b"], status: "approved" };
    const { program: after } = act(program, setRewardStatus, given, "2026-02-04");
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Set 2 rewards to approved", record: "a\nb", from: "pending", to: "approved" },
    ]);
  });

  test("those that can't move are named, the others move, and a second press changes nothing", () => {
    const given = { rewards: ["a", "c"], status: "approved" };
    const { program: after, output } = act(program, setRewardStatus, given, "2026-02-04");
    expect(output.rewards).toMatchObject([{ reward: "a", from: "pending", to: "approved" }]);
    expect(output.refused).toEqual([
      { reward: "c", message: "A reward that is declined can't be set to approved." },
    ]);
    expect(byKey(after, "rewards", "c").status).toBe("declined");

    const twice = act(after, setRewardStatus, given, "2026-02-04");
    expect(twice.changes.effects).toEqual([]);
  });

  test("if none can move, each is named", () => {
    const two = startedProgram({
      rewards: ["b", "c"].map((key) => rewardRow(key, 40, { status: "declined" })),
    });
    const given = { rewards: ["b", "c"], status: "approved" };
    const refusedAll = refused(() => act(two, setRewardStatus, given, "2026-02-04"));
    expect(refusedAll.problems.map(({ at, message }) => [at.row, message])).toEqual([
      ["b", "A reward that is declined can't be set to approved."],
      ["c", "A reward that is declined can't be set to approved."],
    ]);
    expect(
      refusal(() =>
        act(program, setRewardStatus, { ...given, rewards: ["a", "zz"] }, "2026-02-04"),
      ),
    ).toBe("REWARD_UNKNOWN");
  });
});

describe("a reward of a drip that is held for a possible self-referral", () => {
  const drip = { partner: "ptn_1", currency: "USD", amount: 20, occurrences: 3, issued: 2 };
  const terms = {
    eventDate: "2026-01-10",
    delayUnit: "months",
    cycle: 1,
    cycleUnit: "months",
    mode: "per occurrence",
    rounding: "half away from zero",
  };
  const held = { status: "held", source: "drip", drip: "drip_1", accepted: "held 20.00" };
  const program = startedProgram({
    drips: [{ key: "drip_1", ...drip, ...terms, heldReason: "possible self-referral" }],
    rewards: [
      rewardRow("drip_1#1", 20, { ...held, reason: "possible self-referral" }),
      rewardRow("drip_1#2", 20, { ...held, reason: "ask Ada" }),
    ],
  });
  const couldTrust = (rewards: readonly string[], status: string) =>
    act(program, setRewardStatus, { rewards, status, reason: "no" }, "2026-02-04").output
      .couldTrust;

  test("approving it asks whether to trust the rest of the drip; for another hold reason it does not", () => {
    expect(couldTrust(["drip_1#1", "drip_1#2"], "approved")).toEqual(["drip_1"]);
    expect(couldTrust(["drip_1#2"], "approved")).toEqual([]);
    expect(couldTrust(["drip_1#1"], "declined")).toEqual([]);
  });
});

describe("undoing a status change", () => {
  const opened = moneyRun(
    startedProgram({
      rewards: [
        rewardRow("a", 20, { status: "approved" }),
        rewardRow("b", 30),
        rewardRow("c", 40, { status: "held", reason: "late event" }),
      ],
    }),
    "2026-02-01",
  );
  const shown = (program: Program) =>
    ["a", "b", "c"].map((key) => {
      const { status, reason, invoice } = byKey(program, "rewards", key);
      return { status, reason, invoice };
    });
  const given = { rewards: ["a", "b", "c"], status: "declined", reason: "twice" };
  const declined = act(opened, setRewardStatus, given, "2026-02-03");
  const takeBack = (program: Program, today = "2026-02-04") =>
    act(program, takeBackStatus, { moves: declined.output.takeBack }, today);

  test("gives back status, reason and place on the invoice, as one line of Activity", () => {
    const { program, output } = takeBack(declined.program);
    expect(shown(program)).toEqual(shown(opened));
    expect(output.left).toBe(0);
    expect(byKey(program, "invoices", "inv_2026-01_USD")).toMatchObject({ lines: 2, total: 5000 });
    expect(recordsOf(program, "activity").map(({ what }) => what)).toEqual([
      "Set 3 rewards to declined",
      "Took back the status of 3 rewards",
    ]);
  });

  test("skips what has changed since, and is refused if everything has", () => {
    const moved = act(
      declined.program,
      setRewardStatus,
      { rewards: ["b"], status: "pending" },
      "2026-02-04",
    );
    expect(takeBack(moved.program).output).toMatchObject({
      left: 1,
      rewards: [{ reward: "a" }, { reward: "c" }],
    });
    const back = takeBack(declined.program);
    expect(refusal(() => takeBack(back.program))).toBe("REWARD_CHANGED");
  });

  test("does not put a reward back on an invoice that has become final", () => {
    const later = moneyRun(declined.program, "2026-02-08");
    const { program } = takeBack(later, "2026-02-09");
    expect(byKey(program, "rewards", "a")).toMatchObject({ status: "approved", invoice: null });
  });

  test("returns a reward that a refund had declined to the program, as if it had never been restored (TARGET-1i)", () => {
    const sold = { key: "S", customer: "cus_1", date: "2026-01-10", amount: 100 };
    const back = { ...sold, key: "R", date: "2026-01-12", refundOf: "S" };
    const program = moneyRun(
      startedProgram({
        transactions: [sold, back],
        rewards: [rewardRow("S/t", 20, { transaction: "S", status: "held", reason: "late event" })],
      }),
      "2026-01-20",
    );
    const moved = act(
      program,
      setRewardStatus,
      { rewards: ["S/t"], status: "pending" },
      "2026-01-21",
    );
    expect(byKey(moved.program, "rewards", "S/t").decisions?.typed).toEqual({
      amount: 2000,
      calculated: 0,
    });
    const { takeBack: moves } = moved.output;
    const after = act(moved.program, takeBackStatus, { moves }, "2026-01-21").program;
    expect(byKey(after, "rewards", "S/t")).toEqual(byKey(program, "rewards", "S/t"));
  });

  test("accepts only its own text", () => {
    const attempt = (moves: string) => () =>
      act(declined.program, takeBackStatus, { moves }, "2026-02-04");
    expect(refusal(attempt("b"))).toBe("INPUT_INVALID moves");
    expect(refusal(attempt('[["b","paid","declined",null,null]]'))).toBe("INPUT_INVALID moves");
  });
});

test("what was typed over in the sheet is accepted first, so that an action hides no edit", () => {
  const program = startedProgram({
    rewards: [{ ...rewardRow("a", 20), amount: 25 }],
  });
  const given = { rewards: ["a"], status: "approved" };
  const { program: after } = act(program, setRewardStatus, given, "2026-02-04");
  expect(byKey(after, "rewards", "a")).toMatchObject({
    amount: 2500,
    calculated: 2000,
    accepted: { status: "approved", amount: 2500 },
  });
  expect(recordsOf(after, "activity").map(({ who }) => who)).toEqual([
    "in the sheet",
    "ann@example.com",
  ]);
});
