import { run } from "../../src/engine/usecases/program/run";
import { calculate } from "../support/examples/calculate";
import { mentioned } from "../support/examples/compare";
import { exampleFiles } from "../support/examples/example-files";
import type { ExampleJson, RunsJson } from "../support/examples/format";
import type { Played } from "../support/examples/names";
import { beginProgram, daysOf, playProgram } from "../support/examples/play-example";
import { readState } from "../support/examples/read-state";
import { readStatement } from "../support/examples/read-statement";
import { envOn } from "../support/program";

/** Plays an example with these runs, and holds what it says to what came of it. */
function check(example: ExampleJson, runs: RunsJson): void {
  const seen: { readonly day: string; readonly played: Played }[] = [
    { day: "", played: beginProgram(example) },
  ];
  playProgram({ ...example, runs }, { watch: (played, { day }) => seen.push({ day, played }) });
  const { day: last } = seen[seen.length - 1] as (typeof seen)[number];
  for (const expected of example.expect) {
    const on = expected.on ?? last;
    const { played } = seen.filter(({ day }) => day <= on).pop() as (typeof seen)[number];
    const statementOf = (of: string) => readStatement(played, of, on);
    expect(mentioned(readState(played), expected, statementOf)).toEqual(expected);
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
    test(`${name} (${rule})`, () => {
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
  "after each example of %s a second run on the same day changes only its own line of Activity",
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

test("each example has a name of its own", () => {
  const names = exampleFiles.flatMap(([, { examples }]) => examples.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});
