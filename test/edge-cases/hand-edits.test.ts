import type { Problem } from "../../src/engine/problem";
import { run } from "../../src/engine/usecases/run";
import { startedProgram } from "../engine/invoicing/money-run";
import { carryOut, envOn, programOf } from "../support/program";

describe("rows typed by hand where the program makes them", () => {
  test("a reward row typed without a key is one problem, with one sentence that says what to do", () => {
    const program = programOf({ rewards: [{ partner: "ptn_1", amount: 5, currency: "USD" }] });
    const problems: readonly Problem[] = program.tables.rewards?.rows[0]?.problems ?? [];
    const atKey = problems.filter(({ at }) => at.column === "Key");
    expect(atKey.map(({ message }) => message)).toEqual([
      expect.stringMatching(/rows of Rewards are made by the program.*use the sidebar/),
    ]);
  });

  test("a setting that stands twice, in any spelling, is a problem; the upper one counts", () => {
    const program = startedProgram({
      settings: [
        { key: "program start", value: "2026-01-01" },
        { key: "payout day", value: "20" },
        { key: " Payout Day", value: "25" },
      ],
    });
    const after = carryOut(program, run, { kind: "daily" }, envOn("2026-02-02")).program;
    expect(after.settings.payoutDay).toBe(20);
    const said = after.tables.settings?.rows.map(({ raw }) => raw.cells.problems);
    expect(said?.slice(0, 3)).toEqual(["", "", expect.stringMatching(/^Key: Another row has/)]);
  });
});
