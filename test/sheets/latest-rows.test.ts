import type { Driver } from "../../host";
import type { Output } from "../../src/engine/contract/contract";
import { ask } from "../support/small-program";
import { addOwnColumn, openProgram, smallProgram } from "./support/program";

/** So many sales that the rows above the last 200 are worth a round trip more. */
const MANY = 2_200;
const sales = (margin: (i: number) => unknown) =>
  Array.from({ length: MANY }, (_, i) => ({
    Key: `sale_${i}`,
    Customer: "cus_1",
    Date: "2026-03-10",
    Amount: 10 + (i % 90),
    Currency: "USD",
    Margin: margin(i),
  }));

async function programOf(rows: readonly object[]): Promise<Driver> {
  const host = await openProgram({ ...smallProgram, Transactions: [] });
  addOwnColumn(host, "Transactions", "Margin", 4);
  host.append("Transactions", rows as never);
  return host;
}
async function factsOf(host: Driver) {
  const event = { event: "transaction created" };
  const facts = (await ask(host, "list-facts", event)) as Output<"list-facts">;
  return { ...facts, own: facts.facts.filter(({ kind }) => kind === "own column") };
}

describe("given a use case that needs a tab's headers and last rows only (ADR-16)", () => {
  test("the facts of a large program are listed without the rows that nobody looks at", async () => {
    const host = await programOf(sales((i) => i));
    const { own, percentOf } = await factsOf(host);

    expect(own.map(({ id }) => id).sort()).toEqual(["customer.Plan", "transaction.Margin"]);
    expect(percentOf).toEqual(["Amount", "Margin"]);
    expect(host.usage().last.cellsRead).toBeLessThan(6_000);
  });

  test("what the last rows say tells whether a column is of numbers", async () => {
    const old = await programOf(sales((i) => (i < 100 ? "unknown" : i)));
    expect((await factsOf(old)).percentOf).toEqual(["Amount", "Margin"]);
    const now = await programOf(sales((i) => (i === MANY - 1 ? "unknown" : i)));
    expect((await factsOf(now)).percentOf).toEqual(["Amount"]);
  });

  test("below a column that a team filled down, the last rows of sales are looked at", async () => {
    const filled = Array.from({ length: 300 }, () => ({ Margin: 1 }));
    const host = await programOf([...sales(() => "unknown"), ...filled]);
    expect((await factsOf(host)).percentOf).toEqual(["Amount"]);
  });

  test("a trigger whose rule asks for a column of the team's own becomes active by its header", async () => {
    const host = await programOf(sales((i) => i));
    const set = (state: string) => ask(host, "set-trigger-state", { trigger: "trg_2", state });
    await set("draft");
    expect(await set("active")).toMatchObject({ from: "draft", to: "active" });
    expect(host.usage().last.cellsRead).toBeLessThan(2_000);
  });
});
