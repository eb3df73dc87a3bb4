import { setRewardStatus } from "../../../src/engine/usecases/set-reward-status";
import { rewardStatuses } from "../../../src/engine/vocabulary";
import { recordsOf } from "../../support/program";
import { byKey, moneyRun, rewardRow, startedProgram } from "../invoicing/money-run";
import { act, refusal } from "./act";

const withStatus = (status: string, more = {}) =>
  startedProgram({ rewards: [rewardRow("a", 20, { status, ...more })] });

const legal: Readonly<Record<string, readonly string[]>> = {
  pending: ["approved", "held", "declined"],
  approved: ["pending", "held", "declined"],
  held: ["pending", "approved", "declined"],
  declined: ["pending"],
  paid: [],
};

describe("the moves of a reward's status (product.md §5)", () => {
  test.each(rewardStatuses)("from %s", (from) => {
    for (const status of ["pending", "approved", "held", "declined"]) {
      const given = { rewards: "a", status, reason: "because" };
      const attempt = () => act(withStatus(from), setRewardStatus, given, "2026-02-04");
      if (status === from || legal[from]?.includes(status)) {
        expect(byKey(attempt().program, "rewards", "a")).toMatchObject({
          status,
          accepted: `${status} 20.00`,
        });
      } else {
        const code = from === "paid" ? "REWARD_LOCKED" : "REWARD_MOVE_ILLEGAL";
        expect(refusal(attempt)).toBe(code);
      }
    }
  });

  test("paid is no choice", () => {
    const given = { rewards: "a", status: "paid" };
    expect(refusal(() => act(withStatus("approved"), setRewardStatus, given, "2026-02-04"))).toBe(
      "INPUT_INVALID status",
    );
  });

  test("held and declined need a reason", () => {
    const given = { rewards: "a", status: "held" };
    expect(refusal(() => act(withStatus("pending"), setRewardStatus, given, "2026-02-04"))).toBe(
      "INPUT_INVALID reason",
    );
  });
});

describe("a reward on an invoice", () => {
  const opened = moneyRun(
    startedProgram({ rewards: [rewardRow("a", 20), rewardRow("b", 30)] }),
    "2026-02-01",
  );

  test("held, it leaves the invoice at once; released, it may be added again", () => {
    const held = act(
      opened,
      setRewardStatus,
      { rewards: "a", status: "held", reason: "ask Ada" },
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
      { rewards: "a", status: "approved" },
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
    const given = { rewards: "a", status: "declined", reason: "late" };
    expect(refusal(() => act(final, setRewardStatus, given, "2026-02-09"))).toBe("REWARD_LOCKED");
  });
});

describe("many at once", () => {
  const program = startedProgram({
    rewards: [rewardRow("a", 20), rewardRow("b", 30), rewardRow("c", 40, { status: "declined" })],
  });

  test("are one line of Activity", () => {
    const given = { rewards: "a\nb", status: "approved" };
    const { program: after } = act(program, setRewardStatus, given, "2026-02-04");
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Set 2 rewards to approved", record: "a\nb", from: "pending", to: "approved" },
    ]);
  });

  test("all move, or none", () => {
    const given = { rewards: "a\nc", status: "approved" };
    expect(refusal(() => act(program, setRewardStatus, given, "2026-02-04"))).toBe(
      "REWARD_MOVE_ILLEGAL",
    );
    expect(
      refusal(() => act(program, setRewardStatus, { ...given, rewards: "a\nzz" }, "2026-02-04")),
    ).toBe("REWARD_UNKNOWN");
  });
});

test("what was typed over in the sheet is taken over first, so that an act hides no edit", () => {
  const program = startedProgram({
    rewards: [{ ...rewardRow("a", 20), amount: 25 }],
  });
  const given = { rewards: "a", status: "approved" };
  const { program: after } = act(program, setRewardStatus, given, "2026-02-04");
  expect(byKey(after, "rewards", "a")).toMatchObject({
    amount: 2500,
    calculated: 2000,
    accepted: "approved 25.00",
  });
  expect(recordsOf(after, "activity").map(({ who }) => who)).toEqual([
    "in the sheet",
    "ann@example.com",
  ]);
});
