import { runs } from "../support/laws";
import { outsideJest } from "../support/outside-jest";

interface Outcome {
  /** By which run the edits were noticed, from 1; 0 where they changed nothing. */
  readonly noticed: readonly number[];
  readonly amiss: readonly unknown[];
  /** How much of all cells daily runs read while nothing is typed. */
  readonly share: number;
  /** What the daily run said after an old sale was typed over, and then one by hand. */
  readonly daily: string;
  readonly byHand: string;
}
/** How many edits are drawn, each for two programs of eight days; and at which service calls a person types in mid-run. */
const [cases, step] = process.env.LAWS_RUNS === undefined ? [3, 37] : [Math.min(runs, 200), 5];
const seed = Math.floor(Math.random() * 2 ** 31);

describe("a program with nothing to do", () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await outsideJest("test/sheets/rest.scenario.ts", ...[cases, seed, step].map(String));
  });

  test("whatever is typed over, between runs or in the middle of one, it is noticed by the seventh daily run, and ends as if it was typed then and all compared every day (RUN-22a)", () => {
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
