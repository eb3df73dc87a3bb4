import { cellWords } from "../../../src/engine/kernel/cell-words";
import type { Cell } from "../../../src/engine/kernel/fields";
import { run } from "../../../src/engine/usecases/program/run";
import { describeTrigger } from "../../../src/engine/usecases/triggers/describe-trigger";
import { listFacts } from "../../../src/engine/usecases/triggers/list-facts";
import { listTriggers } from "../../../src/engine/usecases/triggers/list-triggers";
import { saveTrigger } from "../../../src/engine/usecases/triggers/save-trigger";
import { carryOut, envOn, programOf, recordsOf } from "../../support/program";
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
  {
    settings: [{ key: "program start", value: "2026-01-01" }],
    partners: [{ key: "ann", name: "Ann" }],
    customers: [{ key: "acme", partner: "ann", createdOn: "2026-01-15", Plan: "pro" }],
    transactions: [{ key: "T1", customer: "acme", date: "2026-03-09", amount: 100 }],
  },
  ",",
);
const saved = (given: object) => act(program, saveTrigger, given, TODAY);
const problemsOf = (given: object) => refused(() => saved(given)).problems;

describe("a trigger is saved", () => {
  test("as a new row with a key, the next order, and a line in Activity", () => {
    const { program: after, output } = saved({
      ...bonus,
      rules: rules(plan("pro")),
      state: "active",
    });
    expect(output).toEqual({
      trigger: expect.stringMatching(/^trg_/),
      version: 1,
      isNewVersion: false,
      keepOldTerms: 0,
      overlaps: [],
      question: null,
      drips: null,
      wasThere: false,
    });
    expect(recordsOf(after, "triggers")).toMatchObject([
      { name: "Bonus", state: "active", order: 10, amount: 5000, rules: rules(plan("pro")) },
    ]);
    expect(recordsOf(after, "activity")).toMatchObject([
      { what: "Made trigger: Bonus", record: output.trigger, to: "active, version 1" },
    ]);
  });

  test("and the run uses it without making a version of it", () => {
    const { program: after, output } = saved({ ...rate, state: "active" });
    const ran = carryOut(after, run, { kind: "daily" }, envOn(TODAY)).program;
    expect(recordsOf(ran, "rewards")).toMatchObject([{ amount: 250, triggerVersion: 1 }]);
    expect(recordsOf(ran, "triggers")).toMatchObject([{ key: output.trigger, version: 1 }]);
  });

  test("from the form of its rules, which is the same JSON in the cell", () => {
    const form = {
      kind: "group",
      match: "all",
      items: [{ kind: "condition", ...plan("pro") }],
    };
    const { program: after } = saved({ ...bonus, form: JSON.stringify(form) });
    expect(recordsOf(after, "triggers")[0]?.rules).toBe(rules(plan("pro")));
    expect(
      recordsOf(saved({ ...bonus, form: '{"kind":"always"}' }).program, "triggers")[0]?.rules,
    ).toBeNull();
  });

  test("a change of an active one is a new version, and says how many drips keep their terms", () => {
    const drip = {
      ...bonus,
      action: "start a drip",
      amount: 20,
      delay: 1,
      cycle: 1,
      occurrences: 12,
      state: "active",
    };
    const first = saved(drip);
    const key = first.output.trigger;
    const ran = carryOut(first.program, run, { kind: "daily" }, envOn(TODAY)).program;
    const values = act(ran, describeTrigger, { trigger: key }, TODAY).output;
    if (values.kind !== "described") throw new Error("It can't be read.");

    const same = act(ran, saveTrigger, { ...values.values, trigger: key }, TODAY);
    expect(same.output).toMatchObject({ version: 1, isNewVersion: false, keepOldTerms: 0 });
    const paused = act(
      ran,
      saveTrigger,
      { ...values.values, trigger: key, state: "paused" },
      TODAY,
    );
    expect(paused.output).toMatchObject({ version: 1, isNewVersion: false });
    const { program: after, output } = act(
      ran,
      saveTrigger,
      { ...values.values, trigger: key, amount: 30 },
      TODAY,
    );
    expect(output).toMatchObject({ version: 2, isNewVersion: true, keepOldTerms: 1 });
    expect(recordsOf(after, "drips")).toMatchObject([{ amount: 2000, triggerVersion: 1 }]);
    expect(recordsOf(after, "activity").map(({ from, to }) => [from, to])).toContainEqual([
      "active, version 1",
      "active, version 2",
    ]);
    const later = carryOut(after, run, { kind: "daily" }, envOn("2026-04-10")).program;
    expect(recordsOf(later, "triggers")).toMatchObject([{ version: 2 }]);
    expect(recordsOf(later, "rewards")).toMatchObject([{ amount: 2000, triggerVersion: 1 }]);
  });

  test("the other triggers that can act on the same event are named, in their order", () => {
    const given = { ...bonus, state: "active", rules: rules(plan("pro")) };
    let current = saved({ ...given, name: "Late", order: 90 }).program;
    for (const more of [
      { name: "Early", order: 1 },
      { name: "Other plan", rules: rules(plan("team")) },
      { name: "Draft", state: "draft" },
    ]) {
      current = act(current, saveTrigger, { ...given, ...more }, TODAY).program;
    }
    const { output } = act(current, saveTrigger, { ...given, order: 50 }, TODAY);
    expect(output.overlaps.map(({ name, isFirst }) => [name, isFirst])).toEqual([
      ["Early", true],
      ["Late", false],
    ]);
  });
});

describe("an invalid trigger is refused at its field, and nothing is saved", () => {
  test.each<[object, string, RegExp]>([
    [{ rules: "{" }, "rules", /not valid JSON/],
    [
      { rules: rules({ ...plan("x"), fact: "customer.Plam" }) },
      "rules",
      /^“all 1” asks for “customer.Plam”.*did you mean “customer.Plan”\.$/,
    ],
    [
      { rules: rules({ any: [{ ...plan("x"), operator: "equals" }] }) },
      "rules",
      /“all 1 › any 1” has an unknown operator “equals”; did you mean “equal”/,
    ],
    [
      { rules: rules({ fact: "transaction.Amount", operator: "equal", value: "5" }) },
      "rules",
      /needs a number/,
    ],
    [
      { rules: rules({ fact: "transaction.Amount", operator: "between", value: [5, 2] }) },
      "rules",
      /impossible range/,
    ],
    [
      { rules: rules({ fact: "action.Kind", operator: "equal", value: "demo" }) },
      "rules",
      /not known here/,
    ],
    [{ form: "7" }, "form", /not a form/],
    [{ form: '{"kind":"group","match":"all","items":[7]}' }, "form", /not a form/],
    [{ percent: "20" }, "percent", /either an amount or a percent/],
    [{ amount: null }, "amount", /Give an amount/],
    [{ amount: null, percent: "100,01" }, "percent", /from 0 to 100/],
    [{ amount: null, percent: "20", event: "customer created" }, "percent", /needs a transaction/],
    [{ currency: "QQQ" }, "currency", /not a currency/],
    [{ amount: "1.234.5" }, "amount", /more than one way/],
    [{ action: "start a drip", occurrences: 0 }, "occurrences", /from 1 to 600/],
    [{ action: "start a drip", occurrences: 601 }, "occurrences", /from 1 to 600/],
    [{ action: "start a drip", occurrences: 2 }, "cycle", /needs a cycle/],
    [{ action: "start a drip", delay: "1,5" }, "delay", /decimals/],
    [
      { action: "start a drip", delay: 9_000, delayUnit: "years" },
      "delay",
      /after more than 5000 years/,
    ],
    [
      { action: "start a drip", cycle: 9, cycleUnit: "years", occurrences: 600 },
      "cycle",
      /after more than/,
    ],
    [{ action: "move the partner to a group" }, "group", /Name the group/],
    [{ action: "pay at once" }, "action", /must be one of/],
    [{ event: null }, "event", /is needed/],
    [{ from: "2026-05-01", until: "2026-04-30" }, "until", /before it begins/],
    [
      { event: "partner joined or changed group", firstEvents: 1 },
      "firstEvents",
      /needs a customer/,
    ],
    [{ limitPerMonth: -1 }, "limitPerMonth", /below zero/],
    [{ name: "x".repeat(1_001) }, "name", /too long: it has at most 1000 characters/],
    [{ colour: "red" }, "colour", /not a field/],
  ])("%j", (more, column, message) => {
    const problems = problemsOf({ ...bonus, ...more });
    expect(problems.map(({ at }) => at.column)).toContain(column);
    const said = problems.find(({ at }) => at.column === column)?.message ?? "";
    expect(cellWords(said)).toMatch(message);
  });

  test("a key that is unknown, or whose row has a faulty cell, is refused by name", () => {
    const faulty = programOf({ triggers: [{ key: "t", ...bonus, amount: "fifty" }] });
    const save = (key: string) => () => act(faulty, saveTrigger, { ...bonus, trigger: key }, TODAY);
    expect(refused(save("nobody")).code).toBe("TRIGGER_UNKNOWN");
    expect(refused(save("t")).code).toBe("TRIGGER_UNREADABLE");
    expect(refused(save("t")).problems).toMatchObject([{ at: { row: "t", column: "Amount" } }]);
  });
});

describe("a trigger is described while it is edited", () => {
  const described = (given: object) => act(program, describeTrigger, given, TODAY);

  test("a draft without a name has its sentence, preview and form, and nothing is written", () => {
    const { said: output, changes } = described({
      draft: JSON.stringify({ ...bonus, name: null, rules: rules(plan("pro")) }),
    });
    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({
      kind: "described",
      values: { amount: 50, event: "transaction created", rules: rules(plan("pro")) },
      rules: { form: { kind: "group", items: [{ fact: "customer.Plan" }] } },
      problems: [],
      sentence:
        "When a transaction is created, if customer Plan is “pro”: if this happened on 2026-03-10, the partner would earn 50.00 USD on 2026-03-10, on the invoice of 2026-03.",
      preview: { total: "50.00", currency: "USD" },
    });
  });

  test("an example sale and a day may be given", () => {
    const draft = JSON.stringify({ ...rate, action: "start a drip", cycle: 1, occurrences: 2 });
    const { said: output } = described({ draft, on: "2026-01-31", exampleAmount: "1.200,00" });
    expect(output).toMatchObject({
      preview: {
        rows: [
          { due: "2026-01-31", amount: "30.00" },
          { due: "2026-02-28", total: "60.00" },
        ],
      },
    });
  });

  test("problems are listed beside its form, unreadable cells too", () => {
    expect(described({ draft: JSON.stringify({ ...bonus, amount: null }) }).said).toMatchObject({
      kind: "described",
      problems: [{ column: "amount" }],
      sentence: null,
      preview: null,
    });
    expect(described({ draft: JSON.stringify({ ...bonus, occurrences: 0 }) }).said).toEqual({
      kind: "unreadable",
      problems: [{ column: "occurrences", message: "0 must be from 1 to 600.", rule: null }],
    });
    expect(described({ draft: "{" }).said).toMatchObject({ kind: "unreadable" });
    expect(refused(() => described({})).problems[0]?.at.column).toBe("draft");
    expect(refused(() => described({ trigger: "nobody" })).code).toBe("TRIGGER_UNKNOWN");
  });
});

describe("triggers are listed", () => {
  test("in their order, those that can't be read last, with their drips and problems, and the gallery", () => {
    const drip = {
      partner: "ann",
      occurrences: 3,
      currency: "USD",
      amount: 5,
      mode: "per occurrence",
      rounding: "half to even",
      eventDate: "2026-01-01",
      cycle: 1,
      delayUnit: "months",
      cycleUnit: "months",
    };
    const listed = programOf({
      triggers: [
        { ...bonus, key: "b", order: 2, state: "active" },
        { ...bonus, key: "x", name: "Broken", amount: "fifty" },
        { ...bonus, key: "a", order: 1, problems: "Something" },
      ] as readonly Readonly<Record<string, Cell>>[],
      drips: [
        { ...drip, key: "d1", trigger: "b" },
        { ...drip, key: "d2", trigger: "b", issued: 3 },
      ],
    });
    const { output } = act(listed, listTriggers, {}, TODAY);
    expect(
      output.rows.map(({ key, runningDrips, problems, place }) => [
        key,
        runningDrips,
        problems,
        place !== null,
      ]),
    ).toEqual([
      ["a", 0, "Something", true],
      ["b", 1, "", true],
      ["x", 0, "“fifty” is not a number. Type it in digits, for example 12.50.", false],
    ]);
    expect(output.gallery.map(({ name }) => name)).toContain("First sale");
  });

  test("a ready trigger of the gallery can be saved as it is", () => {
    const { gallery } = act(program, listTriggers, {}, TODAY).output;
    for (const ready of gallery) expect(saved(ready).output.version).toBe(1);
  });

  test("facts come with their types and how they are calculated, including the team's own", () => {
    const { facts, operators } = act(
      program,
      listFacts,
      { event: "customer created" },
      TODAY,
    ).output;
    expect(facts).toContainEqual({
      id: "customer.Plan",
      label: "Plan",
      type: "any",
      from: "customer",
      kind: "own column",
    });
    expect(facts).toContainEqual({
      id: "customer.revenue",
      label: "The customer's revenue so far, including this transaction",
      type: "money",
      from: "customer",
      kind: "computed",
    });
    expect(facts.filter(({ from }) => from === "transaction")).toEqual([]);
    expect(operators).toContainEqual({
      id: "between",
      label: "is between",
      types: ["number", "money", "date", "any"],
      wants: "range",
    });
  });
});
