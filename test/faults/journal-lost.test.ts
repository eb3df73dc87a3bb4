import { outsideJest } from "../support/outside-jest";

/** `REFUSALS=1` tries every moment; else one of so many. */
const share = process.env.REFUSALS === undefined ? 8 : 1;

interface Outcome {
  readonly tried: number;
  readonly wrong: readonly unknown[];
}

test("the journal's tab deleted at any call of a run, killed there or not, and run again: no money is lost or doubled", async () => {
  const { tried, wrong } = await outsideJest<Outcome>(
    "test/faults/journal-lost.scenario.ts",
    String(share),
  );

  expect(wrong).toEqual([]);
  expect(tried * share).toBeGreaterThan(150);
}, 10_800_000);
