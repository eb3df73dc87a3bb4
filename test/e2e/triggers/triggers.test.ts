import { outsideJest } from "../../support/outside-jest";

/** What the scenario saw through `dist/`, call by call. */
interface Outcome {
  readonly trigger: string;
  readonly rewards: readonly string[];
  readonly terms: readonly (readonly string[])[];
  readonly [what: string]: unknown;
}
let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/e2e/triggers/triggers.scenario.ts");
});

test("a draft is described with its sentence and total, and nothing is written", () => {
  expect(outcome.described).toEqual({
    sentence:
      "When a transaction is created, if transaction Amount is at least 100: if this happened on 2026-03-10, the partner would earn 12 rewards of 20.00 USD from 2026-03-10 to 2027-02-10, 240.00 USD in total, the first on the invoice of 2026-03.",
    total: "240.00",
  });
  expect(outcome.written).toBe(0);
});

test("a trigger made in the form is written to the sheet as JSON, and acts", () => {
  expect(outcome.row).toEqual({
    Order: 10,
    Rules: '{"all":[{"fact":"transaction.Amount","operator":"greaterThanInclusive","value":100}]}',
    Version: 1,
  });
  expect(outcome.rewards[0]).toBe(`drip_T1/${outcome.trigger}#1 20`);
});

test("its change is a new version, and the running drip keeps its terms", () => {
  expect(outcome.changed).toEqual({ version: 2, keepOldTerms: 1 });
  expect(outcome.rewards[1]).toBe(`drip_T1/${outcome.trigger}#2 20`);
});

test("saving names the other active trigger that can act on the same event", () => {
  expect(outcome.overlaps).toEqual(["Monthly"]);
});

test("a rule typed by hand that the form can't show is text, and acts; a broken one is reported, and does not act", () => {
  expect(outcome.deep).toEqual({ form: "text", acts: true });
  expect(outcome.listed).toEqual([
    expect.stringMatching(/^Broken: The rule is not valid JSON/),
    "Deep: ",
    "Monthly: ",
    "All: ",
  ]);
});

test("triggers travel to another spreadsheet as one file, all or none", () => {
  expect(outcome.allOrNothing).toEqual([
    "INPUT_INVALID",
    expect.stringMatching(/^file: Trigger 1 “Broken”, Rules: The rule is not valid JSON/),
  ]);
  expect(outcome.afterRefusal).toBe(0);
  expect(outcome.imported).toEqual({
    added: ["Deep", "Monthly", "All"],
    changed: [],
    same: 0,
    done: true,
  });
  expect(outcome.terms[1]).toEqual(outcome.terms[0]);
});

test("an invalid trigger is refused with the place in the rule and the nearest name", () => {
  expect(outcome.refused).toEqual([
    "INPUT_INVALID",
    "rules: “all 1” asks for “customer.Nam”, which is not known here; did you mean “customer.Name”.",
  ]);
  expect(outcome.activity).toEqual([
    expect.stringMatching(/^Made trigger: ./),
    expect.stringMatching(/^Saved trigger: ./),
    expect.stringMatching(/^Made trigger: ./),
  ]);
});

test("the gallery and the facts can be listed", () => {
  expect(outcome.gallery).toBeGreaterThanOrEqual(10);
  expect(outcome.facts).toBeGreaterThan(25);
});
