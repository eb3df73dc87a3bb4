import type { Program } from "../../../src/engine/program/program";
import { acceptChanged } from "../../../src/engine/usecases/events/accept-changed";
import { judgeAgain } from "../../../src/engine/usecases/events/judge-again";
import { listChanged } from "../../../src/engine/usecases/events/list-changed";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, recordsOf } from "../../support/program";
import { customer, programWith, retyped, rules, sale, trigger } from "../judging/judge-on";
import { act, refusal } from "./act";

const TODAY = "2026-02-20";
const rate = trigger("rate", {
  percent: "10",
  rules: rules({ all: [{ fact: "transaction.Region", operator: "equal", value: "EU" }] }),
});
const sales = [
  sale("S1", "2026-02-01", 100, { Region: "EU", Remark: "=TODAY()" }),
  sale("S2", "2026-02-05", 200, { Region: "US", Remark: "" }),
];
const judged = (): Program =>
  carryOut(
    programWith({
      settings: [{ key: "program start", value: "2026-01-01" }],
      triggers: [rate],
      transactions: sales,
    }),
    run,
    { kind: "daily" },
    envOn("2026-02-10"),
  ).program;
const changed = (program: Program) => act(program, listChanged, {}, TODAY).output.rows;
const rewards = (program: Program) =>
  recordsOf(program, "rewards").map(({ key, amount }) => `${key} ${amount}`);

test("nothing is listed while judged rows are unchanged", () => {
  expect(changed(judged())).toEqual([]);
});

test("a typed-over amount is listed with what it was and is, and nothing re-prices by itself", () => {
  const program = retyped(judged(), "transactions", "S1", { amount: 150 });

  const after = carryOut(program, run, { kind: "daily" }, envOn("2026-02-11")).program;

  expect(changed(after)).toEqual([
    {
      table: "Transactions",
      key: "S1",
      on: "2026-02-01",
      changes: [{ column: "Amount", was: "100", now: "150" }],
    },
  ]);
  expect(rewards(after)).toEqual(["S1/rate 1000"]);
});

test.each([
  ["the team's own column that a rule asks for", "S2", { Region: "EU" }, "Region"],
  ["the date", "S1", { date: "2026-02-02" }, "Date"],
  ["the customer", "S1", { customer: "other" }, "Customer"],
  ["the currency", "S1", { currency: "EUR" }, "Currency"],
])("%s counts", (_, key, cells, column) => {
  const program = retyped(judged(), "transactions", key, cells);
  expect(changed(program).map(({ changes }) => changes.map((each) => each.column))).toEqual([
    [column],
  ]);
});

test.each([
  ["a column that no rule asks for", { Remark: "late" }],
  ["an archiving", { status: "archived" }],
  ["the program's own currency, now typed", { currency: "usd" }],
])("%s does not count", (_, cells) => {
  expect(changed(retyped(judged(), "transactions", "S1", cells))).toEqual([]);
});

test("another program currency changes every row that left its own blank", () => {
  const program = retyped(judged(), "transactions", "S2", { currency: "USD" });
  const moved = programWith({
    settings: [{ key: "program currency", value: "EUR" }],
    triggers: [rate],
    transactions: recordsOf(program, "transactions").map(({ key }) => {
      const { raw } = program.tables.transactions?.byKey.get(key) ?? { raw: { cells: {} } };
      return { ...raw.cells, Region: "EU" };
    }),
  });
  expect(
    changed(moved).flatMap(({ key, changes }) => changes.map(({ now }) => [key, now])),
  ).toEqual(expect.arrayContaining([["S1", "EUR"]]));
});

test("moving a customer to another partner is no change of what was judged; its day of sign-up is", () => {
  const program = judged();
  expect(changed(retyped(program, "customers", "acme", { partner: "" }))).toEqual([]);
  expect(changed(retyped(program, "customers", "acme", { createdOn: "2026-01-16" }))).toMatchObject(
    [{ table: "Customers", key: "acme", changes: [{ column: "Created on" }] }],
  );
  expect(customer().createdOn).toBe("2026-01-15");
});

test("judging again takes the row as it is now, and it is no longer listed", () => {
  const program = retyped(judged(), "transactions", "S1", { amount: 150 });

  const after = act(program, judgeAgain, { events: ["S1"], confirmed: "yes" }, TODAY).program;

  expect(changed(after)).toEqual([]);
  expect(rewards(after)).toEqual(["S1/rate 1500"]);
});

test("accepting leaves what was made, says so in one line of Activity, and a second time does nothing", () => {
  const program = retyped(judged(), "transactions", "S1", { amount: 150 });

  const once = act(program, acceptChanged, { rows: ["S1", "S2"], reason: "a typo" }, TODAY);

  expect(once.output).toEqual({ accepted: 1 });
  expect(changed(once.program)).toEqual([]);
  expect(rewards(once.program)).toEqual(["S1/rate 1000"]);
  expect(recordsOf(once.program, "activity").at(-1)).toMatchObject({
    what: "Accepted rows changed since processed",
    to: "S1: Amount 100 → 150",
    why: "a typo",
  });
  const twice = act(once.program, acceptChanged, { rows: ["S1"] }, TODAY);
  expect(twice.changes.effects).toEqual([]);
});

test("a row that is not there is refused at its field", () => {
  expect(refusal(() => act(judged(), acceptChanged, { rows: ["S9"] }, TODAY))).toBe(
    "INPUT_INVALID rows",
  );
});
