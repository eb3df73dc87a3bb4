import type { Driver } from "../../host";
import { openProgram, removeColumn, smallProgram } from "./support/program";

const headersOf = (host: Driver, tab: string) =>
  (host.workbook.sheets.find(({ name }) => name === tab)?.rows[0]?.cells ?? []).map(String);
const names = (host: Driver, tab: string, header = "Name of partner") =>
  Object.fromEntries(host.rows(tab).map((row) => [row.Key, row[header]]));
const runOnce = async (host: Driver) => (await host.fire("onDaily")).usage;

async function named(): Promise<Driver> {
  const host = await openProgram(smallProgram);
  await runOnce(host);
  return host;
}

test("a name stands beside the key whose it is, and comes with the row (SHEET-40)", async () => {
  const host = await named();

  for (const tab of ["Customers", "Transactions", "Rewards", "Drips", "Payouts"]) {
    const headers = headersOf(host, tab);
    expect([tab, headers[headers.indexOf("Partner") + 1]]).toEqual([tab, "Name of partner"]);
  }
  expect(names(host, "Customers")).toEqual({ cus_1: "Ann", cus_2: "Bob", cus_3: "" });
  expect(names(host, "Transactions")).toMatchObject({ trx_1: "Ann", "1e5": "Ann", trx_5: "" });
  expect(names(host, "Rewards", "Name of customer")).toMatchObject({ "trx_1/trg_1": "Acme" });
  expect(names(host, "Drips")).toMatchObject({ "drip_trx_1/trg_2": "Ann" });
});

test("the next run after a renaming changes open rows only, and the one after it writes nothing (SHEET-40a)", async () => {
  const host = await named();
  await host.clock.advanceTo("2026-05-02");
  await runOnce(host);
  const before = names(host, "Rewards");
  const isFinal = (row: Readonly<Record<string, unknown>>) => row["First invoice"] !== "";
  expect(host.rows("Rewards").some(isFinal)).toBe(true);
  host.type("Partners", { Key: "ptn_1" }, "Name", "Ann-Marie");

  await runOnce(host);
  for (const row of host.rows("Rewards").filter(({ Partner }) => Partner === "ptn_1")) {
    const name = isFinal(row) ? before[String(row.Key)] : "Ann-Marie";
    expect([row.Key, row["Name of partner"]]).toEqual([row.Key, name]);
  }
  expect(names(host, "Customers")).toMatchObject({ cus_1: "Ann-Marie", cus_2: "Bob" });
  expect((await runOnce(host)).cellsWritten).toBe(0);
});

test("what is typed over a name is put back, and judges nothing anew", async () => {
  const host = await named();
  host.type("Customers", { Key: "cus_1" }, "Name of partner", "=1+1");
  host.type("Rewards", { Key: "trx_1/trg_1" }, "Name of customer", "somebody");
  const judged = names(host, "Transactions", "Judged");
  await runOnce(host);

  expect(names(host, "Customers")).toMatchObject({ cus_1: "Ann" });
  expect(names(host, "Rewards", "Name of customer")).toMatchObject({ "trx_1/trg_1": "Acme" });
  expect(names(host, "Transactions", "Judged")).toEqual(judged);
  expect((await runOnce(host)).cellsWritten).toBe(0);
});

test("a team may delete such a column: nothing stops, nothing is written for it, set-up does not add it again (SHEET-40b)", async () => {
  const host = await named();
  removeColumn(host, "Rewards", "Name of partner");
  host.type("Partners", { Key: "ptn_1" }, "Name", "Ann-Marie");
  expect((await runOnce(host)).calls).toBeDefined();
  expect(names(host, "Customers")).toMatchObject({ cus_1: "Ann-Marie" });
  expect((await runOnce(host)).cellsWritten).toBe(0);
  await host.rpc("set-up", {});
  expect(headersOf(host, "Rewards")).not.toContain("Name of partner");

  host.addColumn("Rewards", "Name of partner");
  await runOnce(host);
  expect(names(host, "Rewards")).toMatchObject({ "trx_1/trg_1": "Ann-Marie" });
});
