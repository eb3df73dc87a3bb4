import fc from "fast-check";
import { addDays, day } from "../../../src/engine/kernel/day";
import { type Cell, cellText } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { payInvoice } from "../../../src/engine/usecases/payouts/pay-invoice";
import { createManualReward } from "../../../src/engine/usecases/rewards/create-manual-reward";
import { act } from "../../engine/usecases/act";
import { runs } from "../../support/laws";
import { cellsOf, type Given, programOf, recordsOf } from "../../support/program";
import { rawsOf, reread, runOn } from "./two-halves";

const trigger = (key: string, more: object) => ({
  key,
  name: key,
  state: "active",
  event: "transaction created",
  action: "grant a reward",
  ...more,
});
const drip = { action: "start a drip", cycle: 2, cycleUnit: "weeks", occurrences: 4 };
const sale = (key: string, date: string, who: "ada" | "bela", amount: number, more = {}) => ({
  key,
  date,
  amount,
  customer: `of ${who}`,
  currency: who === "ada" ? "USD" : "EUR",
  ...more,
});
const refund = (key: string, date: string, who: "ada" | "bela", amount: number, refundOf: string) =>
  sale(key, date, who, -amount, { refundOf, customer: "" });

/** The program with further sales and refunds. */
function added(program: Program, transactions: readonly object[]): Program {
  const raws = rawsOf(program);
  const more = rawsOf(programOf({ transactions } as Given)).transactions?.rows ?? [];
  const rows = [...(raws.transactions?.rows ?? []), ...more];
  return reread({ ...raws, transactions: { ...raws.transactions, rows } } as typeof raws);
}

/**
 * A program in February whose rewards are of every kind: by triggers, of drips and by hand; paid, final, carried below the
 * minimum, and in review; as made, typed over, refunded, and taken back by a line.
 */
function lived(): Program {
  let program = programOf({
    partners: ["ada", "bela"].map((key) => ({ key, name: key, payoutMethod: "other" })),
    customers: ["ada", "bela"].map((partner) => ({
      key: `of ${partner}`,
      name: `Of ${partner}`,
      partner,
      createdOn: "2026-01-02",
    })),
    triggers: [
      trigger("first", { amount: 50, currency: "USD", firstEvents: 1 }),
      trigger("rate", { percent: "20" }),
      trigger("cap", { percent: "10", limitPerReward: 12 }),
      trigger("month", { percent: "30", limitPerMonth: 70 }),
      trigger("plan", { ...drip, percent: "5" }),
      trigger("flat", { ...drip, amount: 4, currency: "USD" }),
      trigger("demo", { event: "action recorded", amount: 3 }),
      trigger("hello", { event: "customer created", amount: 2 }),
    ],
    transactions: [
      sale("t1", "2026-01-10", "ada", 100),
      sale("t2", "2026-01-11", "bela", 90.5),
      sale("t3", "2026-01-12", "ada", 333.33),
    ],
    actions: [{ key: "a1", customer: "of ada", kind: "demo", date: "2026-01-12" }],
    settings: [
      { key: "program start", value: "2026-01-01" },
      { key: "minimum payout", value: "EUR 300" },
    ],
  } as Given);
  const runAll = (...days: readonly string[]) => {
    for (const on of days) program = runOn(program, on);
  };
  runAll("2026-01-13", "2026-02-01", "2026-02-09");
  const paying = { invoice: "inv_2026-01_USD", paidOn: "2026-02-09", neverSent: true };
  program = act(program, payInvoice, paying as never, "2026-02-09").program;
  const given = { partner: "ada", amount: "12.50", currency: "USD", description: "extra" };
  program = act(
    program,
    createManualReward,
    { ...given, confirmed: true } as never,
    "2026-02-09",
  ).program;
  program = added(program, [
    refund("r1", "2026-02-10", "ada", 30, "t1"),
    sale("t4", "2026-02-10", "ada", 80),
    sale("t5", "2026-02-10", "bela", 1800),
  ]);
  runAll("2026-02-11");
  program = withCells(program, "amount", (key, cell) => (key === "t4/rate" ? 17 : cell));
  runAll("2026-02-12");
  program = added(program, [refund("r2", "2026-02-12", "bela", 200, "t5")]);
  runAll("2026-02-13", "2026-03-01");
  return program;
}

function withCells(
  program: Program,
  column: string,
  to: (key: string, cell: Cell, at: number) => Cell,
): Program {
  const raws = rawsOf(program);
  const rows = (raws.rewards?.rows ?? []).map((row, at) => {
    const cell = to(String(row.cells.key), row.cells[column] ?? "", at);
    return { ...row, cells: { ...row.cells, [column]: cell } };
  });
  return reread({ ...raws, rewards: { ...raws.rewards, rows } } as typeof raws);
}

type Way = "emptied" | "another row's" | "shifted by one";
interface Edit {
  readonly column: string;
  readonly way: Way;
  readonly reward: number;
  readonly other: number;
}
function edited(program: Program, { column, way, reward, other }: Edit): Program {
  const cells = (rawsOf(program).rewards?.rows ?? []).map((row) => row.cells[column] ?? "");
  const at = reward % cells.length;
  if (way === "shifted by one") {
    return withCells(program, column, (_, __, n) => cells[(n + 1) % cells.length] ?? "");
  }
  const to = way === "emptied" ? "" : (cells[other % cells.length] ?? "");
  return withCells(program, column, (_, cell, n) => (n === at ? to : cell));
}

/** All that is owed and paid. */
const money = (program: Program) =>
  (["rewards", "payouts"] as const).flatMap((table) =>
    cellsOf(program, table).map((row) =>
      ["key", "partner", "amount", "currency", "status", "invoice", "paidOn"]
        .map((id) => cellText(row[id as never] ?? ""))
        .join(" "),
    ),
  );
/** All rows but those of Activity, and but for what is said of them. */
const rowsOf = (program: Program) =>
  Object.entries(program.tables).map(([name, { rows }]) => [
    name,
    name === "activity" ? [] : rows.map(({ raw }) => ({ ...raw.cells, problems: "" })),
  ]);
const problemsOf = (program: Program) =>
  Object.values(program.tables).flatMap(({ rows }) => rows.flatMap(({ problems }) => problems))
    .length;
const editsIn = (program: Program) =>
  recordsOf(program, "activity").filter(({ who }) => who === "in the sheet").length;

/** Further sales and refunds of all sales before, a month's end and a run after its review. */
function goesOn(program: Program): Program {
  const more = added(program, [
    refund("s1", "2026-03-03", "ada", 20, "t1"),
    refund("s2", "2026-03-03", "bela", 40, "t2"),
    refund("s3", "2026-03-03", "ada", 100, "t3"),
    refund("s4", "2026-03-03", "ada", 60, "t4"),
    refund("s5", "2026-03-03", "bela", 900, "t5"),
    sale("late", "2026-02-20", "ada", 90),
    sale("t6", "2026-03-03", "ada", 150),
    sale("t7", "2026-03-03", "bela", 250),
  ]);
  return ["2026-03-04", "2026-03-12", "2026-04-01", "2026-04-12"].reduce(runOn, more);
}

const columns = [
  "partner",
  "amount",
  "currency",
  "status",
  "customer",
  "transaction",
  "source",
  "trigger",
  "drip",
  "occurrence",
  "adjusts",
  "calculated",
  "terms",
  "invoice",
  "firstInvoice",
  "earnedOn",
  "accepted",
] as const;
const editParts = {
  way: fc.constantFrom<Way>("emptied", "another row's", "shifted by one"),
  reward: fc.nat(40),
  other: fc.nat(40),
};
const edit: fc.Arbitrary<Edit> = fc.record({
  ...editParts,
  column: fc.constantFrom(...columns),
});

const start = lived();
const control = goesOn(runOn(start, "2026-03-02"));

/** Goes on from an edit: the money ends as without it, or it was told; and a second run the same day changes nothing. */
function isAsWithout(typed: Program): boolean {
  const first = runOn(typed, "2026-03-02");
  expect(rowsOf(runOn(first, "2026-03-02"))).toEqual(rowsOf(first));
  const last = goesOn(first);
  const isTold = problemsOf(typed) > problemsOf(start) || editsIn(first) > editsIn(start);
  if (isTold && JSON.stringify(money(last)) !== JSON.stringify(money(control))) return false;
  expect(money(last)).toEqual(money(control));
  return true;
}

test("a cell of a reward that is emptied, or says what another row's says, moves no money without a word, and never by turns (EDIT-8, EDIT-12)", () => {
  let kept = 0;
  fc.assert(
    fc.property(edit, (given) => {
      if (isAsWithout(edited(start, given))) kept++;
    }),
    { numRuns: runs },
  );
  expect(kept).toBeGreaterThan(runs / 4);
});

test("a day earned, a first invoice or what was accepted that is emptied, typed over, pasted or sorted alone moves no money at all, and is told (EDIT-8a)", () => {
  const days = fc.integer({ min: 0, max: 90 }).map((n) => addDays(day("2026-01-01"), n));
  const invoices = recordsOf(start, "invoices").map(({ key }) => key);
  const typedOver = fc.oneof(
    fc.record({
      ...editParts,
      column: fc.constantFrom("earnedOn" as const, "firstInvoice" as const, "accepted" as const),
    }),
    fc.record({ column: fc.constant("earnedOn" as const), to: days, reward: fc.nat(40) }),
    fc.record({
      column: fc.constant("firstInvoice" as const),
      to: fc.constantFrom("", ...invoices),
      reward: fc.nat(40),
    }),
  );
  const saidIn = (program: Program, id: "earnedOn" | "firstInvoice" | "accepted") =>
    cellsOf(program, "rewards")
      .map((cells) => cellText(cells[id] ?? ""))
      .join();
  fc.assert(
    fc.property(typedOver, (given) => {
      const typed =
        "way" in given
          ? edited(start, given)
          : withCells(start, given.column, (_, cell, at) =>
              at === given.reward ? given.to : cell,
            );
      const first = runOn(typed, "2026-03-02");
      expect(editsIn(first) > editsIn(start)).toBe(
        saidIn(typed, given.column) !== saidIn(start, given.column),
      );
      expect(money(goesOn(first))).toEqual(money(control));
    }),
    { numRuns: runs },
  );
});

const isElsewhere = (key: unknown, currency: Cell) =>
  key !== "" && !String(key).includes(`_${String(currency)}`);

test("an invoice or payout of another currency, pasted into a reward, moves it to no other currency (EDIT-8a)", () => {
  const lines = rawsOf(start).rewards?.rows ?? [];
  const pasted = fc.record({
    column: fc.constantFrom("invoice", "firstInvoice", "payout"),
    reward: fc.nat(lines.length - 1),
    other: fc.nat(40),
  });
  const currencies = (program: Program) =>
    cellsOf(program, "rewards").map(({ key, currency }) => [key, currency]);
  fc.assert(
    fc.property(pasted, ({ column, reward, other }) => {
      const { currency = "" } = lines[reward]?.cells ?? {};
      const keys = lines.map(({ cells }) => cells[column] ?? "");
      const elsewhere = keys.filter((key) => isElsewhere(key, currency));
      const to = elsewhere[other % elsewhere.length];
      if (to === undefined) return;
      const typed = withCells(start, column, (_, cell, at) => (at === reward ? to : cell));
      isAsWithout(typed);
      expect(currencies(runOn(typed, "2026-03-02"))).toEqual(currencies(start));
    }),
    { numRuns: runs },
  );
});
