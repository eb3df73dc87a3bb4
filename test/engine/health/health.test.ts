import type { Program } from "../../../src/engine/program/program";
import { checkHealth } from "../../../src/engine/usecases/program/check-health";
import { repair } from "../../../src/engine/usecases/program/repair";
import { type Given, recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { byKey, changed } from "../invoices/money-run";
import { partner, programWith, sale, trigger, typed } from "../judging/judge-on";
import { act, refusal } from "../usecases/act";

const examined = (program: Program, on: string) => act(program, checkHealth, {}, on).said;
const found = (program: Program, on: string): readonly string[] =>
  examined(program, on).rows.map(
    ({ check, table, key, column, repairs }) =>
      `${check}: ${table} ${key} ${column} [${repairs.map(({ how }) => how)}]`,
  );
const mend = (program: Program, check: string, id: string, how: string, on: string): Program =>
  act(program, repair, { check, id, how }, on).program;
const deleted = (program: Program, table: keyof Given, key: string): Program =>
  changed(program, (work) => work.remove(table, key));

/** A sale that makes a reward of 10.00, and a drip of three times 5.00 begun by another. */
const program = runOn(
  programWith({
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("plan", { action: "start a drip", amount: 5, cycle: 1, occurrences: 3 }),
    ],
    transactions: [sale("T1", "2026-03-02", 100)],
  }),
  "2026-04-20",
);
const DAY = "2026-04-20";

test("an untouched program has no findings, and every check is listed with its count", () => {
  const { checks, rows, total } = examined(program, DAY);
  expect([rows, total]).toEqual([[], 0]);
  expect(checks.every(({ count, label }) => count === 0 && label !== "")).toBe(true);
  expect(checks.length).toBeGreaterThanOrEqual(11);
});

describe("a reward whose row is gone", () => {
  const without = deleted(program, "rewards", "T1/rate");

  test("is found, marked at the judged row, and counted by the run; nothing is remade automatically", () => {
    expect(found(without, DAY)).toEqual([
      "missing-rewards: Transactions T1 Judged [restore,void]",
      "wrong-sums: Invoices inv_2026-03_USD Total [work out]",
    ]);
    const after = runOn(without, "2026-04-21");
    expect(recordsOf(after, "rewards").map(({ key }) => key)).not.toContain("T1/rate");
    expect(byKey(after, "transactions", "T1").problems).toMatch(/^Judged: What trigger rate made/);
    const lines = recordsOf(after, "activity").map(({ what }) => what);
    expect(lines[lines.length - 1]).toMatch(/1 problem found, 1 finding of the health check\.$/);
  });

  test("restored, has its amount again, is on hold, and is no longer found", () => {
    const after = mend(without, "missing-rewards", "T1/rate", "restore", DAY);
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({
      amount: 1000,
      status: "held",
      reason: "restored after its row was deleted",
      earnedOn: "2026-03-02",
    });
    expect(found(after, DAY).filter((each) => each.startsWith("missing"))).toEqual([]);
    const { what, who, record } = recordsOf(after, "activity").at(-1) ?? {};
    expect([what, who, record]).toEqual(["Restored T1/rate", "ann@example.com", "T1"]);
  });

  test("declared void, is no longer reported, and its row says so", () => {
    const after = runOn(mend(without, "missing-rewards", "T1/rate", "void", DAY), "2026-04-21");
    expect(found(after, "2026-04-21")).toEqual([]);
    expect(byKey(after, "transactions", "T1").outcome).toMatch(/what rate made is void$/);
  });

  test("pressed twice, is made once and refused the second time", () => {
    const after = mend(without, "missing-rewards", "T1/rate", "restore", DAY);
    const again = () => mend(after, "missing-rewards", "T1/rate", "restore", DAY);
    expect(refusal(again)).toBe("FINDING_GONE");
    const other = () => mend(without, "missing-rewards", "T1/rate", "work out", DAY);
    expect(refusal(other)).toBe("REPAIR_IMPOSSIBLE");
  });
});

describe("an occurrence whose row is gone", () => {
  const key = "drip_T1/plan#2";
  const without = deleted(program, "rewards", key);

  test("restored, has its amount and its due date, held", () => {
    const after = mend(without, "missing-rewards", key, "restore", DAY);
    expect(byKey(after, "rewards", key)).toMatchObject({
      amount: 500,
      earnedOn: "2026-04-02",
      status: "held",
      occurrence: 2,
    });
  });

  test("void, is forfeited: the drip goes on with the next one", () => {
    const after = runOn(mend(without, "missing-rewards", key, "void", DAY), "2026-05-10");
    expect(byKey(after, "drips", "drip_T1/plan")).toMatchObject({ issued: 2, settled: 3 });
    const keys = recordsOf(after, "rewards").map((reward) => reward.key);
    expect(keys.filter((each) => each.startsWith("drip"))).toEqual([
      "drip_T1/plan#1",
      "drip_T1/plan#3",
    ]);
    expect(found(after, "2026-05-10").filter((each) => each.startsWith("missing"))).toEqual([]);
  });
});

test("a deleted drip is restored as it would start now, and goes on after the parts that exist", () => {
  const without = deleted(program, "drips", "drip_T1/plan");
  const after = mend(without, "missing-rewards", "T1/plan", "restore", DAY);
  expect(byKey(after, "drips", "drip_T1/plan")).toMatchObject({ issued: 2, occurrences: 3 });
  expect(recordsOf(runOn(after, "2026-05-10"), "rewards")).toHaveLength(4);
});

test("what no current trigger would make can't be restored, and the check says so", () => {
  const without = deleted(deleted(program, "rewards", "T1/rate"), "triggers", "rate");
  const attempt = () => mend(without, "missing-rewards", "T1/rate", "restore", DAY);
  expect(refusal(attempt)).toBe("REPAIR_IMPOSSIBLE");
});

describe("a judged row that was deleted", () => {
  const without = deleted(program, "transactions", "T1");

  test("is reported at the rewards and the drip that lack it", () => {
    expect(found(without, DAY)).toEqual([
      "causes-gone: Rewards T1/rate Transaction [decline]",
      "causes-gone: Drips drip_T1/plan Transaction []",
    ]);
    const after = runOn(without, "2026-04-20");
    expect(byKey(after, "rewards", "T1/rate").problems).toMatch(/The row “T1” .* is missing/);
  });

  test("its reward can be declined with one click, off its invoice and with a reason", () => {
    const after = mend(without, "causes-gone", "T1/rate", "decline", DAY);
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({ status: "declined", invoice: null });
    expect(byKey(after, "invoices", "inv_2026-03_USD").total).toBe(500);
  });

  test("an amount typed over it is accepted before it is declined", () => {
    const typed = changed(without, (work) => {
      work.update("rewards", "T1/rate", { amount: 1 });
    });
    const { amount } = byKey(without, "rewards", "T1/rate");
    const after = mend(typed, "causes-gone", "T1/rate", "decline", DAY);
    expect(byKey(after, "rewards", "T1/rate")).toMatchObject({ amount: 1, calculated: amount });
  });

  test("a partner's change of group is not a deleted row", () => {
    const moved = programWith({
      partners: [{ key: "ann", name: "Ann", group: "Gold", judged: "ann | 2025-01-01 | #1 |" }],
      triggers: [trigger("gold", { event: "partner joined or changed group", amount: 7 })],
    });
    const after = runOn(moved, "2026-03-05");
    expect(recordsOf(after, "rewards")).toHaveLength(1);
    expect(found(after, "2026-03-05")).toEqual([]);
  });

  test("nor is the change of group that another event caused", () => {
    const moving = programWith({
      triggers: [
        trigger("up", { action: "move the partner to a group", group: "Gold" }),
        trigger("gold", { event: "partner joined or changed group", amount: 7 }),
        trigger("plan", {
          event: "partner joined or changed group",
          action: "start a drip",
          amount: 5,
          ...{ cycle: 1, cycleUnit: "months", occurrences: 3 },
        }),
      ],
      transactions: [sale("T1", "2026-03-01", 100)],
    });
    const after = runOn(moving, "2026-03-05");
    expect(recordsOf(after, "rewards").map(({ key }) => key)).toContain("ann@T1/gold");
    expect(found(after, "2026-03-05")).toEqual([]);
  });
});

test("a deleted partner is found wherever money is owed, and added again by one click without joining anew", () => {
  const without = deleted(program, "partners", "ann");
  expect(found(without, DAY)).toEqual([
    "orphans: Customers acme Partner [add again]",
    "orphans: Rewards T1/rate Partner [add again]",
    "orphans: Rewards drip_T1/plan#1 Partner [add again]",
    "orphans: Rewards drip_T1/plan#2 Partner [add again]",
    "orphans: Drips drip_T1/plan Partner [add again]",
  ]);
  const after = mend(without, "orphans", "acme", "add again", DAY);
  expect(byKey(after, "partners", "ann")).toMatchObject({ name: "ann", status: "active" });
  expect(found(after, DAY)).toEqual([]);
});

test("a deleted customer is found at its judged sale", () => {
  expect(found(deleted(program, "customers", "acme"), DAY)).toContain(
    "orphans: Transactions T1 Customer []",
  );
});

test("an amount typed over is reported until its invoice is final, and restored by one click", () => {
  const over = changed(program, (work) => work.update("rewards", "T1/rate", { amount: 1500 }));
  const accepted = runOn(over, DAY);
  expect(found(accepted, DAY)).toEqual(["typed-over: Rewards T1/rate Amount [put back]"]);
  const after = mend(accepted, "typed-over", "T1/rate", "put back", DAY);
  expect(byKey(after, "rewards", "T1/rate")).toMatchObject({ amount: 1000, calculated: null });
  expect(byKey(after, "invoices", "inv_2026-03_USD").total).toBe(1500);
});

describe("impossible statuses and sums", () => {
  const broken = (change: Parameters<typeof changed>[1]) => found(changed(program, change), DAY);

  test("a payout or an invoice that does not exist", () => {
    expect(broken((work) => work.update("rewards", "T1/rate", { payout: "pay_none" }))).toEqual([
      "impossible-statuses: Rewards T1/rate Payout []",
    ]);
    expect(broken((work) => work.update("rewards", "T1/rate", { invoice: "inv_none" }))).toContain(
      "impossible-statuses: Rewards T1/rate Invoice [take off]",
    );
  });

  test("removed from an invoice that is gone, a reward waits for the next one", () => {
    const off = changed(program, (work) =>
      work.update("rewards", "T1/rate", { invoice: "inv_none" }),
    );
    const after = mend(off, "impossible-statuses", "T1/rate", "take off", DAY);
    expect(byKey(after, "rewards", "T1/rate").invoice).toBeNull();
  });

  test("paid without a payout, and declined without a reason", () => {
    expect(broken((work) => work.update("rewards", "T1/rate", { status: "paid" }))).toContain(
      "impossible-statuses: Rewards T1/rate Status []",
    );
    expect(
      broken((work) => work.update("rewards", "T1/rate", { status: "declined", reason: null })),
    ).toContain("impossible-statuses: Rewards T1/rate Reason []");
  });

  test("an invoice that is not the sum of its lines is added up again by one click", () => {
    const off = changed(program, (work) =>
      work.update("invoices", "inv_2026-03_USD", { total: 1 }),
    );
    expect(found(off, DAY)).toEqual(["wrong-sums: Invoices inv_2026-03_USD Total [work out]"]);
    const after = mend(off, "wrong-sums", "inv_2026-03_USD", "work out", DAY);
    expect(byKey(after, "invoices", "inv_2026-03_USD").total).toBe(1500);
  });

  test("a line of a final invoice that no payout pays goes on the next invoice by one click, and is paid (INVOICE-22a)", () => {
    const final = changed(runOn(program, "2026-05-01"), (work) => {
      const [payout] = work.all("payouts");
      work.update("rewards", "T1/rate", { payout: null });
      work.update("payouts", payout?.key ?? "", { amount: 500 });
    });
    const told = found(final, "2026-05-01").filter((each) => each.startsWith("wrong-sums"));
    expect(told).toEqual(["wrong-sums: Rewards T1/rate Payout [take off]"]);

    const off = mend(final, "wrong-sums", "T1/rate", "take off", "2026-05-01");
    expect(byKey(off, "rewards", "T1/rate").invoice).toBeNull();
    const later = runOn(runOn(off, "2026-06-01"), "2026-07-01");
    const { invoice, payout } = byKey(later, "rewards", "T1/rate");
    expect([invoice, byKey(later, "payouts", payout ?? "").invoice]).toEqual([
      "inv_2026-05_USD",
      "inv_2026-05_USD",
    ]);
    expect(found(later, "2026-07-01").filter((each) => each.startsWith("wrong"))).toEqual([]);
  });

  test("a line that a payout may have paid stays on its final invoice", () => {
    const final = changed(runOn(program, "2026-05-01"), (work) =>
      work.update("rewards", "T1/rate", { payout: null }),
    );
    const told = found(final, "2026-05-01").filter((each) => each.includes("T1/rate"));
    expect(told).toEqual(["wrong-sums: Rewards T1/rate Payout []"]);
  });

  test("a payout whose line was deleted is marked with both sums before anybody pays it", () => {
    const final = runOn(program, "2026-05-01");
    const [payout] = recordsOf(final, "payouts");
    const without = deleted(final, "rewards", "T1/rate");
    const { rows: findings } = examined(without, "2026-05-01");
    const said = findings.find(({ table }) => table === "Payouts");
    expect([said?.key, said?.message]).toEqual([
      payout?.key,
      expect.stringContaining("come to 5.00 USD, not 15.00 USD"),
    ]);
  });
});

test("days without a run and unopened months are reported, but not while the program is paused", () => {
  const messages = examined(program, "2026-05-04").rows.map(({ message }) => message);
  expect(messages).toEqual([
    "No run took place from 2026-04-21 to 2026-05-03. The next run catches up.",
    "The invoices of 2026-04 are not opened yet. The next run opens them.",
  ]);
  const paused = typed(
    changed(program, (work) => work.insert("settings", { key: "paused", value: "yes" })),
    {},
  );
  expect(found(paused, "2026-05-04")).toEqual([]);
});

test("a drip whose trigger was deleted, a misspelt setting and a doubled row are reported", () => {
  const odd = typed(deleted(program, "triggers", "plan"), {
    settings: [{ key: "minimun payout", value: "USD 50" }],
    partners: [{ key: "ann", name: "Ann once more" }],
  });
  expect(found(odd, DAY)).toEqual([
    "doubled-rows: Partners ann Key []",
    "lost-triggers: Drips drip_T1/plan Trigger []",
    "unknown-settings: Settings minimun payout Key []",
  ]);
  expect(examined(odd, DAY).rows[2]?.message).toContain("Did you mean “minimum payout”?");
});

test("a row changed since it was judged is reported", () => {
  const other = changed(program, (work) => work.update("transactions", "T1", { amount: 20000 }));
  expect(found(other, DAY)).toEqual(["changed-rows: Transactions T1 Key []"]);
});

test("findings are found by every word of their check, tab, key and message", () => {
  const other = changed(program, (work) => work.update("transactions", "T1", { amount: 20000 }));
  const count = (search: string) => act(other, checkHealth, { search }, DAY).output.total;
  expect(["t1 TRANSACTIONS", "changed", "t1 rewards nothing"].map(count)).toEqual([1, 1, 0]);
});

test("looking changes nothing, and a long list comes in pages under 100 kB that miss none", () => {
  const sales = Array.from({ length: 3_000 }, (_, n) => ({
    ...sale(`a key that is rather long, number ${n}`, "2026-03-02", 1),
    judged: `a key that is rather long, number ${n} | 2026-03-02 | #${n} | rate`,
  }));
  const large = typed(program, { transactions: sales });
  const { output, changes } = act(large, checkHealth, {}, DAY);
  expect(changes.effects).toEqual([]);
  expect(output).toMatchObject({ total: 3_000, pages: 60 });
  const pages = [output, ...[2, 60].map((page) => act(large, checkHealth, { page }, DAY).output)];
  expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 50]);
  for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(100_000);
});

test("codes of two partners are told at both; unused ones and another partner's only to who asks (IMPORT-6d)", () => {
  const odd = programWith({
    partners: [
      partner({ key: "ann", codes: "ANN, Both" }),
      partner({ key: "bo", codes: "both; BO, fresh", joinedOn: "2026-01-01" }),
      partner({ key: "new", codes: "NEW", joinedOn: "2026-04-01" }),
    ],
    transactions: [
      sale("T1", "2026-03-02", 100, { code: "bo" }),
      sale("T2", "2026-03-03", 100, { code: "ann" }),
      sale("T3", "2026-03-03", 100, { code: "both" }),
    ],
  });
  const after = runOn(odd, DAY);
  expect(found(after, DAY)).toEqual(
    [
      "shared-codes: Partners ann codes []",
      "shared-codes: Partners bo codes []",
      "other-codes: Transactions T1 Code []",
      "unused-codes: Partners bo codes []",
    ].map((line) => line.replace(" codes ", " Codes ")),
  );
  const [line] = recordsOf(after, "activity");
  expect(line?.data).toMatchObject({ counts: { health: 2, problems: 2 } });
});
