import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly tries: number;
  readonly differing: readonly unknown[];
}

test("rows that a person sorts or inserts at any service call of a run all end with their own values", async () => {
  const { tries, differing } = await outsideJest<Outcome>(
    "test/faults/moved-under-our-feet.scenario.ts",
  );

  expect(differing).toEqual([]);
  expect(tries).toBeGreaterThan(130);
}, 240_000);
