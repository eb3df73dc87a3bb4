import { outsideJest } from "../support/outside-jest";

interface Killed {
  /** The act makes a difference at all. */
  readonly differs: boolean;
  readonly points: number;
  readonly done: number;
  readonly half: readonly number[];
}

/** `KILLS=1` kills at each ninth service call; else at one of so many. */
const step = process.env.KILLS === undefined ? 31 : 9;

test("an action killed at any service call and followed by a run is done completely or not at all", async () => {
  const found = await outsideJest<Readonly<Record<string, Killed>>>(
    "test/faults/acts-killed.scenario.ts",
    String(step),
  );

  expect(Object.keys(found)).toHaveLength(24);
  for (const [act, { differs, points, done, half }] of Object.entries(found)) {
    expect([act, differs, half]).toEqual([act, true, []]);
    expect(points * step).toBeGreaterThan(54);
    expect(done * step).toBeGreaterThan(9);
    expect(done).toBeLessThan(points);
  }
});
