import { mentioned } from "../support/examples/compare";
import { exampleFiles } from "../support/examples/example-files";
import type { ExampleJson, ExpectJson, RunsJson } from "../support/examples/format";
import { playModel } from "../support/model/play";
import { type ModelState, viewOf } from "../support/model/view";

/** What the reference knows nothing of: estimated dates, drips' amounts to come, and why a line is held. */
const unknown = ["estimated", "amount_to_come", "amount_lost", "reason"];
const known = (expected: ExpectJson): ExpectJson =>
  JSON.parse(JSON.stringify(expected), function (this: { status?: string }, key, value) {
    return unknown.includes(key) && (key !== "reason" || this.status === "held")
      ? undefined
      : value;
  });

function check(example: ExampleJson, runs: RunsJson): void {
  const seen: { readonly day: string; readonly state: ModelState }[] = [];
  playModel({ ...example, runs }, (model, { day }) => seen.push({ day, state: viewOf(model) }));
  const { day: last } = seen[seen.length - 1] as (typeof seen)[number];
  for (const expected of example.expect.map(known)) {
    const on = expected.on ?? last;
    const { state } = seen.filter(({ day }) => day <= on).pop() as (typeof seen)[number];
    const noStatements = () => {
      throw new Error("The reference knows no statements");
    };
    expect(mentioned(state, expected, noStatements)).toEqual(expected);
  }
}

/** The tests of laws hold the engine to the reference, so the reference is held to the specification itself. */
const files = exampleFiles.filter(([file]) => !["statements", "error-values"].includes(file));
describe.each(files)("the reference gives the examples of %s", (_, { examples }) => {
  test.each(examples.map((each) => [each.name, each] as const))("%s", (__, example) => {
    for (const way of [example.runs ?? [], ...(example.or_runs ?? [])]) check(example, way);
  });
});
