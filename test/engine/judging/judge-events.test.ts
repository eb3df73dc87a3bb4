import { begin } from "../../../src/engine/program/work";
import { advance, noDayEvents } from "../../../src/engine/timeline/advance";
import { cellsOf, envOn, recordsOf } from "../../support/program";
import {
  customer,
  judgeOn,
  outcomeOf,
  paid,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "./judge-on";

const flat = trigger("flat", { amount: 20 });

describe("markers", () => {
  test("judging again does nothing", () => {
    const program = programWith({
      triggers: [flat, trigger("bounty", { event: "customer created", amount: 5 })],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const first = judgeOn(program, "2026-02-01").program;
    const work = begin(first);
    const env = envOn("2026-02-02");
    const again = advance(work, env.today, env);
    expect(again).toEqual({ counts: noDayEvents, more: false, stoppedAt: null, waiting: [] });
    expect(work.changes().effects).toEqual([]);
    expect(paid(first)).toEqual(["acme: 5.00 pending", "S1: 20.00 pending"]);
  });

  test("a marker that names another row's key is ignored", () => {
    const first = judgeOn(
      programWith({ triggers: [flat], transactions: [sale("S1", "2026-02-01", 100)] }),
      "2026-02-01",
    ).program;
    const [judged] = cellsOf(first, "transactions").map((row) => row.judged);
    const copied = typed(first, {
      transactions: [sale("S2", "2026-02-01", 100, { judged: judged ?? "" })],
    });
    expect(paid(judgeOn(copied, "2026-02-02").program)).toEqual([
      "S1: 20.00 pending",
      "S2: 20.00 pending",
    ]);
  });

  test("a row whose marker is gone with all that it kept of it, as after a lost write, is judged again, and makes nothing twice", () => {
    const first = judgeOn(
      programWith({ triggers: [flat], transactions: [sale("S1", "2026-02-01", 100)] }),
      "2026-02-01",
    ).program;
    const bare = retyped(first, "transactions", "S1", { judged: "", judgedAs: "", outcome: "" });
    const again = judgeOn(bare, "2026-02-02").program;
    expect(paid(again)).toEqual(["S1: 20.00 pending"]);
    expect(recordsOf(again, "transactions")[0]?.judged).toMatchObject({
      key: "S1",
      day: "2026-02-02",
      number: 1,
      acted: ["flat"],
    });
    expect(outcomeOf(again, "S1")).toBe("“Trigger flat” was granted before");
  });

  test("a row whose Judged alone was emptied waits, and says so: a trigger that came later pays nothing for it (CELL-7e)", () => {
    const first = judgeOn(
      programWith({ triggers: [flat], transactions: [sale("S1", "2026-02-01", 100)] }),
      "2026-02-01",
    ).program;
    const later = programWith({
      triggers: [flat, { ...flat, key: "later", name: "Later" }],
      transactions: cellsOf(first, "transactions"),
      rewards: cellsOf(first, "rewards"),
    });
    const bare = retyped(later, "transactions", "S1", { judged: "" });
    const { program: again, problems } = judgeOn(bare, "2026-02-02");
    expect(paid(again)).toEqual(["S1: 20.00 pending"]);
    expect(problems).toMatchObject([{ code: "KEY_CHANGED", at: { row: "S1", column: "Judged" } }]);
  });

  test("a reward that a person deleted is never remade", () => {
    const first = judgeOn(
      programWith({ triggers: [flat], transactions: [sale("S1", "2026-02-01", 100)] }),
      "2026-02-01",
    ).program;
    const without = {
      ...first,
      tables: { ...first.tables, rewards: begin(programWith({})).program.tables.rewards },
    };
    expect(paid(judgeOn(without as typeof first, "2026-02-02").program)).toEqual([]);
  });

  test("a call judges a limited number of events, and the next one the rest", () => {
    const program = programWith({
      triggers: [flat],
      transactions: [1, 2, 3].map((i) => sale(`S${i}`, "2026-02-01", 100)),
    });
    const first = judgeOn(program, "2026-02-01", 2);
    const second = judgeOn(first.program, "2026-02-01", 2);
    expect(first).toMatchObject({ judged: 2, more: true });
    expect(second).toMatchObject({ judged: 2, more: false });
    expect(paid(second.program)).toHaveLength(3);
  });
});

describe("the order of events", () => {
  test("is date, then clock time, then key", () => {
    const at = (key: string, day: string, time: string) =>
      sale(key, day, 100, { date: { day, time } as never });
    const program = programWith({
      transactions: [
        at("D", "2026-02-02", "08:00:00"),
        at("C", "2026-02-01", "09:00:00"),
        at("B", "2026-02-01", "08:00:00"),
        at("E", "2026-02-01", "08:00:00"),
        at("A", "2026-02-02", ""),
      ],
    });
    const numbers = recordsOf(judgeOn(program, "2026-02-02").program, "transactions")
      .map(({ key, judged }) => [judged?.number, key] as const)
      .sort();
    expect(numbers.map(([, key]) => key)).toEqual(["B", "E", "C", "A", "D"]);
  });
});

describe("triggers", () => {
  test("all that match act, in their order", () => {
    const program = programWith({
      triggers: [
        trigger("b", { amount: 1, order: 2 }),
        trigger("a", { amount: 2, order: 2 }),
        trigger("c", { amount: 3, order: 1 }),
      ],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const after = judgeOn(program, "2026-02-01").program;
    expect(recordsOf(after, "transactions")[0]?.judged).toMatchObject({
      key: "S1",
      day: "2026-02-01",
      number: 1,
      acted: ["c", "a", "b"],
    });
  });

  test("in a set only the first match applies", () => {
    const big = rules({
      all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 500 }],
    });
    const program = programWith({
      triggers: [
        trigger("big", { amount: 50, order: 1, set: "size", rules: big }),
        trigger("small", { amount: 5, order: 2, set: "size" }),
        trigger("other", { amount: 1, order: 3 }),
      ],
      transactions: [sale("S1", "2026-02-01", 501), sale("S2", "2026-02-02", 500)],
    });
    expect(paid(judgeOn(program, "2026-02-02").program)).toEqual([
      "S1: 50.00 pending",
      "S1: 1.00 pending",
      "S2: 1.00 pending",
      "S2: 5.00 pending",
    ]);
  });

  test("only active triggers act, from their first day to their last, both included", () => {
    const dated = trigger("dated", { amount: 20, from: "2026-02-02", until: "2026-02-03" });
    const program = programWith({
      triggers: [
        dated,
        trigger("draft", { amount: 1, state: "draft" }),
        trigger("paused", { amount: 1, state: "paused" }),
      ],
      transactions: [1, 2, 3, 4].map((i) => sale(`S${i}`, `2026-02-0${i}`, 100)),
    });
    expect(paid(judgeOn(program, "2026-02-10").program)).toEqual([
      "S2: 20.00 pending",
      "S3: 20.00 pending",
    ]);
  });

  test("a bad cell is a problem, that trigger does not act, and all others do", () => {
    const program = programWith({
      triggers: [
        trigger("broken", { amount: 1, rules: "{" }),
        trigger("over", { percent: "120" }),
        trigger("backwards", { amount: 1, from: "2026-03-01", until: "2026-02-01" }),
        trigger("nocycle", { action: "start a drip", amount: 1, occurrences: 3 }),
        trigger("nowhere", { amount: 1, currency: "XXZ" }),
        flat,
      ],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const { program: after, problems } = judgeOn(program, "2026-02-01");
    expect(problems.map(({ code, at }) => [code, at.row, at.column])).toEqual([
      ["TRIGGER_INVALID", "backwards", "Until"],
      ["RULES_INVALID", "broken", "Rules"],
      ["TRIGGER_INVALID", "nocycle", "Cycle"],
      ["TRIGGER_INVALID", "over", "Percent"],
    ]);
    expect(paid(after)).toEqual(["S1: 20.00 pending"]);
  });

  test("a customer created is an event of its own", () => {
    const program = programWith({
      customers: [customer(), customer({ key: "bolt", name: "Bolt", email: "x@bolt.test" })],
      triggers: [
        trigger("second", {
          event: "customer created",
          amount: 30,
          rules: rules({ all: [{ fact: "partner.customers", operator: "equal", value: 2 }] }),
        }),
      ],
    });
    const after = judgeOn(program, "2026-01-15").program;
    expect(paid(after)).toEqual(["bolt: 30.00 pending"]);
    expect(recordsOf(after, "customers").map(({ judged }) => judged)).toMatchObject([
      { key: "acme", day: "2026-01-15", number: 1, acted: [] },
      { key: "bolt", day: "2026-01-15", number: 2, acted: ["second"] },
    ]);
  });

  test("a move to another group is seen by the triggers after it, and a second one is refused", () => {
    const inGold = rules({ all: [{ fact: "partner.Group", operator: "equal", value: "gold" }] });
    const move = (key: string, order: number, group: string) =>
      trigger(key, { order, group, action: "move the partner to a group" });
    const program = programWith({
      partners: [partner({ group: "base" })],
      triggers: [
        trigger("early", { amount: 1, order: 1, rules: inGold }),
        move("m1", 2, "gold"),
        trigger("late", { amount: 20, order: 3, rules: inGold }),
        move("m2", 4, "silver"),
      ],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const { program: after, problems } = judgeOn(program, "2026-02-01");
    expect(paid(after)).toEqual(["S1: 20.00 pending"]);
    expect(recordsOf(after, "partners")[0]?.group).toBe("gold");
    expect(problems.map(({ code, at }) => [code, at.row])).toEqual([["MOVE_REFUSED", "m2"]]);
  });
});

describe("limits of matching", () => {
  test.each([
    { fact: "partner.rewards", ask: "the same fact as one before it" },
    { fact: "partner.rewards this month", ask: "the same fact, of the month" },
  ])(
    "what a trigger granted is seen by the triggers after it that ask $ask (TIME-6)",
    ({ fact }) => {
      const below = (most: number) => rules({ all: [{ fact, operator: "lessThan", value: most }] });
      const program = programWith({
        triggers: [
          trigger("one", { order: 1, amount: 20, rules: below(15) }),
          trigger("two", { order: 2, amount: 7, rules: below(15) }),
          trigger("three", { order: 3, amount: 3, rules: below(25) }),
          trigger("four", { order: 4, amount: 1, rules: below(23) }),
        ],
        transactions: [sale("S1", "2026-02-01", 100)],
      });
      expect(paid(judgeOn(program, "2026-02-01").program)).toEqual([
        "S1: 20.00 pending",
        "S1: 3.00 pending",
      ]);
    },
  );

  test("the first n events are those with a reward that was not declined", () => {
    const program = programWith({
      triggers: [trigger("first", { amount: 20, firstEvents: 1 })],
      transactions: [sale("S1", "2026-02-01", 100), sale("S2", "2026-02-02", 100)],
    });
    const first = judgeOn(program, "2026-02-02").program;
    const declined = retyped(first, "rewards", "S1/first", { status: "declined", reason: "no" });
    const second = judgeOn(
      typed(declined, {
        transactions: [sale("S3", "2026-02-03", 100), sale("S4", "2026-02-04", 100)],
      }),
      "2026-02-04",
    ).program;
    expect(paid(first)).toEqual(["S1: 20.00 pending"]);
    expect(paid(second)).toEqual(["S1: 20.00 declined", "S3: 20.00 pending"]);
  });

  test("the first n events of a drip are those whose drip runs or has a reward that stands", () => {
    const program = programWith({
      triggers: [
        trigger("drip", {
          action: "start a drip",
          amount: 5,
          occurrences: 2,
          cycle: 1,
          firstEvents: 1,
        }),
      ],
      transactions: [sale("S1", "2026-02-01", 100), sale("S2", "2026-02-02", 100)],
    });
    const first = judgeOn(program, "2026-02-02").program;
    const ended = retyped(first, "drips", "drip_S1/drip", { endsOn: "2026-01-31" });
    const second = judgeOn(
      typed(ended, { transactions: [sale("S3", "2026-02-03", 100)] }),
      "2026-02-03",
    ).program;
    expect(recordsOf(first, "drips").map(({ key }) => key)).toEqual(["drip_S1/drip"]);
    expect(recordsOf(second, "drips").map(({ key }) => key)).toEqual([
      "drip_S1/drip",
      "drip_S3/drip",
    ]);
  });

  test("within n months means before the same day n months after the sign-up", () => {
    const program = programWith({
      customers: [customer({ createdOn: "2025-08-31" })],
      triggers: [trigger("half", { amount: 20, withinMonths: 6 })],
      transactions: [sale("S1", "2026-02-27", 100), sale("S2", "2026-02-28", 100)],
    });
    expect(paid(judgeOn(program, "2026-02-28").program)).toEqual(["S1: 20.00 pending"]);
  });
});
