import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, cellsOf, envOn } from "../../support/program";
import { dripProgram, shownOf } from "../usecases/drip-program";

test("an end before the start that was typed into the cell is a problem there, and nothing is lost by correcting it", () => {
  const runOn = (program: ReturnType<typeof dripProgram>) =>
    carryOut(program, run, { kind: "daily" }, envOn("2026-02-20")).program;
  const typed = runOn(dripProgram({ endsOn: "2025-12-31" }));
  expect(cellsOf(typed, "drips")[0]?.problems).toMatch(/^Ended on: The end, 2025-12-31, is before/);
  expect(shownOf(typed)).toMatchObject({ status: "Terminated", lost: 12_000 });

  const corrected = runOn(dripProgram({ ...cellsOf(typed, "drips")[0], endsOn: "" }));
  expect(cellsOf(corrected, "drips")[0]?.problems).toBe("");
  expect(shownOf(corrected)).toMatchObject({ status: "Created", issued: 2, lost: 0 });
});
