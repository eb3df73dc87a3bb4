import { outsideJest } from "../support/outside-jest";

interface Outcome {
  readonly tries: number;
  readonly first: string;
  readonly last: string;
  readonly wrong: readonly unknown[];
}

/** Every header of every tab in the long mode; else every 60th, another one for each act. */
const share = process.env.LAWS_RUNS === undefined ? 60 : 1;

test("whatever happens to a header, nothing is judged by another column (REFUSAL-9)", async () => {
  const { tries, first, last, wrong } = await outsideJest<Outcome>(
    "test/faults/headers.scenario.ts",
    String(share),
  );

  expect([first, last]).toEqual(["ok", "ok"]);
  expect(wrong).toEqual([]);
  expect(tries).toBeGreaterThan(1200 / share);
}, 900_000);
