import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stepsOfRun } from "../../src/engine/run/steps";
import { tablesIn } from "./tables-in";

const page = readFileSync(join(__dirname, "../../docs/spec/runs.md"), "utf8");

describe("the page on runs", () => {
  test("it lists the steps of a run in their order (RUN-20)", () => {
    const steps = stepsOfRun.map(({ name, rule, isLast }) => [
      name,
      isLast ? "last" : "each",
      rule,
    ]);
    expect(tablesIn(page)).toContainEqual(steps);
  });
});
