import { outsideJest } from "../support/outside-jest";

interface Sent {
  readonly points: number;
  readonly outcomes: readonly string[];
}

/** `KILLS=1` kills at each ninth service call; else at one of so many. */
const step = process.env.KILLS === undefined ? 27 : 9;

test("a form that is killed at any service call and sent again, twice, has made one row", async () => {
  const found = await outsideJest<Readonly<Record<string, Sent>>>(
    "test/faults/form-sent-again.scenario.ts",
    String(step),
  );

  expect(Object.keys(found)).toHaveLength(12);
  for (const [form, { points, outcomes }] of Object.entries(found)) {
    expect([form, outcomes]).toEqual([form, ["1 row, true, then true and the same"]]);
    expect(points * step).toBeGreaterThan(36);
  }
});
