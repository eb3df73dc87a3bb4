import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly tried: number;
  readonly refused: number;
  readonly wrong: readonly unknown[];
}

/** `REFUSALS=1` lets each of seven tabs refuse each act; else one of so many. */
const share = process.env.REFUSALS === undefined ? 5 : 1;

test("an action that a tab refuses is kept, says so, and is done once, however often it is sent (REFUSAL-1g)", async () => {
  const { tried, refused, wrong } = await outsideJest<Outcome>(
    "test/faults/acts-refused.scenario.ts",
    String(share),
  );

  expect(wrong).toEqual([]);
  expect(tried * share).toBeGreaterThan(80);
  expect(refused * share).toBeGreaterThan(20);
});
