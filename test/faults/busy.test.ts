import { outsideJest } from "../support/outside-jest";

interface Tried {
  readonly tried: number;
  readonly codes: readonly string[];
  readonly changed: readonly string[];
  readonly summary: string;
  readonly rewards: readonly string[];
}
interface Outcome {
  readonly found: Readonly<Record<string, Tried>>;
  readonly alone: readonly string[];
}

let outcome: Outcome;
beforeAll(async () => {
  outcome = await outsideJest<Outcome>("test/faults/busy.scenario.ts");
});

test.each(["run", "a manual reward", "the clock"])(
  "%s, tried at every service call of a run that holds the lock, says busy and changes nothing",
  (second) => {
    const { tried, codes, changed, rewards } = outcome.found[second] as Tried;

    expect(tried).toBeGreaterThan(50);
    expect(codes).toEqual(["RUN_BUSY"]);
    expect(changed).toEqual([]);
    expect(rewards).toEqual(outcome.alone);
  },
);

test("the interrupted run still does all its work", () => {
  const summaries = Object.values(outcome.found).map(({ summary }) => summary);

  expect(new Set(summaries)).toEqual(
    new Set(["6 rows processed, 4 rewards made, 1 drip started, 1 problem found."]),
  );
});
