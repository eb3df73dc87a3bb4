import type { Driver } from "../../host";
import { type ReadColumns, some } from "../../src/engine/program/reads";
import { tableOf } from "../../src/engine/tables";
import { useCases } from "../../src/engine/usecases";
import { ask } from "../support/small-program";
import { addOwnColumn, openProgram, removeColumn, smallProgram } from "./support/program";

/** What each use case is asked that reads only some columns of a table. */
const asked: Readonly<Record<string, readonly object[]>> = {
  "choose-rewards": [{}, { search: "acme" }, { status: "pending" }],
  "find-sales": [{}, { search: "acme" }, { customer: "cus_2" }],
  "list-drips": [{}, { search: "acme" }],
  "list-invoices": [{}, { search: "march" }],
  "list-rewards": [{}, { search: "zenith" }, { sort: "partner" }, { status: "held" }],
  "partner-figures": [{}],
  "show-drip": [{ drip: "drip_trx_1/trg_2" }],
  "show-partner": [{ partner: "ptn_1" }, { partner: "00123" }],
  "sum-rewards": [{}, { by: "partner" }, { by: "trigger", search: "zenith" }, { status: "held" }],
};
const all: readonly Reading[] = Object.values(useCases);
const inPart = all.filter(({ columns = {} }) => Object.keys(columns).length > 0);

async function lived(): Promise<Driver> {
  const host = await openProgram();
  await host.rpc("run", { kind: "by hand" });
  await host.rpc("set-reward-status", { rewards: ["trx_1/trg_1"], status: "held", reason: "odd" });
  await host.clock.advanceTo("2026-04-20");
  await host.rpc("run", { kind: "by hand" });
  return host;
}
interface Reading {
  readonly name: string;
  readonly columns?: ReadColumns;
}
/** What each call answers, and the cells that it reads. */
async function answersOf(host: Driver) {
  const answers: Record<string, unknown> = {};
  const cells: Record<string, number> = {};
  for (const { name } of inPart) {
    for (const input of asked[name] ?? []) {
      const call = `${name} ${JSON.stringify(input)}`;
      answers[call] = await ask(host, name as never, input as never);
      cells[call] = host.usage().last.cellsRead;
    }
  }
  return { answers, cells };
}
const sumOf = (cells: Readonly<Record<string, number>>): number =>
  Object.values(cells).reduce((sum, count) => sum + count, 0);

describe("given a use case that declares columns of a table (ADR-16)", () => {
  test("every such use case is tried in this file", () => {
    expect(inPart.map(({ name }) => name).sort()).toEqual(Object.keys(asked).sort());
  });

  test("it answers the same as where the tables are read whole, and reads fewer cells", async () => {
    const host = await lived();
    const narrow = await answersOf(host);
    // Where a column moved since the program last wrote, the whole tab is read.
    for (const tab of ["Rewards", "Transactions", "Customers"]) addOwnColumn(host, tab, "Ours", 1);
    const whole = await answersOf(host);

    expect(narrow.answers).toEqual(whole.answers);
    for (const [call, cells] of Object.entries(narrow.cells)) {
      expect([call, cells <= (whole.cells[call] ?? 0)]).toEqual([call, true]);
    }
    expect(sumOf(narrow.cells)).toBeLessThan(sumOf(whole.cells));
  });

  test.each([
    ["a key is blank", { Key: "" }],
    ["two rows have one key", { Key: "trx_1" }],
  ])("where %s, it answers as where the tables are read whole", async (_, { Key }) => {
    const host = await lived();
    const sale = smallProgram.Transactions?.[0] ?? {};
    host.append("Transactions", [{ ...sale, Key, Date: "2026-04-19" } as never]);
    const narrow = await answersOf(host);
    removeColumn(host, "Transactions", "Category");

    expect(narrow.answers).toEqual((await answersOf(host)).answers);
  });

  test("a column of an amount comes with that of its currency", () => {
    const own = tableOf("rewards").columns;
    for (const { columns: { rewards = [] } = {} } of all) {
      if (rewards.some((id) => own[id]?.field.kind === "amount"))
        expect(rewards).toContain("currency");
    }
    expect(some("rewards", "amount").columns).toEqual(["key", "amount"]);
  });
});
