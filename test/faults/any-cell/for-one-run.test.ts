import fc from "fast-check";
import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Cell, FieldContext } from "../../../src/engine/kernel/fields";
import type { Currency } from "../../../src/engine/kernel/money";
import type { Program, RawTables } from "../../../src/engine/program/program";
import { tableOf } from "../../../src/engine/tables";
import { type JudgedAs, judgedAsField } from "../../../src/engine/tables/packed/judged-as";
import type { RawRow } from "../../../src/engine/tables/table";
import { cellsOf, programOf, recordsOf } from "../../support/program";
import { oddValues } from "./odd-values";
import { rawsOf, reread, runOn } from "./two-halves";

const bare: FieldContext = { decimalMark: ".", currency: "USD" as Currency };
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

test("whatever is kept of what a judged row said, the program is read, and the row's own cells count where they can be read", () => {
  const kept = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom("", "usd", "XXQ", "900", "900.125", "x".repeat(90)),
    fc.constantFrom(...Object.values(oddValues)).map(String),
  );
  const headers = Object.values(tableOf("transactions").columns).map(({ header }) => header);
  const [marker] = recordsOf(judged, "transactions");
  const expected = counted(runOn(withNext(judged), "2026-01-11"));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...headers), kept, { noNullPrototype: true }),
      fc.constantFrom<Cell>("#N/A", "tbd", 900),
      (said, amount) => {
        const row = JSON.parse(JSON.stringify(said)) as Readonly<Record<string, string>>;
        const judgedAs = judgedAsField.print({ ...(marker?.judgedAs as JudgedAs), row }, bare);
        const odd = withCell(withNext(judged), "transactions", "judgedAs", judgedAs);
        const after = runOn(withCell(odd, "transactions", "amount", amount), "2026-01-11");
        expect(cellsOf(after, "transactions")).toHaveLength(2);
        if (amount === 900) expect(counted(after)).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
});

const errors = Object.entries(oddValues).filter(([, cell]) => isErrorCell(cell));
/** What people fill in, and the version, without which a trigger can't be read either. */
const terms = Object.entries(tableOf("triggers").columns)
  .filter(([id, { filledBy }]) => filledBy !== "program" || id === "version")
  .map(([id]) => id);

test("a trigger that shows an error for one run loses no reward: what it may act on waits, and nothing else does (CELL-2c)", () => {
  const set = (program: Program, column: string, cell: Cell): Program => {
    const raws = rawsOf(program);
    const rows = (raws.triggers?.rows ?? []).map((row) =>
      row.cells.name === "share" || row.cells.key === "share"
        ? { ...row, cells: { ...row.cells, [column]: cell } }
        : row,
    );
    return reread({ ...raws, triggers: { ...raws.triggers, rows } } as typeof raws);
  };
  const start = programOf({
    partners: [{ key: "ada", name: "Ada" }],
    customers: [{ key: "c", name: "Harbor", partner: "ada", createdOn: "2026-01-05" }],
    transactions: [sale("big", "2026-01-10", 900), sale("tiny", "2026-01-10", 3)],
    actions: [{ key: "demo", customer: "c", kind: "demo", date: "2026-01-10" }],
    triggers: [
      {
        ...trigger(
          "share",
          "transaction created",
          rule("transaction.Amount", "greaterThan", 5),
          20,
        ),
        set: "one",
        order: 1,
        limitPerReward: 15,
      },
      { ...trigger("rest", "transaction created", "", 7), set: "one", order: 2 },
      trigger("show", "action recorded", "", 2),
    ],
    settings: [{ key: "program start", value: "2026-01-01" }],
  });
  const paid = (program: Program) =>
    cellsOf(program, "rewards").map(({ key, amount }) => `${key} ${amount}`);
  const expected = ["big/share 15", "demo/show 2", "tiny/rest 7"];
  expect(paid(runOn(start, "2026-01-11"))).toEqual(expected);

  fc.assert(
    fc.property(fc.constantFrom(...terms), fc.constantFrom(...errors), (column, [, odd]) => {
      const before = rawsOf(start).triggers?.rows[0]?.cells[column] ?? "";
      const during = runOn(set(start, column, odd), "2026-01-11");
      // Rules that are unknown may hold for the small sale, too.
      expect(paid(during)).toEqual(expected.slice(1, column === "rules" ? 2 : 3));
      expect(recordsOf(during, "transactions").find(({ key }) => key === "big")?.outcome).toMatch(
        /^waits: the trigger “.*” shows an error$/,
      );
      expect(paid(runOn(set(during, column, before), "2026-01-12"))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

describe("a judged customer of which a cell can't be read (CELL-2b)", () => {
  const customer = (key: string) => ({ key, name: key, partner: "ada", createdOn: "2026-01-05" });
  const start = runOn(
    programOf({
      partners: [
        { key: "ada", name: "Ada" },
        { key: "bela", name: "Bela" },
      ],
      customers: [customer("c"), customer("d")],
      triggers: [
        trigger("few", "transaction created", rule("partner.customers", "lessThan", 2), 7),
        trigger(
          "month",
          "transaction created",
          rule("partner.customers this month", "equal", 2),
          9,
        ),
      ],
      settings: [{ key: "program start", value: "2026-01-01" }],
    }),
    "2026-01-10",
  );
  const withCellOfD = (program: Program, column: string, cell: Cell): Program => {
    const raws = rawsOf(program);
    const rows = (raws.customers?.rows ?? []).map((row) =>
      row.cells.key === "d" ? { ...row, cells: { ...row.cells, [column]: cell } } : row,
    );
    return reread({ ...raws, customers: { ...raws.customers, rows } } as typeof raws);
  };
  /** What Ada's customer earns by a sale. */
  const earned = (program: Program) => {
    const sold = reread({ ...rawsOf(program), transactions: next.transactions } as RawTables);
    return cellsOf(runOn(sold, "2026-01-12"), "rewards").map(({ key }) => key);
  };

  test.each([
    ["name"],
    ["email"],
    ["createdOn"],
    ["status"],
    ["archivedOn"],
    ["test"],
    ["partner"],
  ])("an error in %s: it counts among its partner's customers", (column) => {
    expect(earned(withCellOfD(start, column, "#N/A"))).toEqual(["t2/month"]);
  });

  test("an error in the partner of one that was moved: it counts for the partner whom it was moved to", () => {
    const moved = runOn(withCellOfD(start, "partner", "bela"), "2026-01-11");
    expect(earned(withCellOfD(moved, "partner", "#N/A"))).toEqual(["t2/few"]);
  });
});
