import type { Program } from "../../src/engine/program/program";
import { run } from "../../src/engine/usecases/program/run";
import { carryOut, envOn } from "./program";

/** The program after the daily runs of these days, and of no others. */
export const runOn = (program: Program, ...days: readonly string[]): Program =>
  days.reduce((now, on) => carryOut(now, run, { kind: "daily" }, envOn(on)).program, program);
