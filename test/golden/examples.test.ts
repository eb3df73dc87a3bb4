import { run } from "../../src/engine/usecases/program/run";
import { calculate } from "../support/examples/calculate";
import { mentioned } from "../support/examples/compare";
import { exampleFiles } from "../support/examples/example-files";
import type { ExampleJson, RunsJson } from "../support/examples/format";
import type { Played } from "../support/examples/names";
import { beginProgram, daysOf, playProgram } from "../support/examples/play-example";
import { envOn } from "../support/program";

/**
 * Examples of rules that are being built: they must fail, and the test says when one passes. Take it off the list then;
 * the list goes with its last entry.
 */
const pending: readonly (readonly [rule: string, example: string])[] = [
  ["TIME-1", "a refund on its sale's own day works as one a day later, whatever the keys"],
  ["TIME-3", "a refund on 3 January frees the cap for a sale on 4 January, in one run or in four"],
  ["TIME-3", "the same with the first reward final: -20.00 is held, and frees the cap at once"],
  ["TIME-4", "a sale of the day before its customer was archived earns, at a first run after that"],
  [
    "TIME-4",
    "the yearly plan, the customer archived on 20 August, the first run on that day: 140.00 stand, five parts are never made",
  ],
  [
    "TIME-5",
    "1 % of a sale of 10.00 with a refund of 9.90 in the same run: the reward is 0.10, re-priced to 0.00 and declined",
  ],
  [
    "TIME-5, TARGET-1",
    "1 % of a sale of 10.00 with a refund of 9.90, archived later: 0.10, pending",
  ],
  [
    "TIME-8",
    "the yearly plan refunded in full on 20 August, the refund archived on 21 September: seven parts stand again, the eighth is made, 240.00 in all",
  ],
  [
    "TIME-3, TARGET-1",
    "what refunds exceed the sale by is ignored; the second one declines what the first has left",
  ],
];
const isPending = new Set(pending.map(([, name]) => name));

/** Plays an example with these runs, and holds what it says to what came of it. */
function check(example: ExampleJson, runs: RunsJson): void {
  const seen: { readonly day: string; readonly played: Played }[] = [
    { day: "", played: beginProgram(example) },
  ];
  playProgram({ ...example, runs }, (played, { day }) => seen.push({ day, played }));
  const { day: last } = seen[seen.length - 1] as (typeof seen)[number];
  for (const expected of example.expect) {
    const on = expected.on ?? last;
    const { played } = seen.filter(({ day }) => day <= on).pop() as (typeof seen)[number];
    expect(mentioned(played, expected, on)).toEqual(expected);
  }
}

/** The tables that one more run of this day writes to. */
function touchedByRun({ program }: Played, today: string): readonly string[] {
  const { changes } = run.decide(program, { kind: "by hand" }, envOn(today));
  return changes.effects.flatMap((effect) => ("table" in effect ? [effect.table] : []));
}

describe.each(exampleFiles)("%s", (_, { examples, calculations = [] }) => {
  for (const example of examples) {
    const { name, rule, runs = [], or_runs: others = [] } = example;
    const declare = isPending.has(name) ? test.failing : test;
    declare(`${name} (${rule})`, () => {
      for (const way of [runs, ...others]) check(example, way);
    });
  }
  for (const calculation of calculations) {
    const { percent, of, currency, rounding = "half away from zero", gives } = calculation;
    test(`${percent} % of ${of} ${currency}, ${rounding}, is ${gives}`, () => {
      expect(calculate(calculation)).toBe(gives);
    });
  }
});

test.each(exampleFiles)(
  "after each of the examples of %s a second run on the same day changes nothing but its own line of Activity",
  (_, { examples }) => {
    for (const example of examples) {
      const days = [...example.acts.map(({ day }) => day), ...daysOf(example.runs ?? [])].sort();
      const last = days.pop() as string;
      const acts = [...example.acts, { day: last, do: "run" } as const];
      const played = playProgram({ ...example, acts });
      expect([example.name, touchedByRun(played, last)]).toEqual([example.name, ["activity"]]);
    }
  },
);

test("each example has a name of its own, and each that is pending is an example", () => {
  const names = exampleFiles.flatMap(([, { examples }]) => examples.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining([...isPending]));
});
