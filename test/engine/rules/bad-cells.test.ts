import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn } from "../../support/program";
import { paid, programWith, rules, sale, trigger } from "../judging/judge-on";

const sound = trigger("sound", { percent: "10", order: 2 });
const fact = (name: string, operator = "equal", value: unknown = 1) =>
  JSON.stringify({ all: [{ fact: name, operator, value }] });
const drip = { action: "start a drip", amount: 20, cycle: 1 };

const bad = [
  ["broken JSON", { amount: 5, rules: '{"all":' }, "Rules", /JSON/],
  [
    "an unknown fact",
    { amount: 5, rules: fact("transaction.Amuont") },
    "Rules",
    /transaction\.Amount/,
  ],
  [
    "an unknown operator",
    { amount: 5, rules: fact("transaction.Amount", "graterThan") },
    "Rules",
    /greaterThan/,
  ],
  [
    "a value of another type",
    { amount: 5, rules: fact("transaction.Amount", "lessThan", "many") },
    "Rules",
    /number/,
  ],
  [
    "a range that nothing is in",
    { amount: 5, rules: fact("transaction.Amount", "between", [9, 1]) },
    "Rules",
    /9.*1/,
  ],
  ["a currency nobody has", { amount: 5, currency: "XXQ" }, "Currency", /XXQ/],
  ["a percent over 100", { percent: "101" }, "Percent", /100/],
  ["a drip of 0 occurrences", { ...drip, occurrences: 0 }, "Occurrences", /from 1 to 600/],
  ["a drip of half an occurrence", { ...drip, occurrences: 1.5 }, "Occurrences", /whole/],
  [
    "from after until",
    { amount: 5, from: "2026-05-01", until: "2026-04-30" },
    "Until",
    /before it begins/,
  ],
  ["an event that is none", { amount: 5, event: "moon landed" }, "Event", /transaction created/],
  [
    "a percent of a sign-up",
    { percent: "10", event: "customer created" },
    "Percent",
    /transaction/,
  ],
  ["rules too deep", { amount: 5, rules: rules(nested(11)) }, "Rules", /10/],
] as const;

function nested(depth: number): { readonly all: readonly [] } {
  return depth === 0 ? { all: [] } : ({ all: [nested(depth - 1)] } as never);
}

test.each(bad)(
  "%s is reported at its cell; that trigger does not act, all others do",
  (_, cells, header, message) => {
    const program = programWith({
      triggers: [trigger("bad", { order: 1, ...cells }), sound],
      transactions: [sale("S1", "2026-03-01", 100)],
    });

    const { program: after } = carryOut(program, run, { kind: "daily" }, envOn("2026-03-10"));

    const cell = String(after.tables.triggers?.byKey.get("bad")?.raw.cells.problems);
    expect(cell).toContain(`${header}: `);
    expect(cell).toMatch(message);
    expect(paid(after)).toEqual(["S1: 10.00 pending"]);
  },
);
