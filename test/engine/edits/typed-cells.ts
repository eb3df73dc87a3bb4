import fc from "fast-check";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { type TableName, tableOf } from "../../../src/engine/tables";
import { runOn } from "../../support/run-on";
import { customer, partner, programWith, retyped, sale, trigger } from "../judging/judge-on";

const begun = runOn(
  programWith({
    partners: [partner({ payoutMethod: "other" }), partner({ key: "bea", payoutMethod: "other" })],
    customers: [customer(), customer({ key: "zoo", partner: "bea", email: "z@zoo.test" })],
    triggers: [
      trigger("rate", { percent: "10" }),
      trigger("plan", { action: "start a drip", percent: "5", cycle: 1, occurrences: 3 }),
    ],
    transactions: [
      sale("T1", "2026-03-02", 100),
      sale("T2", "2026-03-02", 50, { customer: "zoo", status: "active" }),
    ],
  }),
  "2026-03-02",
);
const inReview = runOn(begun, "2026-04-01", "2026-04-02");
const final = runOn(inReview, "2026-04-08");
/** A program begun, in review, and final, with the day of an act and the next. */
export const stages = [
  [begun, "2026-03-03", "2026-03-04"],
  [inReview, "2026-04-03", "2026-04-04"],
  [final, "2026-04-09", "2026-04-10"],
] as const;

export const tables = ["rewards", "drips", "invoices", "payouts"] as const;
const places = tables.flatMap((table) =>
  Object.keys(tableOf(table).columns)
    .filter((id) => id !== "key")
    .map((id) => [table, id] as const),
);
/** What a person may leave in any cell: something of its kind, of another, nothing, or what a broken formula shows. */
const cell: fc.Arbitrary<Cell> = fc.constantFrom<Cell>(
  "",
  0,
  7,
  -3,
  1e9,
  "12",
  "12,50",
  "x",
  "#REF!",
  "EUR",
  "usd",
  "ann",
  "bea",
  "T2",
  "rate",
  "plan",
  "pending",
  "approved",
  "held",
  "declined",
  "paid",
  "open",
  "sent",
  "returned",
  "yes",
  "2026-03-03",
  "2026-12-31",
  "2026-05",
  "[1,{}]",
  "[2,{}]",
  "drip_T1/plan",
  "inv_2026-03_USD",
  true,
);
export const edits = fc.array(fc.tuple(fc.constantFrom(...places), fc.nat(20), cell), {
  minLength: 1,
  maxLength: 6,
});

export function typedInto(
  program: Program,
  given: readonly (readonly [readonly [TableName, string], number, Cell])[],
) {
  let typed = program;
  for (const [[table, id], at, value] of given) {
    const rows = program.tables[table]?.rows ?? [];
    const row = rows[at % Math.max(1, rows.length)];
    if (row) typed = retyped(typed, table as never, row.key, { [id]: value });
  }
  return typed;
}
