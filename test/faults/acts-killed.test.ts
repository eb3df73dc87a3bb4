import { outsideJest } from "../support/outside-jest";

interface Killed {
  /** The act makes a difference at all. */
  readonly differs: boolean;
  readonly points: number;
  readonly done: number;
  readonly half: readonly number[];
}

test("a person's act, killed at any service call and followed by a run, is done wholly or not at all", async () => {
  const found = await outsideJest<Readonly<Record<string, Killed>>>(
    "test/faults/acts-killed.scenario.ts",
  );

  expect(Object.keys(found)).toHaveLength(24);
  for (const [act, { differs, points, done, half }] of Object.entries(found)) {
    expect([act, differs, half]).toEqual([act, true, []]);
    expect(points).toBeGreaterThan(6);
    expect(done).toBeGreaterThan(1);
    expect(done).toBeLessThan(points);
  }
});
