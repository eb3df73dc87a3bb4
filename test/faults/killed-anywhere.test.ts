import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly points: number;
  readonly kills: number;
  readonly differing: readonly unknown[];
}

test("a run killed at any service call, with none or all of its writes arrived, and run again, ends in the same sheets", async () => {
  const { points, kills, differing } = await outsideJest<Outcome>(
    "test/faults/killed-anywhere.scenario.ts",
  );

  expect(differing).toEqual([]);
  expect(points).toBeGreaterThan(50);
  expect(kills).toBeGreaterThan(300);
});
