import { parseAction } from "../../../src/engine/actions";
import { day } from "../../../src/engine/kernel/day";
import type { Group, Test } from "../../../src/engine/rules/conditions";
import type { Trigger } from "../../../src/engine/tables";
import { overlapsOf } from "../../../src/engine/triggers/overlap";
import { programOf, recordsOf } from "../../support/program";
import { rules, trigger } from "../judging/judge-on";

const where = (fact: string, operator: string, value: Test["value"]): Test => ({
  fact,
  operator,
  value,
});
const at = { on: day("2026-03-10"), context: programOf().context };
const ruled = (key: string, conditions: Group, more = {}) => {
  const program = programOf({ triggers: [trigger(key, { rules: rules(conditions), ...more })] });
  const does = { action: "end the customer's drips", parameters: null } as const;
  const [record] = recordsOf(program, "triggers");
  const parsed = parseAction(record as Trigger);
  return { trigger: record as Trigger, conditions, does: parsed.ok ? parsed.value : does };
};
/** The keys of the others that overlap with the first. */
const overlap = (first: Group, second: Group, more = {}, firstMore = {}) =>
  overlapsOf(ruled("one", first, firstMore), [ruled("two", second, more)], at).map(
    ({ key }) => key,
  );

const amount = (operator: string, value: Test["value"]): Group => ({
  all: [where("transaction.Amount", operator, value)],
});
const plan = (value: string): Test => where("customer.Plan", "equal", value);

describe("triggers that can act on one event", () => {
  test.each<[string, Group, Group]>([
    ["always and always", { all: [] }, { all: [] }],
    [
      "at most 100 and at least 100",
      amount("lessThanInclusive", 100),
      amount("greaterThanInclusive", 100),
    ],
    ["one of two plans and one of them", { any: [plan("a"), plan("b")] }, { all: [plan("b")] }],
    ["facts that have nothing to do with each other", { all: [plan("a")] }, amount("equal", 5)],
    [
      "text and number of one column",
      { all: [plan("10")] },
      { all: [where("customer.Plan", "equal", 10)] },
    ],
    [
      "a fact held against another",
      { all: [plan("a")] },
      { all: [where("customer.Plan", "equal", { fact: "customer.Name" })] },
    ],
    ["not the one plan, and the other", { not: plan("a") }, { all: [plan("b")] }],
  ])("%s overlap", (_, first, second) => {
    expect(overlap(first, second)).toEqual(["two"]);
  });

  test.each<[string, Group, Group]>([
    [
      "less than 100 and at least 100",
      amount("lessThan", 100),
      amount("greaterThanInclusive", 100),
    ],
    ["between 1 and 5, and more than 5", amount("between", [1, 5]), amount("greaterThan", 5)],
    ["one plan and another", { all: [plan("a")] }, { all: [{ any: [plan("b"), plan("c")] }] }],
    [
      "one of some plans and none of them",
      { all: [where("customer.Plan", "in", ["a", "b"])] },
      { all: [where("customer.Plan", "notIn", ["a", "b", "c"])] },
    ],
    ["blank and a plan", { all: [where("customer.Plan", "isBlank", true)] }, { all: [plan("a")] }],
    [
      "before and after a day",
      { all: [where("customer.Created on", "before", "2026-01-01")] },
      { all: [where("customer.Created on", "after", "2026-01-01")] },
    ],
  ])("%s don't", (_, first, second) => {
    expect(overlap(first, second)).toEqual([]);
    expect(overlap(second, first)).toEqual([]);
  });

  test("only active ones of the same event, outside the set and with days in common count", () => {
    const both: Group = { all: [] };
    expect(overlap(both, both, { state: "draft" })).toEqual([]);
    expect(overlap(both, both, { event: "customer created", amount: 1 })).toEqual([]);
    expect(overlap(both, both, { set: "s" }, { set: "s" })).toEqual([]);
    expect(overlap(both, both, { set: "s" }, { set: "t" })).toEqual(["two"]);
    expect(overlap(both, both, { from: "2026-07-01" }, { until: "2026-06-30" })).toEqual([]);
    expect(overlap(both, both, { from: "2026-06-30" }, { until: "2026-06-30" })).toEqual(["two"]);
    expect(overlapsOf(ruled("one", both), [ruled("one", both)], at)).toEqual([]);
  });

  test("a move between two groups lets both act, since the second sees the new group", () => {
    const group = (value: string): Group => ({ all: [where("partner.Group", "equal", value)] });
    const move = { action: "move the partner to a group", group: "gold" };
    expect(overlap(group("base"), group("gold"))).toEqual([]);
    expect(overlap(group("base"), group("gold"), {}, move)).toEqual(["two"]);
  });

  test("a reward lets triggers for few and for many rewards both act, since the second sees what was granted", () => {
    const rewards = (operator: string): Group => ({
      all: [where("partner.rewards", operator, 100)],
    });
    const few = rewards("lessThan");
    const many = rewards("greaterThanInclusive");
    expect(overlap(few, many, { amount: 5 }, { amount: 5 })).toEqual(["two"]);
    const move = { action: "move the partner to a group", group: "gold" };
    expect(overlap(few, many, move, { ...move, group: "silver" })).toEqual([]);
  });
});
