import { day } from "../../../src/engine/kernel/day";
import type { Program } from "../../../src/engine/program/program";
import { finalizeInvoiceByHand } from "../../../src/engine/usecases/invoices/finalize-invoice";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { run } from "../../../src/engine/usecases/program/run";
import { type UndoOutput, undoRun } from "../../../src/engine/usecases/program/undo-run";
import { setRewardStatus } from "../../../src/engine/usecases/rewards/set-reward-status";
import { carryOut, cellsOf, envOn, recordsOf } from "../../support/program";
import { byKey, changed } from "../invoices/money-run";
import { programWith, sale, trigger } from "../judging/judge-on";

let ids = 0;
const worldOn = (on: string) => ({ ...envOn(on), newId: (prefix: string) => `${prefix}_${++ids}` });
const runOn = (program: Program, on: string): Program =>
  carryOut(program, run, { kind: "daily" }, worldOn(on)).program;
function undo(
  program: Program,
  on: string,
  asked: { changedToo?: boolean; confirmed?: boolean; run?: string },
) {
  const input = { changedToo: null, run: null, confirmed: null, ...asked };
  const done = carryOut(program, undoRun, input, worldOn(on));
  return { program: done.program, output: done.output as UndoOutput };
}

/** Two sales of one customer in March: one with a flat reward, both with a percent one. */
const sold = (): Program =>
  programWith({
    settings: [
      { key: "paused", value: "no" },
      { key: "last month opened", value: "2026-02" },
    ],
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("first", { amount: 50, firstEvents: 1 }),
    ],
    transactions: [sale("T1", "2026-03-02", 100), sale("T2", "2026-03-03", 200)],
  });
const firstFinal = (): Program => {
  const opened = runOn(sold(), "2026-04-01");
  return carryOut(
    opened,
    finalizeInvoiceByHand,
    { invoice: "inv_2026-03_USD", reason: null },
    worldOn("2026-04-02"),
  ).program;
};
const keys = (program: Program, table: "rewards" | "drips" | "invoices" | "payouts") =>
  recordsOf(program, table).map(({ key }) => key);
const undoneCode = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "none";
};

describe("undoing the latest run", () => {
  test("a preview says what would be undone, and changes nothing", () => {
    const program = runOn(sold(), "2026-03-10");
    const { output, program: after } = undo(program, "2026-03-10", {});
    expect(output).toMatchObject({
      run: "run 2026-03-10 09:00:00 daily",
      done: false,
      removed: { Rewards: 3 },
      restored: { Transactions: 2 },
      stays: [],
      asked: [],
      adjustments: [],
    });
    expect(after).toEqual(program);
  });

  test("confirmed, its rewards are gone, its events are no longer judged, and the program is paused", () => {
    const { program } = undo(runOn(sold(), "2026-03-10"), "2026-03-10", { confirmed: true });
    expect(keys(program, "rewards")).toEqual([]);
    expect(recordsOf(program, "transactions").map(({ judged }) => judged)).toEqual([null, null]);
    expect(byKey(program, "settings", "paused").value).toBe("yes");
    const lines = recordsOf(program, "activity").map(({ what, from }) => [what, from]);
    expect(lines[lines.length - 1]).toEqual([
      "Undid a run and paused the program",
      recordsOf(program, "activity")[0]?.what,
    ]);
  });

  test("the next run does nothing until a person resumes it", () => {
    const { program } = undo(runOn(sold(), "2026-03-10"), "2026-03-10", { confirmed: true });
    const reread = { ...program, settings: { ...program.settings, paused: true } };
    expect(keys(runOn(reread, "2026-03-11"), "rewards")).toEqual([]);
  });

  test("what it finalized is in review again, without payouts, and what it opened is gone", () => {
    const opened = runOn(sold(), "2026-04-01");
    const final = runOn(opened, "2026-04-20");
    expect(keys(final, "payouts")).toHaveLength(1);
    const { program } = undo(final, "2026-04-20", { confirmed: true });
    expect(keys(program, "payouts")).toEqual([]);
    expect(byKey(program, "invoices", "inv_2026-03_USD").finalizedOn).toBeNull();
    expect(cellsOf(program, "rewards")).toEqual(cellsOf(opened, "rewards"));
    const first = undo(program, "2026-04-20", { confirmed: true });
    expect(keys(first.program, "invoices")).toEqual([]);
    expect(byKey(first.program, "settings", "last month opened").value).toBe("2026-02");
  });

  test("a run that changed nothing is passed over, and with none left it is refused", () => {
    const idle = runOn(runOn(sold(), "2026-03-10"), "2026-03-11");
    const { program, output } = undo(idle, "2026-03-11", { confirmed: true });
    expect(output.run).toBe("run 2026-03-10 09:00:00 daily");
    expect(undoneCode(() => undo(program, "2026-03-11", {}))).toBe("RUN_NOT_UNDOABLE");
  });

  test("pressed again after a lost reply, it does not undo the run before", () => {
    const first = "run 2026-03-02 09:00:00 daily";
    const latest = "run 2026-03-10 09:00:00 daily";
    const both = runOn(runOn(sold(), "2026-03-02"), "2026-03-10");
    const { program } = undo(both, "2026-03-11", { run: latest, confirmed: true });

    const again = () => undo(program, "2026-03-11", { run: latest, confirmed: true });
    expect(again).toThrow(`“${latest}” is undone already.`);
    const older = () => undo(both, "2026-03-11", { run: first, confirmed: true });
    expect(older).toThrow(`“${first}” is no longer the latest run.`);
  });
});

describe("undoing a run whose lines are on a final invoice", () => {
  test("they stay with their events, and adjustments are proposed, held", () => {
    const { program, output } = undo(firstFinal(), "2026-04-03", { confirmed: true });
    expect(output.adjustments.map(({ reward, amount }) => [reward, amount]).sort()).toEqual([
      ["T1/first", -5000],
      ["T1/rate", -1000],
      ["T2/rate", -2000],
    ]);
    const proposed = recordsOf(program, "rewards").filter(({ source }) => source === "adjustment");
    expect(proposed.map(({ status, adjusts, amount }) => [status, adjusts, amount]).sort()).toEqual(
      [
        ["held", "T1/first", -5000],
        ["held", "T1/rate", -1000],
        ["held", "T2/rate", -2000],
      ],
    );
    expect(byKey(program, "transactions", "T1").judged?.key).toBe("T1");
    expect(byKey(program, "invoices", "inv_2026-03_USD").finalizedOn).toBe("2026-04-02");
    expect(keys(program, "payouts")).toHaveLength(1);
  });

  test("a line carried from the final invoice stays too, and an adjustment corrects it", () => {
    const given = programWith({
      settings: [{ key: "minimum payout", value: "USD 500" }],
      triggers: [trigger("rate", { percent: "10" })],
      transactions: [sale("T1", "2026-03-02", 100)],
    });
    const final = carryOut(
      runOn(given, "2026-04-01"),
      finalizeInvoiceByHand,
      { invoice: "inv_2026-03_USD", reason: null },
      worldOn("2026-04-02"),
    ).program;
    expect(byKey(final, "rewards", "T1/rate")).toMatchObject({
      invoice: null,
      firstInvoice: "inv_2026-03_USD",
    });
    const { program, output } = undo(final, "2026-04-03", { confirmed: true, changedToo: true });
    expect(output.adjustments).toMatchObject([
      { reward: "T1/rate", amount: -1000, decimal: "-10.00", currency: "USD" },
    ]);
    expect(keys(program, "rewards")).toContain("T1/rate");
    expect(byKey(program, "transactions", "T1").judged?.key).toBe("T1");
  });

  test("a run that finalized an invoice which is paid since leaves it, its lines and payouts as they are", () => {
    const final = runOn(runOn(sold(), "2026-04-01"), "2026-04-20");
    const paying = { invoice: "inv_2026-03_USD", neverSent: true, paidOn: null, reference: null };
    const paid = carryOut(final, payInvoice, paying, worldOn("2026-04-21")).program;
    const { program, output } = undo(paid, "2026-04-21", { changedToo: true, confirmed: true });
    expect(output.stays.map(({ why }) => why)).toContain("it is on a final invoice");
    for (const table of ["rewards", "invoices", "payouts"] as const) {
      expect(cellsOf(program, table)).toEqual(cellsOf(paid, table));
    }
  });

  test.each([
    ["paid", {}, "paid"],
    ["returned", { reason: "account closed" }, "open"],
  ] as const)("a payout typed %s is not undone", (status, more, last) => {
    const paid = carryOut(
      firstFinal(),
      payInvoice,
      { invoice: "inv_2026-03_USD", neverSent: true, paidOn: null, reference: null },
      worldOn("2026-04-03"),
    ).program;
    const before = status === "paid" ? firstFinal() : paid;
    const [payout] = keys(before, "payouts");
    const typed = changed(before, (work) =>
      work.update("payouts", payout as string, { status, ...more }),
    );
    const taken = runOn(typed, "2026-04-05");
    expect(
      recordsOf(taken, "payouts")
        .map((each) => each.status)
        .pop(),
    ).toBe(last);

    const { program, output } = undo(taken, "2026-04-06", { changedToo: true, confirmed: true });

    expect(recordsOf(program, "payouts")).toEqual(recordsOf(taken, "payouts"));
    expect(recordsOf(program, "rewards")).toEqual(recordsOf(taken, "rewards"));
    expect(output.stays.map(({ why }) => why)).toContain("payments are not undone");
  });

  test("a drip keeps the parts on final invoices, and goes on after them", () => {
    const weekly = { action: "start a drip", amount: 5, occurrences: 9, cycle: 1 };
    const started = programWith({
      settings: [
        { key: "paused", value: "no" },
        { key: "last month opened", value: "2026-02" },
      ],
      triggers: [trigger("drip", { ...weekly, cycleUnit: "weeks" })],
      transactions: [sale("T1", "2026-03-16", 100)],
    });
    const caughtUp = runOn(started, "2026-04-14");
    expect(byKey(caughtUp, "drips", "drip_T1/drip").issued).toBe(5);
    const invoice = { invoice: "inv_2026-03_USD", reason: null };
    const final = carryOut(caughtUp, finalizeInvoiceByHand, invoice, worldOn("2026-04-14")).program;
    const { program, output } = undo(final, "2026-04-14", { confirmed: true });
    expect(keys(program, "rewards").filter((key) => !key.startsWith("adj_"))).toEqual([
      "drip_T1/drip#1",
      "drip_T1/drip#2",
      "drip_T1/drip#3",
    ]);
    expect(output.adjustments).toHaveLength(3);
    expect(byKey(program, "drips", "drip_T1/drip").issued).toBe(3);
    const resumed = changed(program, (work) => work.update("settings", "paused", { value: "no" }));
    expect(byKey(runOn(resumed, "2026-04-15"), "drips", "drip_T1/drip").issued).toBe(5);
  });
});

describe("undoing a run whose lines a person has since changed", () => {
  const approved = (): Program => {
    const input = { rewards: ["T2/rate"], status: "approved", reason: null, note: null };
    const made = runOn(sold(), "2026-03-10");
    return carryOut(made, setRewardStatus, input, worldOn("2026-03-10")).program;
  };

  test("the preview asks about them, and they stay with their events until confirmed", () => {
    const { program, output } = undo(approved(), "2026-03-11", { confirmed: true });
    expect(output.asked).toEqual([{ tab: "Rewards", key: "T2/rate" }]);
    expect(keys(program, "rewards")).toEqual(["T2/rate"]);
    expect(byKey(program, "transactions", "T2").judged?.key).toBe("T2");
    expect(byKey(program, "transactions", "T1").judged).toBeNull();
  });

  test("they are undone too if confirmed", () => {
    const { program, output } = undo(approved(), "2026-03-11", {
      changedToo: true,
      confirmed: true,
    });
    expect(output.asked).toEqual([{ tab: "Rewards", key: "T2/rate" }]);
    expect(keys(program, "rewards")).toEqual([]);
    expect(byKey(program, "transactions", "T2").judged).toBeNull();
  });

  test("an amount typed over in the sheet is noticed as well", () => {
    const typed = changed(runOn(sold(), "2026-03-10"), (work) =>
      work.update("rewards", "T1/first", { amount: 6000 }),
    );
    const { output } = undo(typed, "2026-03-11", {});
    expect(output.asked).toEqual([{ tab: "Rewards", key: "T1/first" }]);
    // Its event stays judged, so what else it made stays too.
    expect(output.stays.map(({ key }) => key).sort()).toEqual(["T1", "T1/first", "T1/rate"]);
  });

  test("an invoice on which a person has put a line stays with that line", () => {
    const opened = runOn(sold(), "2026-04-01");
    const placed = changed(opened, (work) =>
      work.insert("rewards", {
        key: "bonus",
        partner: "ann",
        amount: 700,
        currency: "USD" as never,
        status: "approved",
        accepted: { status: "approved", amount: 700, invoice: null, firstInvoice: null, of: null },
        source: "manual",
        earnedOn: day("2026-03-31"),
        invoice: "inv_2026-03_USD",
      }),
    );
    const { program, output } = undo(placed, "2026-04-02", { confirmed: true });
    expect(output.stays).toEqual([
      { tab: "Invoices", key: "inv_2026-03_USD", why: "lines stay on it" },
    ]);
    expect(byKey(program, "invoices", "inv_2026-03_USD")).toMatchObject({ lines: 1, total: 700 });
  });
});

describe("what a run keeps for its undo", () => {
  test("what a reward keeps of its other cells is told from them, so that runs of thousands of lines fit", () => {
    const opened = runOn(sold(), "2026-04-01");
    const final = runOn(opened, "2026-04-20");
    const said = recordsOf(final, "activity").map((line) => line.undo ?? "");
    expect(said.filter((text) => text.includes("accepted"))).toEqual([]);
    const { program } = undo(final, "2026-04-20", { confirmed: true });
    expect(cellsOf(program, "rewards")).toEqual(cellsOf(opened, "rewards"));
  });

  const many = (count: number): Program => {
    const sales = Array.from({ length: count }, (_, i) =>
      sale(`sale-${(i * 7919) % 100_003}-of-the-shop`, "2026-03-02", 10),
    );
    return programWith({
      settings: [{ key: "paused", value: "no" }],
      triggers: [trigger("rate", { percent: "10" })],
      transactions: sales,
    });
  };

  const kept = (program: Program) =>
    cellsOf(program, "activity").map((cells) =>
      Object.entries(cells).flatMap(([id, cell]) => (id.startsWith("undo") && cell ? [cell] : [])),
    );

  test("a run of several parts, kept in several cells, is undone as one", () => {
    const before = many(2_700);
    const after = runOn(before, "2026-03-10");
    expect(keys(after, "rewards")).toHaveLength(2_700);
    expect(kept(after)).toHaveLength(1);
    expect(kept(after)[0]?.length).toBeGreaterThan(1);
    for (const cell of kept(after)[0] ?? [])
      expect(String(cell).length).toBeLessThanOrEqual(32_767);
    const { program } = undo(after, "2026-03-10", { confirmed: true });
    expect(keys(program, "rewards")).toEqual([]);
    const shown = (each: Program) =>
      cellsOf(each, "transactions").map(({ key, judged, outcome }) => [key, judged, outcome]);
    expect(shown(program)).toEqual(shown(before));
    expect(kept(program)).toEqual(expect.arrayContaining([["undone"], []]));
  });

  test("a run that changed more than its cells hold says so, and is refused", () => {
    const after = runOn(many(12_000), "2026-03-10");
    expect(recordsOf(after, "activity")[0]?.what).toContain("It changed too much to be undone.");
    expect(undoneCode(() => undo(after, "2026-03-10", {}))).toBe("RUN_NOT_UNDOABLE");
  });

  test("a record that a person has shortened is refused plainly", () => {
    const torn = changed(runOn(sold(), "2026-03-10"), (work) => {
      const line = work.all("activity")[0];
      if (line) work.update("activity", line.key, { undo: (line.undo ?? "").slice(0, 40) });
    });
    expect(undoneCode(() => undo(torn, "2026-03-11", { confirmed: true }))).toBe(
      "RUN_NOT_UNDOABLE",
    );
  });

  test("only the last five runs can be undone; an older one says that it can't", () => {
    let program = sold();
    for (let n = 1; n <= 6; n++) {
      program = changed(program, (work) =>
        work.insert("transactions", {
          key: `N${n}`,
          customer: "acme",
          date: { day: day("2026-03-04"), time: "" },
          amount: 1000,
        }),
      );
      program = runOn(program, `2026-03-1${n}`);
    }
    for (let n = 1; n <= 5; n++) program = undo(program, "2026-03-17", { confirmed: true }).program;
    expect(undoneCode(() => undo(program, "2026-03-17", { confirmed: true }))).toBe(
      "RUN_NOT_UNDOABLE",
    );
  });
});
