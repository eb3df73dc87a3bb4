import { recordsOf } from "../../support/program";
import {
  customer,
  judgeOn,
  paid,
  partner,
  programWith,
  retyped,
  rules,
  sale,
  trigger,
  typed,
} from "./judge-on";

const inGold = rules({ all: [{ fact: "partner.Group", operator: "equal", value: "gold" }] });
const onPartners = { event: "partner joined or changed group" };
const move = (key: string, group: string, more = {}) =>
  trigger(key, { action: "move the partner to a group", group, ...more });
const rewardKeys = (program: Parameters<typeof recordsOf>[0]) =>
  recordsOf(program, "rewards").map(({ key }) => key);

describe("an action recorded", () => {
  const review = trigger("review", {
    event: "action recorded",
    amount: 10,
    rules: rules({
      all: [
        { fact: "action.Kind", operator: "equal", value: "review" },
        { fact: "action.Count", operator: "greaterThanInclusive", value: 2 },
      ],
    }),
  });

  test("earns its amount per row, whatever its count, for the customer's partner", () => {
    const program = programWith({
      triggers: [review],
      actions: [
        { key: "A1", kind: "review", count: 5, date: "2026-02-01", customer: "acme" },
        { key: "A2", kind: "review", date: "2026-02-02", customer: "acme" },
        { key: "A3", kind: "demo", count: 5, date: "2026-02-03", customer: "acme" },
      ],
    });
    const after = judgeOn(program, "2026-02-03").program;
    expect(
      recordsOf(after, "rewards").map(({ key, partner: who, amount }) => [key, who, amount]),
    ).toEqual([["A1/review", "ann", 1000]]);
    expect(recordsOf(after, "actions").map(({ judged }) => judged)).toMatchObject([
      { key: "A1", day: "2026-02-03", number: 1, acted: ["review"] },
      { key: "A2", day: "2026-02-03", number: 2, acted: [] },
      { key: "A3", day: "2026-02-03", number: 3, acted: [] },
    ]);
    expect(judgeOn(after, "2026-02-04").judged).toBe(0);
  });

  test("counts for its own partner where it names one, and waits for one that is unknown", () => {
    const program = programWith({
      partners: [partner(), partner({ key: "bob", name: "Bob", email: "b@bob.test" })],
      triggers: [review],
      actions: [
        {
          key: "A1",
          kind: "review",
          count: 2,
          date: "2026-02-01",
          customer: "acme",
          partner: "bob",
        },
        { key: "A2", kind: "review", count: 2, date: "2026-02-01", partner: "bob" },
        { key: "A3", kind: "review", count: 2, date: "2026-02-01", partner: "eve" },
        { key: "A4", kind: "review", count: 2, date: "2026-02-01" },
      ],
    });
    const { program: after, problems } = judgeOn(program, "2026-02-01");
    expect(recordsOf(after, "rewards").map(({ partner: who }) => who)).toEqual(["bob", "bob"]);
    expect(problems.map(({ at }) => at)).toEqual([
      { table: "Actions", row: "A3", column: "Partner" },
    ]);
    expect(recordsOf(after, "actions").map(({ outcome }) => outcome)).toEqual([
      "“Trigger review” granted 10.00 USD",
      "“Trigger review” granted 10.00 USD",
      "waits: no usable partner “eve”",
      "no partner",
    ]);
  });
});

describe("a partner who joins", () => {
  test("is judged once, on the day of joining, and its group is remembered", () => {
    const program = programWith({
      partners: [{ key: "new", name: "New", joinedOn: "2026-02-01", group: "gold" }],
      customers: [],
      triggers: [trigger("welcome", { ...onPartners, amount: 25, rules: inGold })],
    });
    const before = judgeOn(program, "2026-01-31").program;
    const after = judgeOn(before, "2026-02-02").program;
    expect(rewardKeys(before)).toEqual([]);
    expect(recordsOf(after, "rewards")[0]).toMatchObject({
      key: "new/welcome",
      earnedOn: "2026-02-01",
    });
    expect(recordsOf(after, "partners")[0]).toMatchObject({
      judged: { key: "new", day: "2026-02-02", since: "2026-01-31", number: 1, acted: ["welcome"] },
      groupJudged: "gold",
    });
    expect(judgeOn(after, "2026-02-03").judged).toBe(0);
  });
});

describe("a change of group", () => {
  const start = programWith({
    partners: [partner({ group: "base" })],
    triggers: [trigger("promoted", { ...onPartners, amount: 25, rules: inGold })],
  });

  test("in the sheet is an event of the day on which it is noticed", () => {
    const after = judgeOn(
      retyped(start, "partners", "ann", { group: "gold" }),
      "2026-02-02",
    ).program;
    expect(rewardKeys(after)).toEqual(["ann@2026-02-02 gold/promoted"]);
    expect(judgeOn(after, "2026-02-02").judged).toBe(0);
  });

  test("and back between two runs is no event", () => {
    const there = retyped(start, "partners", "ann", { group: "gold" });
    const back = retyped(there, "partners", "ann", { group: "base" });
    expect(rewardKeys(judgeOn(back, "2026-02-02").program)).toEqual([]);
  });

  test("by a trigger is an event of the same run, judged right after the one that caused it", () => {
    const big = rules({
      all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 500 }],
    });
    const program = typed(start, {
      triggers: [move("up", "gold", { rules: big })],
      transactions: [sale("S1", "2026-02-01", 501), sale("S2", "2026-02-02", 502)],
    });
    const after = judgeOn(program, "2026-02-02").program;
    expect(recordsOf(after, "rewards")).toMatchObject([
      { key: "ann@S1/promoted", earnedOn: "2026-02-01", partner: "ann", transaction: null },
    ]);
    expect(recordsOf(after, "partners")[0]).toMatchObject({ group: "gold", groupJudged: "gold" });
    expect(recordsOf(after, "transactions").map(({ outcome }) => outcome)).toEqual([
      "“Trigger up” moved the partner to gold · for the move: “Trigger promoted” granted 25.00 USD",
      "“Trigger up” found the partner in gold",
    ]);
    expect(judgeOn(after, "2026-02-02").judged).toBe(0);
  });

  test("moves the partner at most once an event: what the move itself would move is refused", () => {
    const program = typed(start, {
      triggers: [
        move("up", "gold", { order: 1 }),
        move("onward", "platinum", { ...onPartners, order: 2, rules: inGold }),
      ],
      transactions: [sale("S1", "2026-02-01", 5)],
    });
    const { program: after, problems } = judgeOn(program, "2026-02-01");
    expect(recordsOf(after, "partners")[0]?.group).toBe("gold");
    expect(problems.map(({ code, at }) => [code, at.row])).toEqual([["MOVE_REFUSED", "onward"]]);
  });

  test("that a trigger already caused is not judged a second time", () => {
    const program = typed(retyped(start, "partners", "ann", { group: "silver" }), {
      triggers: [move("up", "gold")],
      transactions: [sale("S1", "2026-02-01", 5)],
    });
    const after = judgeOn(program, "2026-02-02").program;
    expect(rewardKeys(after)).toEqual(["ann@S1/promoted"]);
    expect(recordsOf(after, "partners")[0]).toMatchObject({ group: "gold", groupJudged: "gold" });
  });
});

test("a test partner would be moved, and is not", () => {
  const program = programWith({
    partners: [partner({ group: "base", test: "yes" })],
    customers: [customer()],
    triggers: [move("up", "gold")],
    transactions: [sale("S1", "2026-02-01", 5)],
  });
  const after = judgeOn(program, "2026-02-01").program;
  expect(recordsOf(after, "partners")[0]?.group).toBe("base");
  expect(paid(after)).toEqual([]);
});
