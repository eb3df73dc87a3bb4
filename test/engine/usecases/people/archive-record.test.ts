import { day } from "../../../../src/engine/kernel/day";
import type { Program } from "../../../../src/engine/program/program";
import { readEndReason } from "../../../../src/engine/tables/packed/end-reason";
import { archiveRecord } from "../../../../src/engine/usecases/people/archive-record";
import { unarchiveRecord } from "../../../../src/engine/usecases/people/unarchive-record";
import { recordsOf } from "../../../support/program";
import { byKey, changed, moneyRun, startedProgram } from "../../invoices/money-run";
import { typed } from "../../judging/judge-on";
import { dripRow } from "../../reports/forecast/drip-row";
import { act, refusal } from "../act";

const TODAY = "2026-08-20";
const begun = () =>
  startedProgram({
    transactions: [{ key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 1200 }],
    drips: [
      dripRow("drip_1", { occurrences: 12, transaction: "trx_1", description: "Yearly plan" }),
      dripRow("drip_2", { occurrences: 3, currency: "EUR" }),
      dripRow("drip_3", { occurrences: 24, partner: "ptn_2", customer: "", trigger: "trg_2" }),
    ],
  });
const after = () => ["2026-03-01", "2026-08-14"].reduce(moneyRun, begun());
const archive = (input: object, today = TODAY) => act(after(), archiveRecord, input, today);
const ofCustomer = { table: "customers", key: "cus_1" };

describe("archiving a record by hand (SHEET-36, DRIP-22)", () => {
  test("says first what would end, in amounts and dates, and changes nothing", () => {
    const { output, changes } = archive(ofCustomer);

    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({
      name: "Acme",
      on: TODAY,
      archived: false,
      lost: [{ currency: "USD", count: 5, amount: "100.00" }],
      drips: {
        more: 0,
        rows: [
          {
            drip: "drip_1",
            partnerName: "Ada Reyes",
            customerName: "Acme",
            description: "Yearly plan",
            lost: { count: 5, amount: "100.00", from: "2026-09-15", to: "2027-01-15" },
          },
        ],
      },
    });
  });

  test("confirmed, what fell due stays and five are never made: the drip is Terminated immediately", () => {
    const { program, output } = archive({ ...ofCustomer, confirmed: true });

    expect(output.archived).toBe(true);
    expect(byKey(program, "customers", "cus_1")).toMatchObject({
      status: "archived",
      archivedOn: TODAY,
    });
    expect(byKey(program, "drips", "drip_1")).toMatchObject({
      status: "Terminated",
      issued: 7,
      toCome: 0,
      endsOn: TODAY,
      endReason: readEndReason("customer archived"),
      endedBy: "ann@example.com",
    });
    const made = recordsOf(program, "rewards").filter(({ drip }) => drip === "drip_1");
    expect(made).toHaveLength(7);
    expect(made.filter(({ status }) => status === "declined")).toEqual([]);
    expect(byKey(program, "drips", "drip_3").endsOn).toBeNull();
  });

  test("the next run finds nothing more to do", () => {
    const { program } = archive({ ...ofCustomer, confirmed: true });
    const drip = byKey(program, "drips", "drip_1");

    expect(byKey(moneyRun(program, TODAY), "drips", "drip_1")).toEqual(drip);
  });

  test("a past day may be given; what was made stays all the same", () => {
    const { program } = archive({ ...ofCustomer, on: "2026-05-01", confirmed: true });

    expect(byKey(program, "customers", "cus_1").archivedOn).toBe("2026-05-01");
    expect(byKey(program, "drips", "drip_1")).toMatchObject({ issued: 6, endsOn: "2026-05-01" });
  });

  test("what fell due since the last run is caught up first", () => {
    const late = archive({ ...ofCustomer, confirmed: true }, "2026-10-20");

    expect(byKey(late.program, "drips", "drip_1")).toMatchObject({ issued: 9, toCome: 0 });
  });

  test("a partner's archive ends the partner's drips, a transaction's those it started", () => {
    const partner = archive({ table: "partners", key: "ptn_2", confirmed: true }).program;
    expect(byKey(partner, "drips", "drip_3").endReason).toEqual(readEndReason("partner archived"));
    expect(byKey(partner, "drips", "drip_1").endsOn).toBeNull();

    const sale = archive({ table: "transactions", key: "trx_1", confirmed: true }).program;
    expect(byKey(sale, "drips", "drip_1").endReason).toEqual(readEndReason("transaction archived"));
    expect(byKey(sale, "drips", "drip_2").endsOn).toBeNull();
  });

  test("one line of Activity records it; pressed twice, there is one", () => {
    const { program } = archive({ ...ofCustomer, confirmed: true });
    const again = act(program, archiveRecord, { ...ofCustomer, confirmed: true }, TODAY);

    expect(again.changes.effects).toEqual([]);
    expect(again.output.archived).toBe(true);
    expect(recordsOf(again.program, "activity")).toMatchObject([
      {
        what: expect.stringMatching(/^Archived a customer: ./),
        record: "cus_1",
        from: "active",
        to: `archived on ${TODAY}, 1 drip ended`,
      },
    ]);
  });

  test("an unknown record and a future day are refused", () => {
    expect(refusal(() => archive({ ...ofCustomer, on: "2026-08-21" }))).toBe("INPUT_INVALID on");
    expect(refusal(() => archive({ table: "partners", key: "x" }))).toBe("PARTNER_UNKNOWN");
    expect(refusal(() => archive({ table: "customers", key: "x" }))).toBe("CUSTOMER_UNKNOWN");
    expect(refusal(() => archive({ table: "transactions", key: "x" }))).toBe("TRANSACTION_UNKNOWN");
    expect(refusal(() => archive({ table: "rewards", key: "x" }))).toBe("INPUT_INVALID table");
  });
});

describe("unarchiving a record", () => {
  const archived = () => archive({ ...ofCustomer, confirmed: true }).program;

  test("says first that its drips stay ended, and then revives none of them", () => {
    const before = archived();
    const preview = act(before, unarchiveRecord, ofCustomer, TODAY);
    expect(preview.output).toMatchObject({ name: "Acme", endedDrips: 1, unarchived: false });
    expect(preview.changes.effects).toEqual([]);

    const back = act(before, unarchiveRecord, { ...ofCustomer, confirmed: true }, TODAY);
    expect(back.output.unarchived).toBe(true);
    expect(byKey(back.program, "customers", "cus_1")).toMatchObject({
      status: "active",
      archivedOn: null,
    });
    const later = moneyRun(back.program, "2026-12-01");
    expect(byKey(later, "drips", "drip_1")).toMatchObject({ status: "Terminated", issued: 7 });
  });

  test("archived again later, it gets the later day", () => {
    const back = act(
      archived(),
      unarchiveRecord,
      { ...ofCustomer, confirmed: true },
      TODAY,
    ).program;
    const again = act(
      back,
      archiveRecord,
      { ...ofCustomer, confirmed: true },
      "2026-09-30",
    ).program;

    expect(byKey(again, "customers", "cus_1").archivedOn).toBe("2026-09-30");
  });

  test("an active one stays active, without a line of Activity", () => {
    const { output, changes } = act(
      after(),
      unarchiveRecord,
      { ...ofCustomer, confirmed: true },
      TODAY,
    );

    expect(output.unarchived).toBe(true);
    expect(changes.effects).toEqual([]);
  });
});

const atToday = moneyRun(after(), TODAY);

describe("an archiving undone immediately, from its own reply", () => {
  const restored = (program: Program, on: string, given: object = {}) => {
    const archived = act(program, archiveRecord, { ...ofCustomer, confirmed: true, ...given }, on);
    const { takeBack } = archived.output;
    const undo = { ...ofCustomer, takeBack, confirmed: true };
    return act(archived.program, unarchiveRecord, undo, on).program;
  };
  const drips = (program: Program) =>
    recordsOf(program, "drips").map(({ endings: _, ...row }) => row);

  test("restores the record and its drips, and they go on", () => {
    const before = atToday;
    const program = restored(before, TODAY);
    expect(byKey(program, "customers", "cus_1")).toMatchObject({
      status: "active",
      archivedOn: null,
    });
    expect(drips(program)).toEqual(drips(before));
    expect(drips(moneyRun(program, "2026-09-20"))).toEqual(drips(moneyRun(before, "2026-09-20")));
  });

  test("works for a past day too: what was cut off is made", () => {
    const before = atToday;
    const program = restored(before, TODAY, { on: "2026-05-20" });
    expect(drips(moneyRun(program, "2026-09-20"))).toEqual(drips(moneyRun(before, "2026-09-20")));
  });

  test("restores an end that a drip had for a later day", () => {
    const before = changed(atToday, (work) => {
      const end = {
        endsOn: day("2026-10-20"),
        endReason: readEndReason("cancelled"),
        endedBy: "ann@example.com",
      };
      work.update("drips", "drip_1", end);
    });
    const run = (program: Program) => drips(moneyRun(program, TODAY));
    expect(run(restored(before, TODAY))).toEqual(run(before));
  });

  test("ends a drip by the refund of its whole sale that came meanwhile, as if nothing had been archived (REFUND-6)", () => {
    const refunded = (program: Program) =>
      moneyRun(
        typed(program, {
          transactions: [{ key: "r1", refundOf: "trx_1", date: "2026-08-20", amount: 1200 }],
        }),
        TODAY,
      );
    const archived = act(atToday, archiveRecord, { ...ofCustomer, confirmed: true }, TODAY);
    const undo = { ...ofCustomer, takeBack: archived.output.takeBack, confirmed: true };
    const back = act(refunded(archived.program), unarchiveRecord, undo, TODAY).program;

    expect(byKey(back, "drips", "drip_1")).toMatchObject({
      status: "Terminated",
      endReason: readEndReason("refunded"),
    });
    expect(drips(moneyRun(back, "2026-09-20"))).toEqual(
      drips(moneyRun(refunded(atToday), "2026-09-20")),
    );
  });

  test("does not restore a drip that ended otherwise since, and refuses invalid input", () => {
    const archived = archive({ ...ofCustomer, confirmed: true });
    const since = changed(archived.program, (work) => {
      work.update("drips", "drip_1", { endReason: readEndReason("cancelled") });
    });
    const undo = { ...ofCustomer, takeBack: archived.output.takeBack, confirmed: true };
    const program = act(since, unarchiveRecord, undo, TODAY).program;
    expect(byKey(program, "drips", "drip_1")).toMatchObject({
      endsOn: TODAY,
      endReason: readEndReason("cancelled"),
    });
    const odd = { ...undo, takeBack: "[1" };
    expect(refusal(() => act(since, unarchiveRecord, odd, TODAY))).toBe("INPUT_INVALID takeBack");
  });
});

describe("unarchiving offers to continue the drips that ended by it (DRIP-27)", () => {
  const archived = archive({ ...ofCustomer, confirmed: true }).program;
  const later = moneyRun(archived, "2026-10-20");

  test("with what each would make, from its first future date", () => {
    const { output, changes } = act(later, unarchiveRecord, ofCustomer, "2026-10-20");
    expect(changes.effects).toEqual([]);
    expect(output).toMatchObject({
      endedDrips: 1,
      continuable: {
        rows: [
          {
            drip: "drip_1",
            count: 5,
            amount: { text: "100.00" },
            from: "2026-11-15",
            to: "2027-03-15",
          },
        ],
      },
    });
  });

  test("selected drips go on as new ones; others don't", () => {
    const given = { ...ofCustomer, confirmed: true };
    const { program } = act(
      later,
      unarchiveRecord,
      { ...given, continueDrips: true },
      "2026-10-20",
    );
    expect(
      recordsOf(program, "drips").find(({ continues }) => continues === "drip_1"),
    ).toMatchObject({
      status: "Created",
      occurrences: 12,
      after: 7,
      nextDate: "2026-11-15",
    });
    expect(recordsOf(program, "activity").at(-1)).toMatchObject({ to: "active, 1 drip continued" });
    const plain = act(later, unarchiveRecord, given, "2026-10-20").program;
    expect(recordsOf(plain, "drips")).toHaveLength(3);
    const again = act(program, archiveRecord, given, "2026-10-21").program;
    const twice = act(again, unarchiveRecord, ofCustomer, "2026-10-21").output;
    expect(twice.continuable.rows.map(({ drip }) => drip)).not.toContain("drip_1");
  });

  test("a drip that its partner's archiving or a full refund would end again is not offered", () => {
    const gone = changed(later, (work) => {
      work.update("partners", "ptn_1", { status: "archived", archivedOn: day("2026-10-01") });
    });
    const offered = (program: Program) =>
      act(program, unarchiveRecord, ofCustomer, "2026-10-20").output.continuable.rows;
    expect(offered(gone)).toEqual([]);
    const refund = { key: "trx_2", date: "2026-10-10", amount: -1200, refundOf: "trx_1" };
    expect(offered(typed(later, { transactions: [refund] }))).toEqual([]);
  });
});
