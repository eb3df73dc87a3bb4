import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly acts: number;
  readonly differing: readonly unknown[];
}

test("rows and notes moved several times during one run all keep their own values", async () => {
  const { acts, differing } = await outsideJest<Outcome>("test/sheets/moved-often.scenario.ts");
  expect(differing).toEqual([]);
  expect(acts).toBeGreaterThan(60);
});
