import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly acts: number;
  /** Runs after which a row was gone, which was told, and restored. */
  readonly told: number;
  readonly differing: readonly unknown[];
}

test("rows and notes moved several times during one run all keep their own values, or are told and restored", async () => {
  const { acts, told, differing } = await outsideJest<Outcome>(
    "test/sheets/moved-often.scenario.ts",
  );
  expect(differing).toEqual([]);
  expect(told).toBeLessThan(acts / 50);
  expect(acts).toBeGreaterThan(60);
});
