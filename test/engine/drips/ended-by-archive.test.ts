import { day } from "../../../src/engine/kernel/day";
import type { Program } from "../../../src/engine/program/program";
import { byKey, changed } from "../invoices/money-run";
import { dripProgram, dripRow, madeOf, runOn, shownOf } from "../usecases/drip-program";

const sale = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 240 };
const started = runOn(
  dripProgram({}, { drips: [dripRow("d", { transaction: "trx_1" })], transactions: [sale] }),
  "2026-02-20",
);
const archive = (
  program: Program,
  table: "partners" | "customers" | "transactions",
  key: string,
  on: string,
) =>
  changed(program, (work) => {
    work.update(table, key, { status: "archived", archivedOn: day(on) });
  });

describe("a drip whose partner, customer or sale is archived", () => {
  test.each([
    ["partners", "ptn_1", "partner archived"],
    ["customers", "cus_1", "customer archived"],
    ["transactions", "trx_1", "transaction archived"],
  ] as const)("in %s, ends on Archived on; what is made stays", (table, key, reason) => {
    const after = runOn(archive(started, table, key, "2026-03-20"), "2026-05-20");
    expect(byKey(after, "drips", "d")).toMatchObject({
      status: "Terminated",
      endsOn: "2026-03-20",
      endReason: reason,
      issued: 3,
      lost: 6000,
    });
    expect(madeOf(after)).toHaveLength(3);
  });

  test("on a day of the past makes nothing undone, nor does an earlier or a later day typed afterwards", () => {
    const ended = runOn(archive(started, "customers", "cus_1", "2026-03-20"), "2026-04-01");
    for (const corrected of ["2026-01-20", "2026-02-01", "2026-06-30"]) {
      const after = runOn(archive(ended, "customers", "cus_1", corrected), "2026-07-01");
      expect(madeOf(after)).toHaveLength(3);
      expect(shownOf(after)).toMatchObject({ status: "Terminated", issued: 3, lost: 6000 });
    }
  });

  test("on a day to come takes the later parts off what is to come at once, and the earlier ones are made (DRIP-28)", () => {
    const ahead = runOn(archive(started, "customers", "cus_1", "2026-04-20"), "2026-03-01");
    expect(byKey(ahead, "drips", "d")).toMatchObject({ status: "Created", endsOn: "2026-04-20" });
    const after = runOn(ahead, "2026-06-01");
    expect(byKey(after, "drips", "d")).toMatchObject({
      status: "Terminated",
      endsOn: "2026-04-20",
    });
    expect(madeOf(after)).toHaveLength(4);
  });
});
