import { day } from "../../../../src/engine/kernel/day";
import type { Program } from "../../../../src/engine/program/program";
import { readEndReason } from "../../../../src/engine/tables/packed/end-reason";
import { endDripByHand } from "../../../../src/engine/usecases/drips/end-drip";
import { pauseDrip } from "../../../../src/engine/usecases/drips/pause-drip";
import { resumeDrip } from "../../../../src/engine/usecases/drips/resume-drip";
import { skipOccurrence } from "../../../../src/engine/usecases/drips/skip-occurrence";
import { runOn } from "../../../support/run-on";
import { byKey, changed } from "../../invoices/money-run";
import { retyped, typed } from "../../judging/judge-on";
import { act, refusal } from "../act";
import { actsOf, dripProgram, madeOf, shownOf } from "../drip-program";

const started = runOn(dripProgram(), "2026-01-20");
const paused = act(started, pauseDrip, { drip: "d" }, "2026-02-10").program;
const missed = runOn(paused, "2026-04-01");

describe("a paused drip", () => {
  test("makes nothing, and stays Created with all to come", () => {
    expect(madeOf(missed)).toEqual(["1: 2026-01-15 20.00 pending"]);
    expect(shownOf(missed)).toEqual({
      status: "Created",
      issued: 1,
      toCome: 10_000,
      lost: 0,
      nextDate: "2026-02-15",
    });
  });

  test("first makes what had fallen due before, by a missed run", () => {
    const late = act(dripProgram(), pauseDrip, { drip: "d" }, "2026-03-15").program;
    expect(madeOf(late)).toEqual(["1: 2026-01-15 20.00 pending", "2: 2026-02-15 20.00 pending"]);
  });

  test("is paused once, however often it is pressed", () => {
    const again = act(paused, pauseDrip, { drip: "d" }, "2026-02-12");
    expect(again.output).toEqual({ drip: "d", pausedOn: "2026-02-10" });
    expect(again.changes.effects).toEqual([]);
    expect(actsOf(paused)).toEqual(["Pause drip | d | Created | paused on 2026-02-10"]);
  });
});

describe("resumed", () => {
  test("it first asks what to do with what fell due meanwhile, and changes nothing", () => {
    const asked = act(missed, resumeDrip, { drip: "d" }, "2026-04-01");
    expect(asked.output).toMatchObject({
      resumed: false,
      fellDue: {
        rows: [
          { k: 2, due: "2026-02-15", amount: { text: "20.00" } },
          { k: 3, due: "2026-03-15" },
        ],
        more: 0,
      },
      sum: { text: "40.00", currency: "USD" },
    });
    expect(asked.changes.effects).toEqual([]);
  });

  test("it makes what fell due, on the original dates, and goes on", () => {
    const given = { drip: "d", fellDue: "make" };
    const made = act(missed, resumeDrip, given, "2026-04-01").program;
    expect(madeOf(made)).toEqual([
      "1: 2026-01-15 20.00 pending",
      "2: 2026-02-15 20.00 pending",
      "3: 2026-03-15 20.00 pending",
    ]);
    expect(shownOf(made)).toMatchObject({ issued: 3, lost: 0, nextDate: "2026-04-15" });
  });

  test("or it forfeits that: lost, never issued, and the other dates don't shift", () => {
    const given = { drip: "d", fellDue: "forfeit" };
    const forfeited = act(missed, resumeDrip, given, "2026-04-01").program;
    expect(shownOf(forfeited)).toEqual({
      status: "Created",
      issued: 1,
      toCome: 6000,
      lost: 4000,
      nextDate: "2026-04-15",
    });
    expect(madeOf(runOn(forfeited, "2026-06-30"))).toEqual([
      "1: 2026-01-15 20.00 approved",
      "4: 2026-04-15 20.00 pending",
      "5: 2026-05-15 20.00 pending",
      "6: 2026-06-15 20.00 pending",
    ]);
    expect(actsOf(forfeited).slice(-1)[0]).toBe(
      "Resume drip | d | paused on 2026-02-10 | resumed, 2 forfeited",
    );
  });

  test("it asks nothing if nothing fell due, and pressing twice is the same as once", () => {
    const soon = act(paused, resumeDrip, { drip: "d" }, "2026-02-12");
    expect(soon.output).toMatchObject({ resumed: true, fellDue: { rows: [] } });
    const again = act(soon.program, resumeDrip, { drip: "d" }, "2026-02-12");
    expect(again.output).toMatchObject({ resumed: true });
    expect(again.changes.effects).toEqual([]);
  });
});

describe("ended while paused", () => {
  const ending = { drips: ["d"], reason: "cancelled", confirmed: true };

  test("only what fell due before the pause stays", () => {
    const { program, output } = act(missed, endDripByHand, ending, "2026-04-01");
    expect(output.drips.rows[0]).toMatchObject({
      stands: { count: 1, amount: { text: "20.00" } },
      lost: { count: 5, amount: { text: "100.00" }, from: "2026-02-15", to: "2026-06-15" },
    });
    const later = runOn(program, "2026-07-01");
    expect(madeOf(later)).toHaveLength(1);
    expect(shownOf(later)).toMatchObject({ status: "Terminated", toCome: 0, lost: 10_000 });
  });

  test("after its last date it is Terminated all the same, paid or not: the full amount was never made", () => {
    const { program } = act(missed, endDripByHand, ending, "2026-07-01");
    expect(shownOf(program)).toMatchObject({ status: "Terminated", toCome: 0, lost: 10_000 });
    const paid = changed(program, (work) =>
      work.update("rewards", "d#1", {
        status: "paid",
        accepted: { status: "paid", amount: 2000, invoice: null, firstInvoice: null, of: null },
        paidOn: day("2026-07-01"),
      }),
    );
    expect(shownOf(runOn(paid, "2026-07-02"))).toMatchObject({ status: "Terminated" });
  });

  test("before its next date, the pause ends with it", () => {
    const archived = changed(paused, (work) => {
      work.update("customers", "cus_1", { status: "archived", archivedOn: day("2026-02-12") });
    });
    const after = byKey(runOn(archived, "2026-02-12"), "drips", "d");
    expect(after).toMatchObject({ status: "Terminated", pausedOn: null, lost: 10_000 });
  });

  test("on a later day, it may be resumed until then", () => {
    const given = { ...ending, on: "2026-04-20" };
    const { program } = act(missed, endDripByHand, given, "2026-04-01");
    expect(shownOf(program)).toMatchObject({ status: "Created", toCome: 6000, lost: 4000 });

    const resuming = { drip: "d", fellDue: "make" };
    const resumed = act(program, resumeDrip, resuming, "2026-04-02").program;
    expect(madeOf(runOn(resumed, "2026-06-30"))).toHaveLength(4);

    const never = runOn(program, "2026-04-20");
    expect(shownOf(never)).toMatchObject({ status: "Terminated", issued: 1, lost: 10_000 });
    expect(refusal(() => act(never, resumeDrip, resuming, "2026-04-21"))).toBe("DRIP_ENDED");
  });
});

describe("ended by a full refund while paused (TIME-8, DRIP-31)", () => {
  const ofSale = { transaction: "trx_1", percent: "20", amount: "", base: 100 };
  const sold = { key: "trx_1", customer: "cus_1", date: "2026-01-15", amount: 100 };
  const full = { key: "trx_2", date: "2026-04-02", amount: -100, refundOf: "trx_1" };
  const withRefund = typed(
    act(dripProgram(ofSale, { transactions: [sold] }), pauseDrip, { drip: "d" }, "2026-02-10")
      .program,
    { transactions: [full] },
  );
  const ended = runOn(runOn(withRefund, "2026-04-02"), "2026-05-01");
  const taken = (program: Program) =>
    retyped(program, "transactions", "trx_2", { status: "archived" });

  test("only what fell due before the pause stays", () => {
    expect(byKey(ended, "drips", "d")).toMatchObject({ endsOn: "2026-04-02", pausedOn: null });
    expect(shownOf(ended)).toMatchObject({ status: "Terminated", issued: 1, toCome: 0 });
  });

  test("with the refund archived, the pause is back: what it forfeited may be made or forfeited", () => {
    const back = runOn(taken(ended), "2026-05-02");
    expect(byKey(back, "drips", "d")).toMatchObject({
      endsOn: null,
      pausedOn: "2026-02-10",
      skipped: null,
    });
    expect(shownOf(back)).toMatchObject({ status: "Created", issued: 1 });
    const given = { drip: "d", fellDue: "make" };
    const { program } = act(back, resumeDrip, given, "2026-05-02");
    expect(madeOf(program).map((line) => line.split(" ")[1])).toEqual([
      "2026-01-15",
      "2026-02-15",
      "2026-03-15",
      "2026-04-15",
    ]);
  });

  test("the result is the same whether a run saw the refund or not", () => {
    const unseen = runOn(taken(withRefund), "2026-05-02");
    const seen = runOn(taken(ended), "2026-05-02");
    const rowOf = (program: Program) => {
      const { endings: _, ...row } = byKey(program, "drips", "d");
      return { ...row, settled: null };
    };
    expect(rowOf(seen)).toEqual(rowOf(unseen));
    expect(madeOf(seen)).toEqual(madeOf(unseen));
  });

  test("what a person skipped before stays skipped", () => {
    const skipped = act(
      withRefund,
      skipOccurrence,
      { drip: "d", occurrence: 2 },
      "2026-03-01",
    ).program;
    const back = runOn(taken(runOn(skipped, "2026-04-20")), "2026-05-02");
    expect(byKey(back, "drips", "d")).toMatchObject({ pausedOn: "2026-02-10", skipped: [2] });
  });

  test("with another ending behind it, only what fell due before the pause stays", () => {
    const archived = changed(ended, (work) => {
      work.update("customers", "cus_1", { status: "archived", archivedOn: day("2026-04-20") });
    });
    const back = runOn(runOn(taken(archived), "2026-05-02"), "2026-05-03");
    expect(byKey(back, "drips", "d")).toMatchObject({
      endsOn: "2026-04-20",
      pausedOn: null,
      endReason: readEndReason("customer archived"),
    });
    expect(madeOf(back)).toHaveLength(1);
  });
});
