import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Costs } from "../../bench/calls/measure";
import { files, measuredIn, pageOf, type Size } from "../../bench/calls/table";
import { outsideJest } from "../support/outside-jest";

const root = join(__dirname, "../..");
const { counts, page } = files(root);
const expected = measuredIn(readFileSync(counts, "utf8"));
/** The small program here; `CALL_COSTS=all npm test -- call-costs` for all three, which takes a quarter of an hour. */
const sizes: readonly Size[] =
  process.env.CALL_COSTS === undefined ? ["small"] : ["small", "usual", "large"];

const inKilo = (costs: Costs) =>
  Object.fromEntries(
    Object.entries(costs).map(([call, { characters, ...exact }]) => [
      call,
      { ...exact, thousandCharacters: Math.round(characters / 1000) },
    ]),
  );

// Where this fails, a call moves more or less than before: `npm run bench -- calls --sizes=small --write` keeps it, if it should.
test.each(sizes)(
  "each call that was measured before still moves as much, on the %s program",
  async (size) => {
    // On the large program, only the calls in counts.json: one act takes a minute there.
    const names = size === "large" ? Object.keys(expected.calls[size]).join(",") : "";
    const measured = await outsideJest<Costs>("test/sheets/call-costs.scenario.ts", size, names);

    expect(inKilo(measured)).toEqual(inKilo(expected.calls[size]));
  },
  3_600_000,
);

test("the docs say what was counted", () => {
  expect(readFileSync(page, "utf8")).toBe(pageOf(expected));
});
