import { day } from "../../../src/engine/kernel/day";
import type { Program } from "../../../src/engine/program/program";
import { readEndReason } from "../../../src/engine/tables/packed/end-reason";
import { runOn } from "../../support/run-on";
import { byKey, changed } from "../invoices/money-run";
import { dripProgram, dripRow, madeOf, shownOf } from "../usecases/drip-program";

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
      endReason: readEndReason(reason),
      issued: 3,
      lost: 6000,
    });
    expect(madeOf(after)).toHaveLength(3);
  });

  test("on a past day undoes nothing, nor does an earlier or later day typed afterwards", () => {
    const ended = runOn(archive(started, "customers", "cus_1", "2026-03-20"), "2026-04-01");
    for (const corrected of ["2026-01-20", "2026-02-01", "2026-06-30"]) {
      const after = runOn(archive(ended, "customers", "cus_1", corrected), "2026-07-01");
      expect(madeOf(after)).toHaveLength(3);
      expect(shownOf(after)).toMatchObject({ status: "Terminated", issued: 3, lost: 6000 });
    }
  });

  test("on a future day removes the later parts from what is to come immediately, and the earlier ones are made (DRIP-28)", () => {
    const ahead = runOn(archive(started, "customers", "cus_1", "2026-04-20"), "2026-03-01");
    expect(byKey(ahead, "drips", "d")).toMatchObject({ status: "Created", endsOn: "2026-04-20" });
    const after = runOn(ahead, "2026-06-01");
    expect(byKey(after, "drips", "d")).toMatchObject({
      status: "Terminated",
      endsOn: "2026-04-20",
    });
    expect(madeOf(after)).toHaveLength(4);
  });

  describe("on a future day that is corrected before it comes (TIME-2a, DRIP-28)", () => {
    const ahead = runOn(archive(started, "customers", "cus_1", "2026-04-20"), "2026-03-01");

    test("ends on the corrected day, whether or not a run noted the first one", () => {
      const corrected = runOn(archive(ahead, "customers", "cus_1", "2026-05-20"), "2026-06-20");
      const right = runOn(archive(started, "customers", "cus_1", "2026-05-20"), "2026-03-01");
      expect(byKey(corrected, "drips", "d")).toMatchObject({
        status: "Terminated",
        endsOn: "2026-05-20",
        endings: null,
      });
      expect(madeOf(corrected)).toHaveLength(5);
      expect(madeOf(corrected)).toEqual(madeOf(runOn(right, "2026-06-20")));
    });

    test("goes on when the record is active again, and resumes its own later end", () => {
      const active = (program: Program) =>
        changed(program, (work) => {
          work.update("customers", "cus_1", { status: "active", archivedOn: null });
        });
      expect(byKey(runOn(active(ahead), "2026-06-20"), "drips", "d").endsOn).toBeNull();

      const ownEnd = changed(started, (work) => {
        work.update("drips", "d", {
          endsOn: day("2026-07-20"),
          endReason: readEndReason("moved abroad"),
          endedBy: "ann@example.com",
        });
      });
      const both = runOn(archive(ownEnd, "customers", "cus_1", "2026-04-20"), "2026-03-01");
      expect(byKey(both, "drips", "d")).toMatchObject({
        endsOn: "2026-04-20",
        endReason: readEndReason("customer archived"),
      });
      expect(byKey(runOn(active(both), "2026-03-02"), "drips", "d")).toMatchObject({
        endsOn: "2026-07-20",
        endReason: readEndReason("moved abroad"),
        endedBy: "ann@example.com",
        endings: null,
      });
    });

    test("leaves an end that a person typed over the noted one", () => {
      const typed = changed(ahead, (work) => {
        work.update("drips", "d", { endsOn: day("2026-03-20") });
      });
      const after = runOn(typed, "2026-06-20");
      expect(byKey(after, "drips", "d").endsOn).toBe("2026-03-20");
      expect(madeOf(after)).toHaveLength(3);
    });

    test("is replaced by a full refund's end, and applies on its day when that end is withdrawn", () => {
      const refund = { ...sale, key: "ref_1", date: "2026-03-10", refundOf: "trx_1" };
      const given = {
        drips: [dripRow("d", { transaction: "trx_1" })],
        transactions: [sale, refund],
      };
      const noted = runOn(
        archive(dripProgram({}, given), "customers", "cus_1", "2026-04-20"),
        "2026-03-01",
      );
      const refunded = runOn(noted, "2026-03-12");
      expect(byKey(refunded, "drips", "d")).toMatchObject({
        endsOn: "2026-03-10",
        endings: { isRefund: true, others: [] },
      });
      const later = archive(refunded, "customers", "cus_1", "2026-05-20");
      const after = runOn(archive(later, "transactions", "ref_1", "2026-03-20"), "2026-06-20");
      expect(byKey(after, "drips", "d").endsOn).toBe("2026-05-20");
    });
  });
});
