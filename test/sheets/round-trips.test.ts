import type { Driver } from "../../host";
import { tableNames } from "../../src/engine/tables";
import { openProgram, smallProgram } from "./support/program";

const sales = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    Key: `sale_${from + i}`,
    Customer: `cus_${1 + (i % 2)}`,
    Date: `2026-03-${String(1 + (i % 28)).padStart(2, "0")}`,
    Amount: 10 + (i % 90),
    Currency: "USD",
  }));

/** What a run costs in round trips, how often it reads each tab, and which calls it makes. */
async function measure(host: Driver) {
  const { usage } = await host.fire("onDaily");
  return usage;
}

async function program(rows: number) {
  const host = await openProgram({ ...smallProgram, Transactions: sales(rows) });
  await host.fire("onDaily");
  await host.fire("onDaily");
  await host.clock.advanceTo("2026-04-03");
  return host;
}

test("a daily run costs the same round trips at 100 and at 3,000 rows, and within its budget", async () => {
  const [small, large] = await Promise.all([program(100), program(3_000)]);
  const idle = [await measure(small), await measure(large)];
  expect(idle[0]?.roundTrips).toBe(idle[1]?.roundTrips);
  small.append("Transactions", sales(10, 50_000));
  large.append("Transactions", sales(10, 50_000));
  const busy = [await measure(small), await measure(large)];
  expect(busy[0]?.roundTrips).toBe(busy[1]?.roundTrips);
  // Each tab that is touched has its keys read again; every run that changes anything writes to Activity.
  const [journal, commits, activity, touched] = [1, 3, 1, 4];
  const least = tableNames.length + journal + commits;
  expect(idle[0]?.roundTrips).toBeLessThanOrEqual(least + activity);
  expect(busy[0]?.roundTrips).toBeLessThanOrEqual(least + touched);
});

test("a second run with nothing new reads each tab once and writes nothing", async () => {
  const host = await program(50);
  await measure(host);
  const usage = await measure(host);
  expect(usage.roundTrips).toBe(tableNames.length + 1);
  expect(usage.cellsWritten).toBe(0);
});

test("with notices on, a run with nothing to tell reads one range more, however many rows there are (PARTNER-6h)", async () => {
  const [off, on, large] = [await program(50), await program(50), await program(1_000)];
  for (const host of [on, large]) {
    host.type("Settings", { Key: "mail partners" }, "Value", "yes");
    const settings = { noticesToPartners: "each", noticesToTeam: "team@chat.example" };
    await host.rpc("change-settings", settings);
    await measure(host);
  }
  await measure(off);
  const trips: number[] = [];
  for (const host of [off, on, large]) trips.push((await measure(host)).roundTrips);
  expect(trips.map((each) => each - (trips[0] ?? 0))).toEqual([0, 1, 1]);
});

test("a long backlog costs at most six round trips more for each part, and three for its invoice", async () => {
  const host = await program(10);
  const idle = (await measure(host)).roundTrips;
  host.append("Transactions", sales(9_000, 10_000));
  const { roundTrips, calls } = await measure(host);
  const parts = calls["Spreadsheet.getSheetByName"] as number;
  const slices = parts - tableNames.length - 2;
  expect(slices).toBeGreaterThan(3);
  // Days interleave events and occurrences (TIME-1a), so each part writes sales, rewards and drips.
  const invoice = 3;
  expect(roundTrips - idle).toBeLessThanOrEqual(6 * slices + invoice);
});
