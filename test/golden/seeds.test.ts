import { addDays, day } from "../../src/engine/kernel/day";
import type { Program } from "../../src/engine/program/program";
import { run } from "../../src/engine/usecases/program/run";
import { carryOut, envOn, programOf, recordsOf } from "../support/program";

const date = (text: string) => ({ day: day(text), time: "" });
const start = { key: "program start", value: "2026-01-01" };

function soldYearlyPlan(): Program {
  return programOf({
    settings: [start],
    partners: [{ key: "ptn_1", name: "Ada" }],
    customers: [{ key: "cus_1", partner: "ptn_1", createdOn: date("2026-01-15") }],
    triggers: [
      {
        key: "trg_1",
        name: "Yearly plan by instalments",
        state: "active",
        event: "transaction created",
        rules: JSON.stringify({
          all: [{ fact: "transaction.Amount", operator: "equal", value: 1200 }],
        }),
        action: "start a drip",
        amount: 20,
        delay: 1,
        cycle: 1,
        occurrences: 12,
      },
    ],
    transactions: [
      { key: "trx_1", customer: "cus_1", date: date("2026-01-15"), amount: 1200, currency: "USD" },
    ],
  });
}

const runOn = (program: Program, today: string): Program =>
  carryOut(program, run, { kind: "daily" }, envOn(today)).program;

function runDaily(program: Program, from: string, to: string): Program {
  let current = program;
  for (let today = day(from); today <= to; today = addDays(today, 1))
    current = runOn(current, today);
  return current;
}
const earned = (program: Program) =>
  recordsOf(program, "rewards").map(({ earnedOn, amount }) => [earnedOn, amount]);

describe("a yearly plan of 1,200.00 paid by 20.00 a month (seed; product.md §4)", () => {
  test("makes twelve rewards of 20.00 from 15 February 2026 to 15 January 2027, 240.00 in all", () => {
    const program = runDaily(soldYearlyPlan(), "2026-01-15", "2027-01-20");

    const rewards = earned(program);
    expect(rewards).toHaveLength(12);
    expect(rewards[0]).toEqual(["2026-02-15", 2000]);
    expect(rewards[11]).toEqual(["2027-01-15", 2000]);
    expect(rewards.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(24_000);
  });

  test("archived on 20 August, after the seventh: 140.00 stand, five are never made, the drip is Terminated", () => {
    const before = runDaily(soldYearlyPlan(), "2026-01-15", "2026-08-20");
    const archived = programOf({
      ...Object.fromEntries(
        (
          [
            "settings",
            "partners",
            "triggers",
            "transactions",
            "rewards",
            "drips",
            "invoices",
            "payouts",
          ] as const
        ).map((name) => [name, (before.tables[name]?.rows ?? []).map(({ raw }) => raw.cells)]),
      ),
      customers: [
        {
          ...before.tables.customers?.rows[0]?.raw.cells,
          status: "archived",
          archivedOn: date("2026-08-20"),
        },
      ],
    });

    const after = runDaily(archived, "2026-08-21", "2027-02-20");

    expect(earned(after).reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(14_000);
    expect(recordsOf(after, "drips")).toMatchObject([
      { status: "Terminated", issued: 7, occurrences: 12, endsOn: "2026-08-20", toCome: 0 },
    ]);
  });

  test("a run that was missed for months makes up for every day it missed, each with its own date", () => {
    const daily = runDaily(soldYearlyPlan(), "2026-01-15", "2026-07-01");
    const late = runOn(runOn(soldYearlyPlan(), "2026-01-15"), "2026-07-01");

    expect(earned(late)).toEqual(earned(daily));
  });

  test("a second run on the same day changes nothing but its own line of Activity", () => {
    const program = runOn(soldYearlyPlan(), "2026-03-20");
    const { changes } = run.decide(program, { kind: "by hand" }, envOn("2026-03-20"));

    const tables = changes.effects.flatMap((effect) => ("table" in effect ? [effect.table] : []));
    expect(tables).toEqual(["activity"]);
  });
});

test("300.00 over six months, monthly, is six times 50.00 (seed; product.md §4)", () => {
  const program = programOf({
    settings: [start],
    partners: [{ key: "ptn_1", name: "Ada" }],
    customers: [{ key: "cus_1", partner: "ptn_1", createdOn: date("2026-01-15") }],
    triggers: [
      {
        key: "trg_1",
        name: "300 in six months",
        state: "active",
        event: "transaction created",
        action: "start a drip",
        amount: 300,
        mode: "split a total",
        cycle: 1,
        occurrences: 6,
      },
    ],
    transactions: [{ key: "trx_1", customer: "cus_1", date: date("2026-01-15"), amount: 99 }],
  });

  const after = runOn(runOn(program, "2026-01-15"), "2026-06-15");

  expect(earned(after)).toEqual(
    ["01", "02", "03", "04", "05", "06"].map((month) => [`2026-${month}-15`, 5000]),
  );
});
