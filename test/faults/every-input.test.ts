import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly calls: number;
  readonly tried: number;
  readonly amiss: readonly unknown[];
  readonly changed: boolean;
}

test("every input of every call refuses a wrong type, too long, unknown or missing value at its field, and nothing is changed", async () => {
  const { calls, tried, amiss, changed } = await outsideJest<Outcome>(
    "test/faults/every-input.scenario.ts",
  );

  expect(amiss).toEqual([]);
  expect(changed).toBe(false);
  expect(calls).toBeGreaterThan(75);
  expect(tried).toBeGreaterThan(4 * calls);
});
