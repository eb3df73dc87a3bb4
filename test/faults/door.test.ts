import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly tried: number;
  readonly wrong: readonly unknown[];
  readonly changed: boolean;
  readonly withDate: string;
  readonly answers: readonly (readonly [name: string, ok: boolean, hasDate: boolean])[];
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/faults/door.scenario.ts");
});

test("unknown calls, wrong types, huge input, names of prototypes and extra fields are refused, each with its code, and change nothing", () => {
  expect(outcome.tried).toBeGreaterThan(30);
  expect(outcome.wrong).toEqual([]);
  expect(outcome.changed).toBe(false);
});

test("no Date is sent by the page or returned to it", () => {
  expect(outcome.withDate).toBe("Failed due to illegal value in property: 1");
  expect(outcome.answers.map(([, ok, hasDate]) => [ok, hasDate])).toEqual(
    outcome.answers.map(() => [true, false]),
  );
});
