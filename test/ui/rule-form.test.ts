import { readRules } from "../../src/engine/rules/read-rules";
import { toCell } from "../../src/engine/triggers/form";
import {
  blankTest,
  complaintText,
  messagesAt,
  placesOf,
  type RuleGroup,
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
    const complaints = read.ok ? [] : read.complaints;
    expect(placesOf(form, "").map((place) => messagesAt(complaints, place))).toEqual(
      form.items.map(() => ["It has no fact yet: choose one."]),
    );
  });

  test("are distinct from those of nested groups", () => {
    const inner = group("any", blankTest);
    const read = readRules(toCell(group("all", inner)), new Map());
    const complaints = read.ok ? [] : read.complaints;
    const [place = ""] = placesOf(group("all", inner), "");
    expect(messagesAt(complaints, place)).toEqual([]);
    expect(placesOf(inner, place).map((each) => messagesAt(complaints, each))).toEqual([
      ["It has no fact yet: choose one."],
    ]);
  });

  test("of the whole rule is the empty one", () => {
    const read = readRules(toCell(group("any")), new Map());
    expect(messagesAt(read.ok ? [] : read.complaints, "")).toEqual([
      "It needs at least one condition in “any”.",
    ]);
  });
});

describe("a complaint about a place in the rule", () => {
  test.each([
    ["all 1", "has no fact yet: choose one", "Condition 1 has no fact yet: choose one."],
    ["all 2 › any 1", "has no value", "Condition 2 › 1 has no value."],
    ["not", "has no value", "Condition has no value."],
    ["", "must have a list", "The rule must have a list."],
  ])("at %p is reported with the form's own number", (place, says, told) => {
    expect(complaintText({ place, says })).toBe(told);
  });
});
