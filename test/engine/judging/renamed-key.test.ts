import { day } from "../../../src/engine/kernel/day";
import type { Program } from "../../../src/engine/program/program";
import { repair } from "../../../src/engine/usecases/program/repair";
import { run } from "../../../src/engine/usecases/program/run";
import { carryOut, envOn, type Given, programOf, recordsOf } from "../../support/program";
import { worded } from "../../support/worded";

const date = (text: string) => ({ day: day(text), time: "" });
const given = (transactions: Given["transactions"]): Given => ({
  settings: [{ key: "program start", value: "2026-01-01" }],
  partners: [{ key: "ptn_1", name: "Ada" }],
  customers: [{ key: "cus_1", partner: "ptn_1", createdOn: date("2026-01-10") }],
  triggers: [
    {
      key: "trg_1",
      name: "Rate",
      state: "active",
      event: "transaction created",
      action: "grant a reward",
      percent: "10",
    },
  ],
  transactions: transactions ?? [],
});
const sale = { customer: "cus_1", date: date("2026-01-15"), amount: 100 };
const runOn = (program: Program): Program =>
  carryOut(program, run, { kind: "daily" }, envOn("2026-01-20")).program;
const judgedRow = () => {
  const judged = runOn(programOf(given([{ ...sale, key: "trx_1" }])));
  return {
    row: judged.tables.transactions?.rows[0]?.raw.cells ?? {},
    rewards: (judged.tables.rewards?.rows ?? []).map(({ raw }) => raw.cells),
  };
};

describe("a judged row whose marker names another key", () => {
  test("was renamed if no row has that key any more: it goes on under the new key, and says so (CELL-7)", () => {
    const { row, rewards } = judgedRow();

    const after = runOn(programOf({ ...given([{ ...row, key: "INV-77" }]), rewards }));

    expect(recordsOf(after, "rewards").map(({ key, status }) => [key, status])).toEqual([
      ["trx_1/trg_1", "pending"],
    ]);
    expect(after.tables.transactions?.rows[0]).toMatchObject({
      key: "trx_1",
      problems: [{ code: "KEY_CHANGED", at: { row: "INV-77", column: "Key" } }],
    });
  });

  test("keeps what was made for it, also where its refund's cell follows the new key (CELL-7a)", () => {
    const refund = { ...sale, key: "ref_1", amount: -50, refundOf: "trx_1" };
    const judged = runOn(programOf(given([{ ...sale, key: "trx_1" }, refund])));
    const amounts = (program: Program) => recordsOf(program, "rewards").map((each) => each.amount);
    expect(amounts(judged)).toEqual([500]);
    const cellsOf = (table: "transactions" | "rewards") =>
      (judged.tables[table]?.rows ?? []).map(({ raw }) => raw.cells);
    const shifted = cellsOf("transactions").map((cells) =>
      cells.key === "trx_1" ? { ...cells, key: "INV-77" } : { ...cells, refundOf: "INV-77" },
    );

    const after = runOn(programOf({ ...given(shifted), rewards: cellsOf("rewards") }));

    expect(amounts(after)).toEqual([500]);
  });

  test("is a new row if a person says so: with a new key it earns again", () => {
    const { row, rewards } = judgedRow();
    const renamed = programOf({ ...given([{ ...row, key: "INV-77" }]), rewards });

    const how = { check: "changed-keys", id: "transactions trx_1", how: "is new" };
    const cells = carryOut(renamed, repair, how, envOn("2026-01-20")).program.tables.transactions
      ?.rows[0]?.raw.cells;
    const after = runOn(programOf({ ...given([cells ?? {}]), rewards }));

    expect(recordsOf(after, "rewards").map(({ key }) => key)).toEqual([
      "trx_1/trg_1",
      "trx_new1/trg_1",
    ]);
  });

  test("gets its old key back, and the line says how many keys (CELL-7)", () => {
    const { row, rewards } = judgedRow();
    const renamed = programOf({ ...given([{ ...row, key: "INV-77" }]), rewards });
    const how = { check: "changed-keys", id: "transactions", how: "put back" };
    const { program, output } = carryOut(renamed, repair, how, envOn("2026-01-20"));

    expect(worded(output)).toEqual({ said: "Put 1 key of Transactions back" });
    expect(program.tables.transactions?.rows[0]?.raw.cells.key).toBe("trx_1");
  });

  test("was copied if the other row still exists: it is a new sale", () => {
    const { row, rewards } = judgedRow();

    const after = runOn(programOf({ ...given([row, { ...row, key: "INV-77" }]), rewards }));

    expect(recordsOf(after, "rewards").map(({ key, status }) => [key, status])).toEqual([
      ["trx_1/trg_1", "pending"],
      ["INV-77/trg_1", "pending"],
    ]);
  });
});
