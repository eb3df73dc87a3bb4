import { recordsOf } from "../../support/program";
import { judgeOn, programWith, sale, trigger } from "../judging/judge-on";

const condition = (more: object) =>
  JSON.stringify({
    all: [{ fact: "transaction.Amount", operator: "greaterThan", value: 1, ...more }],
  });

/** Ways by which rules of the library, or of JSONPath, could reach code. */
const attempts: Readonly<Record<string, string>> = {
  "a JSONPath script": condition({ path: "$..[?(globalThis.ran = true)]" }),
  "a JSONPath expression": condition({ path: "$[(globalThis.ran = true)]" }),
  "parameters for a fact": condition({ params: { run: "globalThis.ran = true" } }),
  "a reference to a stored condition": JSON.stringify({ all: [{ condition: "other" }] }),
  "a fact of the engine's own object": condition({ fact: "constructor" }),
  "an operator of the object's own": condition({ operator: "constructor" }),
  "a decorated operator": condition({ operator: "not:greaterThan" }),
  "a function as text": "(() => { globalThis.ran = true; return {}; })()",
  "a fact as a value with a path": condition({
    value: { fact: "transaction.Amount", path: "$[(globalThis.ran = true)]" },
  }),
  "a prototype": '{"all":[],"__proto__":{"polluted":true}}',
};

test.each(Object.entries(attempts))(
  "a rule cell can't run code: %s is refused at its cell, and does not act",
  (_, rules) => {
    const program = programWith({
      triggers: [trigger("bad", { amount: 5, rules }), trigger("good", { amount: 1 })],
      transactions: [sale("S1", "2026-02-01", 100)],
    });
    const { program: judged, problems } = judgeOn(program, "2026-02-01");
    expect(problems.map(({ at }) => [at.row, at.column])).toEqual([["bad", "Rules"]]);
    expect(recordsOf(judged, "rewards").map(({ key }) => key)).toEqual(["S1/good"]);
    expect(globalThis).not.toHaveProperty("ran");
    expect({}).not.toHaveProperty("polluted");
  },
);
