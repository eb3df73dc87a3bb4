import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly acts: number;
  readonly killed: number;
  readonly fromRows: readonly string[];
  readonly amiss: readonly string[];
}
/** Every service call in the long mode, else one in so many. */
const step = process.env.KILLS === undefined ? 97 : 1;

test("Home says after each act, run and killed act what the rows say, and reads the settings only (RUN-19a)", async () => {
  const outcome = await outsideJest<Outcome>("test/sheets/home-summary.scenario.ts", String(step));

  expect(outcome.acts).toBeGreaterThan(10);
  expect(outcome.killed).toBeGreaterThan(20);
  expect(outcome.amiss).toEqual([]);
  expect(outcome.fromRows).toEqual([]);
});
