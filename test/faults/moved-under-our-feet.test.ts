import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly tries: number;
  readonly differing: readonly unknown[];
}

/** Each service call of a run in the long mode (LAWS_RUNS); else each third to hundredth, by tab and act. */
const share = process.env.LAWS_RUNS === undefined ? "some" : "all";

test("whatever a person does to rows, headers, tabs or versions at any service call of a run, all rows have their own values, and losses are reported", async () => {
  const { tries, differing } = await outsideJest<Outcome>(
    "test/faults/moved-under-our-feet.scenario.ts",
    share,
  );

  expect(differing).toEqual([]);
  expect(tries).toBeGreaterThan(150);
}, 10_800_000);
