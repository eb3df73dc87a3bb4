import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "../support/imports-of";

const engine = join(__dirname, "../../src/engine");

/** The files of the engine that call this function, but for the one that holds it. */
const callersOf = (name: string) =>
  filesOf(engine)
    .filter((path) => {
      const text = readFileSync(join(engine, path), "utf8");
      return new RegExp(`(?<!function |\\w\\.|\\)\\.)\\b${name}\\(`).test(text);
    })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();

describe("days are lived in one way (TIME-1, TRIG-26)", () => {
  test("only a run and a simulation go through days", () => {
    expect(callersOf("advance")).toEqual(["run/steps.ts", "simulate/simulate.ts"]);
  });

  test("backtest, try it and judge again, preview, and forecast are the one simulation", () => {
    expect(callersOf("simulate")).toEqual([
      "reports/forecast/forecast-lines.ts",
      "simulate/backtest.ts",
      "simulate/rehearse.ts",
      "simulate/trial.ts",
      "usecases/sales/foresee-import.ts",
      "usecases/sales/foresee-refund.ts",
    ]);
  });

  test.each([
    ["judgeAndMark", ["simulate/try-rows.ts", "timeline/steps.ts"]],
    ["judgeEvent", ["judging/judge-events.ts", "simulate/try-rows.ts"]],
    ["countRefund", ["timeline/steps.ts"]],
    ["takeEnding", ["timeline/steps.ts"]],
    ["releasePart", ["health/restore.ts", "timeline/steps.ts"]],
  ])("%s is called by the steps of a day only, or what stands in their place", (name, callers) => {
    expect(callersOf(name)).toEqual(callers);
  });
});
