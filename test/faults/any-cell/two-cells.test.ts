import fc from "fast-check";
import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { runs } from "../../support/laws";
import { type Given, programOf } from "../../support/program";
import { oddValues } from "./odd-values";
import { rawsOf, reread, runOn } from "./two-halves";

const trigger = (key: string, event: string) => ({
  key,
  name: key,
  state: "active",
  event,
  action: "grant a reward",
  amount: 50,
});
const sale = (key: string, amount: number, more = {}) => ({
  key,
  date: "2026-01-10",
  amount,
  customer: "c",
  currency: "JPY",
  ...more,
});

/** Sales in another currency than the program's, refunds of them, and rewards of sales and of actions. */
const judged = runOn(
  programOf({
    partners: [{ key: "ada", name: "Ada" }],
    customers: [{ key: "c", name: "Harbor", partner: "ada", createdOn: "2026-01-05" }],
    transactions: [
      sale("t1", 40_000),
      sale("t2", 900, { currency: "USD" }),
      sale("r1", -400, { refundOf: "t1", customer: "" }),
      sale("r2", -300, { refundOf: "t1", customer: "" }),
    ],
    actions: [{ key: "a1", customer: "c", kind: "demo", date: "2026-01-10" }],
    triggers: [trigger("sold", "transaction created"), trigger("shown", "action recorded")],
    settings: [{ key: "program start", value: "2026-01-01" }],
  } as Given),
  "2026-01-11",
);

type Tab = "transactions" | "rewards";
type Cells = Readonly<Record<string, Cell>>;
function withCells(program: Program, tab: Tab, key: string, cells: Cells): Program {
  const raws = rawsOf(program);
  const rows = (raws[tab]?.rows ?? []).map((row) =>
    row.cells.key === key ? { ...row, cells: { ...row.cells, ...cells } } : row,
  );
  return reread({ ...raws, [tab]: { ...raws[tab], rows } } as typeof raws);
}

/** Since it was judged, somebody archived a sale and a refund, and the next run took that in. */
const archived = runOn(
  ["t2", "r2"].reduce(
    (program, key) =>
      withCells(program, "transactions", key, {
        status: "archived",
        archivedOn: { day: "2026-01-12", time: "" } as Cell,
      }),
    judged,
  ),
  "2026-01-13",
);

/** What sums, limits and refunds ask of a row. */
function counted(program: Program, tab: Tab, key: string) {
  if (tab === "transactions") {
    const row = program.tables.transactions?.byKey.get(key)?.record;
    // A refund counts alike with and without its minus sign.
    const amount = row?.refundOf ? Math.abs(row.amount) : row?.amount;
    return row && [amount, row.currency, row.refundOf, row.status];
  }
  const row = program.tables.rewards?.byKey.get(key)?.record;
  return row && [row.amount, row.currency, row.partner, row.customer, row.transaction, row.source];
}

const columns = {
  transactions: ["amount", "currency", "date", "customer", "refundOf", "status", "product"],
  rewards: [
    ...["amount", "currency", "customer", "transaction", "trigger", "source", "earnedOn"],
    ...["estimatedPayment", "triggerVersion", "paidOn", "decidedOn"],
  ],
} as const;
const keys = {
  transactions: ["t1", "t2", "r1", "r2"],
  rewards: ["t1/sold", "t2/sold", "a1/shown"],
} as const;
const errors = Object.values(oddValues).filter(isErrorCell);

const slip = fc.constantFrom<Tab>("transactions", "rewards").chain((tab) =>
  fc.record({
    tab: fc.constant(tab),
    key: fc.constantFrom<string>(...keys[tab]),
    odd: fc.uniqueArray(fc.constantFrom<string>(...columns[tab]), { minLength: 1, maxLength: 3 }),
    error: fc.constantFrom(...errors),
  }),
);

test("a judged sale, refund or reward of which several cells show an error counts as it did, or not at all (CELL-2b, CELL-2d)", () => {
  let read = 0;
  fc.assert(
    fc.property(slip, ({ tab, key, odd, error }) => {
      const cells = Object.fromEntries(odd.map((column) => [column, error]));
      const now = counted(withCells(archived, tab, key, cells), tab, key);
      if (!now) return;
      read++;
      expect(now).toEqual(counted(archived, tab, key));
    }),
    { numRuns: runs * 10 },
  );
  expect(read).toBeGreaterThan(runs);
});
