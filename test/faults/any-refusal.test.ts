import { outsideJest } from "../support/outside-jest";

/** `REFUSALS=1` tries every call and every place; else one of so many. */
const share = process.env.REFUSALS === undefined ? 29 : 1;

interface Outcome {
  readonly tried: number;
  readonly refusals: Readonly<Record<string, number>>;
  readonly wrong: readonly unknown[];
}

test("any changing call refused once or for ever, or any column, row or tab: the rest is done, it is reported, and once allowed nothing differs", async () => {
  const { tried, refusals, wrong } = await outsideJest<Outcome>(
    "test/faults/any-refusal.scenario.ts",
    String(share),
  );

  expect(wrong).toEqual([]);
  expect(tried * share).toBeGreaterThan(750);
  expect(refusals.places).toBeGreaterThan(20);
  expect(refusals["Range.setValues"]).toBeGreaterThan(0);
}, 10_800_000);
