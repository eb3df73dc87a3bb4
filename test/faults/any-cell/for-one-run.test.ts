import fc from "fast-check";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { tableOf } from "../../../src/engine/tables";
import type { RawRow } from "../../../src/engine/tables/table";
import { cellsOf, programOf, recordsOf } from "../../support/program";
import { oddValues } from "./odd-values";
import { rawsOf, reread, runOn } from "./two-halves";

const rule = (fact: string, operator: string, value: unknown) =>
  JSON.stringify({ all: [{ fact, operator, value }] });
const trigger = (key: string, event: string, rules: string, amount: number) => ({
  key,
  name: key,
  state: "active",
  event,
  rules,
  action: "grant a reward",
  amount,
});
const sale = (key: string, date: string, amount: number) => ({
  key,
  date,
  amount,
  customer: "c",
  currency: "USD",
});

/** Triggers that count what came before, and a sale and a demo judged on 10 January. */
const judged = runOn(
  programOf({
    partners: [{ key: "ada", name: "Ada" }],
    customers: [{ key: "c", name: "Harbor", partner: "ada", createdOn: "2026-01-05" }],
    transactions: [sale("t1", "2026-01-10", 900)],
    actions: [{ key: "a1", customer: "c", kind: "demo", date: "2026-01-10" }],
    triggers: [
      trigger("first", "transaction created", rule("transaction.number", "equal", 1), 50),
      trigger("small", "transaction created", rule("partner.revenue", "lessThan", 500), 7),
      trigger("starter", "transaction created", rule("customer.revenue", "lessThan", 500), 3),
    ],
    settings: [{ key: "program start", value: "2026-01-01" }],
  }),
  "2026-01-10",
);

type Counted = "transactions" | "actions";
const rowsOf = (program: Program, table: Counted): readonly RawRow[] =>
  rawsOf(program)[table]?.rows ?? [];

/** The first row of a tab with another cell, and a new row below it. */
function withCell(program: Program, table: Counted, column: string, cell: Cell): Program {
  const rows = rowsOf(program, table).map((row, at) =>
    at === 0 ? { ...row, cells: { ...row.cells, [column]: cell } } : row,
  );
  const raws = rawsOf(program);
  return reread({ ...raws, [table]: { ...raws[table], rows } } as typeof raws);
}
const next = rawsOf(
  programOf({
    transactions: [sale("t2", "2026-01-11", 10)],
    actions: [{ key: "a2", customer: "c", kind: "demo", date: "2026-01-11" }],
  }),
);
function withNext(program: Program): Program {
  const raws = rawsOf(program);
  const more = (["transactions", "actions"] as const).map((table) => [
    table,
    { ...raws[table], rows: [...rowsOf(program, table), ...(next[table]?.rows ?? [])] },
  ]);
  return reread({ ...raws, ...Object.fromEntries(more) } as typeof raws);
}
/** The keys of all rewards, and the number that each row got. */
const counted = (program: Program) => [
  ...cellsOf(program, "rewards").map(({ key }) => key),
  ...(["transactions", "actions"] as const).flatMap((table) =>
    recordsOf(program, table).map(({ key, judged }) => `${key}: ${judged?.number}`),
  ),
];

const place = fc.constantFrom<Counted>("transactions", "actions").chain((table) =>
  fc.record({
    table: fc.constant(table),
    column: fc.constantFrom(
      ...Object.entries(tableOf(table).columns)
        .filter(([id, { filledBy }]) => filledBy !== "program" && id !== "problems")
        .map(([id]) => id),
    ),
    odd: fc.constantFrom(...Object.keys(oddValues)),
  }),
);

test("a judged row of which a cell can't be read for one run counts as it was judged: no later row earns more or less (CELL-2b)", () => {
  const expected = counted(runOn(withNext(judged), "2026-01-11"));
  expect(expected).toEqual(["t1/first", "t1: 1", "t2: 2", "a1: 1", "a2: 2"]);
  let unread = 0;
  fc.assert(
    fc.property(place, ({ table, column, odd }) => {
      const odded = withCell(withNext(judged), table, column, oddValues[odd] as Cell);
      const row = odded.tables[table]?.rows[0];
      // Another key is no slip: the row was renamed, or nobody knows which row it is (CELL-7).
      if (!row || row.problems.length === 0 || row.said !== row.key) return;
      unread++;
      const after = runOn(odded, "2026-01-11");
      expect(counted(after)).toEqual(expected);
      const before = rowsOf(judged, table)[0]?.cells[column] ?? "";
      expect(counted(runOn(withCell(after, table, column, before), "2026-01-12"))).toEqual(
        expected,
      );
    }),
    { numRuns: 150 },
  );
  expect(unread).toBeGreaterThan(20);
});
