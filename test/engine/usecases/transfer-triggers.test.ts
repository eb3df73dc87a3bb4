import { exportTriggers } from "../../../src/engine/usecases/triggers/export-triggers";
import { importTriggers } from "../../../src/engine/usecases/triggers/import-triggers";
import { saveTrigger } from "../../../src/engine/usecases/triggers/save-trigger";
import { cellsOf, programOf, recordsOf } from "../../support/program";
import { act } from "./act";
import { refused } from "./refused";

const TODAY = "2026-03-10";
const rules = (...all: readonly object[]) => JSON.stringify({ all });
const plan = (value: string) => ({ fact: "customer.Plan", operator: "equal", value });
const bonus = {
  name: "Bonus",
  event: "transaction created",
  action: "grant a reward",
  amount: 50,
} as const;
const rate = { ...bonus, amount: null, percent: "2,5" } as const;
const program = programOf(
  { customers: [{ key: "acme", createdOn: "2026-01-15", Plan: "pro" }] },
  ",",
);
const saved = (given: object) => act(program, saveTrigger, given, TODAY);

describe("triggers are exported as one JSON file", () => {
  const both = act(
    saved({ ...bonus, state: "active", rules: '{ "all": [] }', from: "2026-03-01" }).program,
    saveTrigger,
    { ...rate, name: "Rate", state: "active" },
    TODAY,
  ).program;
  const { file, count, fileName } = act(both, exportTriggers, {}, TODAY).output;
  const load = (target: typeof both, given: object) => act(target, importTriggers, given, TODAY);
  const withTriggers = (triggers: unknown) =>
    JSON.stringify({ format: "tributary triggers", version: 1, triggers });
  const messages = (text: string, target = program) =>
    refused(() => load(target, { file: text, confirmed: "yes" })).problems.map(
      ({ message }) => message,
    );

  test("with a point before decimals, whatever the spreadsheet's locale", () => {
    expect([count, fileName]).toEqual([2, "triggers 2026-03-10.json"]);
    expect(JSON.parse(file)).toMatchObject({
      format: "tributary triggers",
      version: 1,
      triggers: [
        { name: "Bonus", amount: 50, from: "2026-03-01", rules: '{ "all": [] }' },
        { name: "Rate", percent: "2.5" },
      ],
    });
  });

  test("imported into another program with their keys, as drafts or in their states", () => {
    const { output, program: after } = load(program, { file, confirmed: "yes" });
    expect(output).toEqual({ added: ["Bonus", "Rate"], changed: [], same: 0, done: true });
    const without = (rows: ReturnType<typeof cellsOf>) =>
      rows.map(({ state: _, terms: __, ...cells }) => cells);
    expect(without(cellsOf(after, "triggers"))).toEqual(without(cellsOf(both, "triggers")));
    expect(recordsOf(after, "triggers").map(({ state }) => state)).toEqual(["draft", "draft"]);
    expect(recordsOf(after, "activity")).toMatchObject([{ what: "Imported 2 triggers" }]);
    const kept = load(program, { file, keepStates: "yes", confirmed: "yes" }).program;
    expect(cellsOf(kept, "triggers")).toEqual(cellsOf(both, "triggers"));
  });

  test("unconfirmed, they are only counted", () => {
    const { output, changes } = load(program, { file });
    expect(output).toEqual({ added: ["Bonus", "Rate"], changed: [], same: 0, done: false });
    expect(changes.effects).toEqual([]);
  });

  test("equal triggers stay, and different ones become a new version", () => {
    expect(load(both, { file, confirmed: "yes" }).changes.effects).toEqual([]);
    const raised = file.replace('"amount": 50', '"amount": 60');
    const { output, program: after } = load(both, { file: raised, confirmed: "yes" });
    expect(output).toEqual({ added: [], changed: ["Bonus"], same: 1, done: true });
    expect(
      recordsOf(after, "triggers").map(({ name, version, state }) => [name, version, state]),
    ).toEqual([
      ["Bonus", 2, "active"],
      ["Rate", 1, "active"],
    ]);
  });

  test("rules may be JSON instead of text, and a key may be left out", () => {
    const { program: after } = load(program, {
      file: withTriggers([{ ...bonus, rules: { all: [plan("pro")] } }]),
      confirmed: "yes",
    });
    expect(recordsOf(after, "triggers")).toMatchObject([{ rules: rules(plan("pro")), order: 0 }]);
  });

  test("one bad trigger stops the import, and every problem names its trigger and column", () => {
    const { amount: _, ...none } = bonus;
    expect(
      messages(
        withTriggers([
          bonus,
          { ...none, name: "Free" },
          { ...bonus, name: "Odd", amout: 5, percent: "20", occurrences: 0 },
          { ...bonus, key: "k" },
          { ...bonus, key: "k", rules: rules({ ...plan("x"), fact: "customer.Plam" }) },
          7,
        ]),
      ),
    ).toEqual([
      "Trigger 2 “Free”, Amount: Give an amount, or a percent of the transaction.",
      "Trigger 3 “Odd”, “amout”: It is not a column; did you mean “amount”?",
      "Trigger 3 “Odd”, Occurrences: 0 must be from 1 to 600.",
      "Trigger 5 “Bonus”, Rules: “all 1” asks for “customer.Plam”, which is not known here; did you mean “customer.Plan”.",
      "Trigger 6, as a whole: It must be an object with columns.",
    ]);
    expect(
      messages(
        withTriggers([
          { ...bonus, key: "k" },
          { ...bonus, key: "k" },
        ]),
      ),
    ).toEqual(["Two triggers have the key “k”."]);
  });

  test.each<[string, string, RegExp]>([
    ["no JSON", "{", /not valid JSON/],
    ["another file", "[]", /not one of exported triggers/],
    [
      "a later version",
      JSON.stringify({ format: "tributary triggers", version: 2, triggers: [] }),
      /version “2”; only 1/,
    ],
    ["no trigger", withTriggers([]), /no triggers/],
    ["too many", withTriggers(Array.from({ length: 501 }, () => bonus)), /more than 500/],
  ])("a file with %s is refused", (_, text, message) => {
    expect(messages(text).join()).toMatch(message);
  });

  test("a trigger whose row can't be read is left out of the file, and is not written over", () => {
    const faulty = programOf({ triggers: [{ key: "k", ...bonus, amount: "fifty" }] });
    expect(act(faulty, exportTriggers, {}, TODAY).output).toMatchObject({ count: 0, left: ["k"] });
    const over = () =>
      load(faulty, { file: withTriggers([{ ...bonus, key: "k" }]), confirmed: "yes" });
    expect(refused(over).code).toBe("TRIGGER_UNREADABLE");
  });
});
