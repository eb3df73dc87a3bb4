import { toCell, toForm } from "../../../src/engine/triggers/form";

const test1 = { fact: "customer.Plan", operator: "equal", value: "pro" };
const cell = (rules: unknown) => JSON.stringify(rules);

describe("the form of rules", () => {
  test("a blank cell means always, and stays blank", () => {
    expect(toForm(null)).toEqual({ kind: "always" });
    expect(toForm("  ")).toEqual({ kind: "always" });
    expect(toCell({ kind: "always" })).toBeNull();
  });

  test("groups and conditions are shown as nested, with names and priorities", () => {
    const rules = { all: [test1, { not: { any: [{ ...test1, name: "n", priority: 2 }] } }] };
    expect(toForm(cell(rules))).toEqual({
      kind: "group",
      match: "all",
      items: [
        { kind: "condition", ...test1 },
        {
          kind: "group",
          match: "not",
          items: [
            {
              kind: "group",
              match: "any",
              items: [{ kind: "condition", ...test1, name: "n", priority: 2 }],
            },
          ],
        },
      ],
    });
    expect(toCell(toForm(cell(rules)))).toBe(cell(rules));
  });

  test("several conditions put under “not” come out as none of them", () => {
    const item = { kind: "condition", ...test1 } as const;
    expect(toCell({ kind: "group", match: "not", items: [item, item] })).toBe(
      cell({ not: { any: [test1, test1] } }),
    );
  });

  const deep = (levels: number): object => (levels === 0 ? test1 : { all: [deep(levels - 1)] });
  test.each([
    ["broken JSON", '{"all": ['],
    ["a rule of six levels", cell(deep(6))],
    ["a rule of 61 conditions", cell({ all: Array.from({ length: 61 }, () => test1) })],
    ["a key that is not ours", cell({ all: [{ ...test1, path: "$.x" }] })],
    ["two words in one group", cell({ all: [], any: [] })],
    ["no value", cell({ all: [{ ...test1, value: null }] })],
    ["a number that JSON can't write", '{"all":[{"fact":"a","operator":"equal","value":1e999}]}'],
    ["a prototype", '{"all":[{"fact":"a","operator":"equal","value":1,"__proto__":{}}]}'],
    ["a list", "[1, 2]"],
  ])("%s is shown as text, and is left as it is", (_, text) => {
    expect(toForm(text)).toEqual({ kind: "text", text });
    expect(toCell(toForm(text))).toBe(text);
  });
});
