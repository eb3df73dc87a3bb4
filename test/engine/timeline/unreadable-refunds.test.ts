import type { Cell } from "../../../src/engine/kernel/fields";
import type { Program } from "../../../src/engine/program/program";
import { readEndReason } from "../../../src/engine/tables/packed/end-reason";
import { recordsOf } from "../../support/program";
import { runOn } from "../../support/run-on";
import { customer, partner, programWith, retyped, sale, trigger, typed } from "../judging/judge-on";

/** 30.00 every five days from 15 January, 10 % of a sale of 300.00; all in one month, so that nothing is final. */
const plan = trigger("plan", {
  action: "start a drip",
  percent: "10",
  occurrences: 4,
  cycle: 5,
  cycleUnit: "days",
});
const back = (key: string, date: string, amount: Cell) =>
  sale(key, date, amount, { refundOf: "S1" });
const given = {
  partners: [partner()],
  customers: [customer()],
  triggers: [plan],
  transactions: [
    sale("S1", "2026-01-15", 300, { currency: "EUR" }),
    back("R1", "2026-01-17", -100),
  ].map((row) => ({ ...row, currency: "EUR" })),
};
const refunded = runOn(programWith(given), "2026-01-18");
const made = (program: Program) =>
  [...recordsOf(program, "rewards")]
    .filter(({ adjusts }) => adjusts === null)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ occurrence, amount, status }) => `${occurrence}: ${amount} ${status}`);
const dripOf = (program: Program) => recordsOf(program, "drips")[0];

const odd: readonly (readonly [string, Cell])[] = [
  ["amount", "#REF!"],
  ["amount", "a lot"],
  ["amount", ""],
  ["date", "#N/A"],
  ["date", ""],
  ["status", "archivd"],
  ["currency", "EURO"],
  ["archivedOn", "soon"],
];

describe.each(odd)(
  "a refund that took effect, whose %s now says %p (TARGET-4d)",
  (column, cell) => {
    const broken = retyped(refunded, "transactions", "R1", { [column]: cell });

    test("a part made meanwhile goes by what the customer kept", () => {
      const after = runOn(broken, "2026-01-26");
      expect(made(after)).toEqual(["1: 2000 pending", "2: 2000 pending", "3: 2000 pending"]);
      const row = after.tables.transactions?.byKey.get("R1");
      expect(row?.problems.length).toBeGreaterThan(0);
    });

    test("another refund adds to it", () => {
      const second = { transactions: [{ ...back("R2", "2026-01-20", -100), currency: "EUR" }] };
      const after = runOn(typed(broken, second), "2026-01-21");
      expect(made(after)).toEqual(["1: 1000 pending", "2: 1000 pending"]);
    });

    test("another refund does not withdraw a full refund's ending", () => {
      const full = { transactions: [{ ...back("R2", "2026-01-19", -200), currency: "EUR" }] };
      const ended = runOn(typed(refunded, full), "2026-01-19");
      expect(dripOf(ended)).toMatchObject({
        endsOn: "2026-01-19",
        endReason: readEndReason("refunded"),
      });
      const now = retyped(ended, "transactions", "R1", { [column]: cell });
      const third = { transactions: [{ ...back("R3", "2026-01-20", -1), currency: "EUR" }] };
      const after = runOn(typed(now, third), "2026-01-31");
      expect(dripOf(after)).toMatchObject({
        endsOn: "2026-01-19",
        endReason: readEndReason("refunded"),
      });
      expect(made(after)).toEqual(made(ended));
    });

    test("once fixed, it counts as its row says", () => {
      const right = {
        amount: -150,
        date: "2026-01-17",
        status: "",
        currency: "EUR",
        archivedOn: "",
      };
      const after = runOn(
        retyped(runOn(broken, "2026-01-21"), "transactions", "R1", right),
        "2026-01-26",
      );
      expect(made(after)).toEqual(["1: 1500 pending", "2: 1500 pending", "3: 1500 pending"]);
    });
  },
);

test.each([
  ["amount", "#REF!"],
  ["date", "#N/A"],
  ["currency", "EURO"],
])(
  "a sale whose %s says %p keeps its refunds, and its drip's parts go by what was kept",
  (column, cell) => {
    const broken = retyped(refunded, "transactions", "S1", { [column]: cell });
    const meanwhile = runOn(broken, "2026-01-26");
    expect(made(meanwhile)).toEqual(["1: 2000 pending", "2: 2000 pending", "3: 2000 pending"]);
    const original = { amount: 300, date: "2026-01-15", currency: "EUR" };
    const mended = runOn(retyped(meanwhile, "transactions", "S1", original), "2026-01-27");
    expect(made(mended)).toEqual(made(meanwhile));
  },
);
