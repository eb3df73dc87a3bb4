import { readRules } from "../../src/engine/rules/read-rules";
import { toCell } from "../../src/engine/triggers/form";
import {
  blankTest,
  messagesAt,
  placesOf,
  type RuleGroup,
  withFormNumbers,
} from "../../src/ui/rules/rule-form";

const group = (match: RuleGroup["match"], ...items: RuleGroup["items"]): RuleGroup => ({
  kind: "group",
  match,
  items,
});

describe("the places of a form of rules", () => {
  test.each([
    ["all", group("all", blankTest, blankTest)],
    ["any", group("any", blankTest)],
    ["not, with one condition", group("not", blankTest)],
    ["not, with several", group("not", blankTest, blankTest)],
  ])("are those which refusals name: %s", (_, form) => {
    const read = readRules(toCell(form), new Map());
    const messages = read.ok ? [] : read.messages;
    expect(placesOf(form, "").map((place) => messagesAt(messages, place))).toEqual(
      form.items.map(() => ["It has no fact yet: choose one."]),
    );
  });

  test("are told from those of groups inside", () => {
    const inner = group("any", blankTest);
    const read = readRules(toCell(group("all", inner)), new Map());
    const messages = read.ok ? [] : read.messages;
    const [place = ""] = placesOf(group("all", inner), "");
    expect(messagesAt(messages, place)).toEqual([]);
    expect(placesOf(inner, place).map((each) => messagesAt(messages, each))).toEqual([
      ["It has no fact yet: choose one."],
    ]);
  });

  test("of the whole rule is the empty one", () => {
    const read = readRules(toCell(group("any")), new Map());
    expect(messagesAt(read.ok ? [] : read.messages, "")).toEqual([
      "It needs at least one condition in “any”.",
    ]);
  });
});

describe("a refusal of a place in the rule", () => {
  test.each([
    ["“all 1” has no fact yet: choose one.", "Condition 1 has no fact yet: choose one."],
    ["“all 2 › any 1” has no value.", "Condition 2 › 1 has no value."],
    ["The rule must have a list.", "The rule must have a list."],
    ["“Allowance” is unknown.", "“Allowance” is unknown."],
  ])("%p is told as %p beside the form", (message, told) => {
    expect(withFormNumbers(message)).toBe(told);
  });
});
