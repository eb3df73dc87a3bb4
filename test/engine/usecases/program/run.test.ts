import { day } from "../../../../src/engine/kernel/day";
import { run } from "../../../../src/engine/usecases/program/run";
import { carryOut, envOn, programOf, recordsOf } from "../../../support/program";

const date = (text: string) => ({ day: day(text), time: "" });

test("an occurrence caught up in the run that processes the full refund is declined in that run", () => {
  const program = programOf({
    settings: [{ key: "program start", value: "2026-01-01" }],
    partners: [{ key: "ptn_1", name: "Ada" }],
    customers: [{ key: "cus_1", partner: "ptn_1", createdOn: date("2026-01-10") }],
    triggers: [
      {
        key: "trg_1",
        name: "Monthly",
        state: "active",
        event: "transaction created",
        action: "start a drip",
        amount: 20,
        cycle: 1,
        occurrences: 3,
      },
    ],
    transactions: [
      { key: "trx_1", customer: "cus_1", date: date("2026-01-15"), amount: 100 },
      {
        key: "trx_2",
        customer: "cus_1",
        date: date("2026-02-20"),
        amount: -100,
        refundOf: "trx_1",
      },
    ],
  });

  const after = carryOut(program, run, { kind: "daily" }, envOn("2026-03-01")).program;

  expect(recordsOf(after, "rewards").map(({ earnedOn, status }) => [earnedOn, status])).toEqual([
    ["2026-01-15", "declined"],
    ["2026-02-15", "declined"],
  ]);
  expect(recordsOf(after, "drips")).toMatchObject([{ status: "Terminated", toCome: 0 }]);
});

test("a paused program does nothing, and says so", () => {
  const program = programOf({ settings: [{ key: "paused", value: "yes" }] });

  const { output } = carryOut(program, run, { kind: "daily" }, envOn("2026-03-01"));

  expect(output).toMatchObject({ paused: true, more: false });
});
