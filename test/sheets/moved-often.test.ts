import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly acts: number;
  readonly differing: readonly unknown[];
}

test("rows and their notes that a person moves several times during one run all end with their own", async () => {
  const { acts, differing } = await outsideJest<Outcome>("test/sheets/moved-often.scenario.ts");
  expect(differing).toEqual([]);
  expect(acts).toBeGreaterThan(60);
});
