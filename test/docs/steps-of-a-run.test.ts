import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stepsOfRun } from "../../src/engine/run/steps";
import { stepsOfDay } from "../../src/engine/timeline/steps";
import { tablesIn } from "./tables-in";

const pageOf = (name: string) => readFileSync(join(__dirname, "../../docs/spec", name), "utf8");

describe("the order of a run, written once", () => {
  test("the page on the timeline lists the steps of a day in their order (TIME-1a)", () => {
    const steps = stepsOfDay.map(({ name, rule }) => [name, rule]);
    expect(tablesIn(pageOf("timeline.md"))).toContainEqual(steps);
  });

  test("the page on runs lists the steps of a run in their order (RUN-20)", () => {
    const steps = stepsOfRun.map(({ name, rule, isLast }) => [
      name,
      isLast ? "last" : "each",
      rule,
    ]);
    expect(tablesIn(pageOf("runs.md"))).toContainEqual(steps);
  });
});
