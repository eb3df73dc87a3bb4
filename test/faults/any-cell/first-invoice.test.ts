import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Month } from "../../../src/engine/kernel/day";
import type { Currency } from "../../../src/engine/kernel/money";
import type { Program } from "../../../src/engine/program/program";
import { balanceOf } from "../../../src/engine/reports/statements/statement";
import { recordsOf } from "../../support/program";
import { oddValues } from "./odd-values";
import { livedRows, rawsOf, reread, runOn } from "./two-halves";

/** The balances of Ada's statements, which are final up to February. */
const balances = (program: Program) =>
  ["2026-01", "2026-02", "2026-03"].map((month) => {
    const [rewards, payouts] = [recordsOf(program, "rewards"), recordsOf(program, "payouts")];
    const of = { partner: "ada", month: month as Month, currency: "USD" as Currency };
    const { opening, earned, paidOut, closing } = balanceOf(rewards, payouts, of);
    return { opening, earned, paidOut, closing };
  });

test("where the first invoice of a line shows an error, it is told and put back, and no statement says another amount (CELL-2d, EDIT-8b)", () => {
  const start = runOn(reread(livedRows()), "2026-04-02");
  const lines = recordsOf(start, "rewards").filter(
    ({ partner, firstInvoice }) => partner === "ada" && firstInvoice !== null,
  );
  expect(lines.length).toBeGreaterThan(5);
  const raws = rawsOf(start);
  for (const { key } of lines) {
    for (const error of Object.values(oddValues).filter(isErrorCell)) {
      const rows = (raws.rewards?.rows ?? []).map((row) =>
        row.cells.key === key ? { ...row, cells: { ...row.cells, firstInvoice: error } } : row,
      );
      const now = reread({ ...raws, rewards: { ...raws.rewards, rows } } as typeof raws);
      const problems = now.tables.rewards?.byKey.get(key)?.problems ?? [];
      expect(problems.map(({ code, at }) => [code, at.column])).toEqual([
        ["CELL_LOCKED", "First invoice"],
      ]);
      expect([key, ...balances(now)]).toEqual([key, ...balances(start)]);
    }
  }
});
