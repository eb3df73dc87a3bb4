import fc from "fast-check";
import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { runs } from "../../support/laws";
import { cellsOf, type Given, programOf } from "../../support/program";
import { oddValues as odds } from "./odd-values";
import { rawsOf, reread, runOn } from "./two-halves";

const trigger = (key: string, more: object) => ({
  key,
  name: key,
  state: "active",
  event: "transaction created",
  action: "grant a reward",
  amount: 50,
  ...more,
});
const drip = { action: "start a drip", cycle: 1, cycleUnit: "days", occurrences: 3 };
/** Triggers whose rewards use up what is left for those after them. */
const limited: Readonly<Record<string, readonly object[]>> = {
  "first n": [trigger("only", { firstEvents: 1 })],
  "first n of the partner": [trigger("only", { firstOfPartner: 1 })],
  "limit per customer": [trigger("only", { limitPerCustomer: 60 })],
  "limit per month": [trigger("only", { limitPerMonth: 60 })],
  "first n of a drip": [trigger("only", { ...drip, firstEvents: 1 })],
  "limit of a drip": [trigger("only", { ...drip, limitPerCustomer: 120 })],
  "limit per month of a drip": [trigger("only", { ...drip, limitPerMonth: 120 })],
  "a set": [
    trigger("only", { set: "one", order: 1, firstEvents: 1 }),
    trigger("rest", { set: "one", order: 2, amount: 7 }),
  ],
  "first n actions": [
    trigger("only", { event: "action recorded", firstOfPartner: 1, firstEvents: 2 }),
  ],
  "limit of a percent": [trigger("only", { amount: "", percent: "50", limitPerCustomer: 60 })],
};
const sale = (key: string, date: string, more = {}) => ({
  key,
  date,
  amount: 100,
  customer: "c",
  currency: "USD",
  ...more,
});
const action = (key: string, date: string) => ({ key, customer: "c", kind: "demo", date });

/** A sale and a demo of 10 January, judged on that day, and a refund of it on the 11th where there is one. */
const lived = (kind: string, isRefunded: boolean): Program =>
  runOn(
    programOf({
      partners: [{ key: "ada", name: "Ada" }],
      customers: [{ key: "c", name: "Harbor", partner: "ada", createdOn: "2026-01-05" }],
      transactions: [
        sale("t1", "2026-01-10"),
        ...(isRefunded
          ? [sale("r1", "2026-01-10", { amount: -40, refundOf: "t1", customer: "" })]
          : []),
      ],
      actions: [action("a1", "2026-01-10")],
      triggers: limited[kind] ?? [],
      settings: [{ key: "program start", value: "2026-01-01" }],
    } as Given),
    "2026-01-11",
  );
const added = rawsOf(
  programOf({ transactions: [sale("t2", "2026-01-12")], actions: [action("a2", "2026-01-12")] }),
);
function withNext(program: Program): Program {
  const raws = rawsOf(program);
  const more = (["transactions", "actions"] as const).map((table) => [
    table,
    { ...raws[table], rows: [...(raws[table]?.rows ?? []), ...(added[table]?.rows ?? [])] },
  ]);
  return reread({ ...raws, ...Object.fromEntries(more) } as typeof raws);
}
function withCell(program: Program, at: number, column: string, cell: Cell): Program {
  const raws = rawsOf(program);
  const rows = (raws.rewards?.rows ?? []).map((row, n) =>
    n === at ? { ...row, cells: { ...row.cells, [column]: cell } } : row,
  );
  return reread({ ...raws, rewards: { ...raws.rewards, rows } } as typeof raws);
}
const paid = (program: Program) =>
  cellsOf(program, "rewards").map((row) =>
    ["key", "partner", "customer", "amount", "status", "source", "trigger"]
      .map((id) => row[id as never])
      .join(" "),
  );

/** What limits, sums and first n ask of a reward; and what nothing asks, but what kept it out would be lost to them. */
const columns = [
  "key",
  "partner",
  "amount",
  "currency",
  "status",
  "earnedOn",
  "customer",
  "transaction",
  "source",
  "trigger",
  "drip",
  "occurrence",
  "adjusts",
  "calculated",
  "estimatedPayment",
  "triggerVersion",
  "paidOn",
  "decidedOn",
] as const;
const oddValues = { ...odds, "a key that is none": "two\nlines" };
const errors = Object.values(oddValues).filter(isErrorCell);

const slip = fc.record({
  kind: fc.constantFrom(...Object.keys(limited)),
  isRefunded: fc.boolean(),
  reward: fc.nat(2),
  column: fc.constantFrom(...columns),
  odd: fc.oneof(fc.constantFrom(...errors), fc.constantFrom(...Object.values(oddValues))),
});

test("a reward of which a cell can't be read for one run uses up what it did: no later event earns more or less (CELL-2d)", () => {
  let unread = 0;
  fc.assert(
    fc.property(slip, ({ kind, isRefunded, reward, column, odd }) => {
      const start = lived(kind, isRefunded);
      const rows = rawsOf(start).rewards?.rows ?? [];
      const at = reward % rows.length;
      const before = rows[at]?.cells[column] ?? "";
      const odded = withCell(withNext(start), at, column, odd);
      const row = odded.tables.rewards?.rows[at];
      // What can be read is an edit of a person's, and counts as one (EDIT-12).
      if (!isErrorCell(odd) && (row?.problems.length ?? 0) === 0) return;
      unread++;
      expect([column, row?.problems.length]).toEqual([column, 1]);
      const during = runOn(odded, "2026-01-12");
      const after = runOn(withCell(during, at, column, before), "2026-01-13");
      const expected = runOn(runOn(withNext(start), "2026-01-12"), "2026-01-13");
      expect(paid(after)).toEqual(paid(expected));
    }),
    { numRuns: runs * 4 },
  );
  expect(unread).toBeGreaterThan(runs);
});
