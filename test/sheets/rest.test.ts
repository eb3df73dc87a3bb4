import { runs } from "../support/laws";
import { outsideJest } from "../support/outside-jest";

interface Outcome {
  /** By which run the edits were noticed, from 1. */
  readonly noticed: readonly number[];
  readonly amiss: readonly unknown[];
  /** How much of all cells daily runs read while nothing is typed. */
  readonly share: number;
  /** What the daily run said after an old sale was typed over, and then one by hand. */
  readonly daily: string;
  readonly byHand: string;
}
/** Each is two programs of eight days. */
const cases = process.env.LAWS_RUNS === undefined ? 3 : Math.min(runs, 200);
const seed = Math.floor(Math.random() * 2 ** 31);

describe("a program with nothing to do", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await outsideJest("test/sheets/rest.scenario.ts", String(cases), String(seed));
  });

  test("whatever is typed over, it is noticed by the seventh daily run, and ends as if it was typed then and all compared every day (RUN-22a)", () => {
    expect({ ...outcome, seed }).toMatchObject({ amiss: [], seed });
    expect(outcome.noticed).toHaveLength(cases);
  });

  test("while nothing is typed, daily runs read a part of the cells (RUN-22)", () => {
    expect(outcome.share).toBeLessThan(0.6);
  });

  test("a run that a person asks for compares all (RUN-22b)", () => {
    expect(outcome.daily).toBe("Nothing was due.");
    expect(outcome.byHand).toBe("1 finding of the health check.");
  });
});
