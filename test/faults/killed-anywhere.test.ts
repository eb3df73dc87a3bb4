import { outsideJest } from "../support/outside-jest";

/** `KILLS=1` kills at every call; else at one of so many. */
const share = process.env.KILLS === undefined ? 13 : 1;
/** … and after each of these, or after one of so many, a person does something before the next run. */
const followed = process.env.KILLS === undefined ? 61 : 1;

interface Outcome {
  readonly points: number;
  readonly kills: number;
  readonly differing: readonly unknown[];
  readonly coded: readonly string[];
  readonly isSameReversed: boolean;
}

test("a run killed at any service call, with none or all of its writes done, and run again, gives the same sheets", async () => {
  const { points, kills, differing, coded, isSameReversed } = await outsideJest<Outcome>(
    "test/faults/killed-anywhere.scenario.ts",
    String(share),
    String(followed),
  );

  expect(differing).toEqual([]);
  // Replay, row order and a kill at any call make the same customers and rewards, with codes too (IMPORT-6).
  expect(coded).toEqual(["SAM10", "kim5", "kim5", "kim5"]);
  expect(isSameReversed).toBe(true);
  expect(points).toBeGreaterThan(50);
  expect(kills * share).toBeGreaterThan(700);
}, 10_800_000);
