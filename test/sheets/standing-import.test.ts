import type { Driver } from "../../host";
import { readFile } from "../../src/engine/intake/import/read-file";
import { fingerprintOf, keptText } from "../../src/engine/intake/import/remembered";
import type { Currency } from "../../src/engine/kernel/money";
import { kill } from "../support/host";
import { offsetsOf } from "../support/program";
import { openProgram, smallProgram } from "./support/program";

/**
 * What Zapier and Make write into a tab, as their own help says: times of ISO 8601 with T and Z or an offset, customers
 * by e-mail, numbers as text or as numbers. A line per sale; refunds as lines that name their sale.
 */
const headers = ["Order ID", "Customer Email", "Created At", "Total", "Currency", "Refund of"];
const zaps = [
  ["z1", "new@shop.example", "2026-04-01T03:30:00Z", "1200.50", "USD", ""],
  ["z2", "new@shop.example", "2026-04-01T23:30:00-04:00", 49, "USD", ""],
  ["z3", "sam@shop.example", "2026-04-01T09:00:00.000+02:00", "1,200.00", "EUR", ""],
  ["z4", "", "2026-04-02T09:00:00Z", "-10.25", "USD", "z1"],
  ["z5", "sam@shop.example", "2026-04-02", 12.345, "USD", ""],
] as const;

async function openWith(lines: readonly (readonly (string | number)[])[]) {
  const host = await openProgram({ ...smallProgram, Transactions: [] });
  for (const header of headers) host.addColumn("Sheet1", header);
  const add = (more: readonly (readonly (string | number)[])[]) =>
    host.append(
      "Sheet1",
      more.map((cells) =>
        Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""])),
      ),
    );
  add(lines);
  const sample = [headers, ...zaps].map((cells) => cells.join("\t")).join("\n");
  const { columns } = readFile(
    sample,
    {},
    { programCurrency: "USD" as Currency, decimalMark: ".", zones: offsetsOf("") },
  );
  await host.rpc("keep-standing-import", {
    tab: "Sheet1",
    headers: fingerprintOf(headers),
    map: keptText({ targets: columns.map(({ target }) => target) }),
    owner: "ptn_1",
  });
  return { host, add };
}
const salesOf = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map((row) => [row.Key, row.Customer, row.Date, row.Amount, row.Currency, row["Refund of"]]);

test("what Zapier and Make write is taken by the next run, on the spreadsheet's calendar, and earns", async () => {
  const { host, add } = await openWith([]);
  add(zaps);
  await host.fire("onDaily");

  const at = (text: string) => new Date(text);
  expect(salesOf(host.rows("Transactions"))).toEqual([
    ["z1", "new@shop.example", at("2026-04-01T03:30:00Z"), 1200.5, "USD", ""],
    ["z2", "new@shop.example", at("2026-04-02T03:30:00Z"), 49, "USD", ""],
    ["z3", "sam@shop.example", at("2026-04-01T07:00:00Z"), 1200, "EUR", ""],
    ["z4", "new@shop.example", at("2026-04-02T09:00:00Z"), 10.25, "USD", "z1"],
  ]);
  expect(host.rows("Customers").slice(3)).toMatchObject([
    { Key: "new@shop.example", "E-mail": "new@shop.example", Partner: "ptn_1" },
    { Key: "sam@shop.example", "E-mail": "sam@shop.example", Partner: "ptn_1" },
  ]);
  expect(host.rows("Rewards").filter(({ Trigger }) => Trigger === "trg_1")).toHaveLength(3);
  const home = await host.rpc("home", {});
  expect(JSON.stringify(home)).toContain("line 6: “12.3450” has more decimals than USD has");
});

test("a run whose tab says nothing new reads it in one round trip, and writes nothing for it", async () => {
  const { host, add } = await openWith([]);
  add(zaps.slice(0, 4));
  await host.fire("onDaily");
  await host.fire("onDaily");
  const { usage: kept } = await host.fire("onDaily");
  await host.rpc("settle-standing-import", { tab: "Sheet1", choice: "stop" });
  await host.fire("onDaily");
  const { usage: without } = await host.fire("onDaily");

  expect(kept.roundTrips - without.roundTrips).toBe(1);
  expect(kept.cellsWritten).toBe(without.cellsWritten);
});

/** In the long mode (KILLS=1) the run is killed at each of its calls. */
const every = process.env.KILLS === undefined ? 9 : 1;

test("a run that is killed at any call takes the same rows once it is run again", async () => {
  const { host: snapshot, add } = await openWith([]);
  add(zaps.slice(0, 4));
  const whole = snapshot.fork({});
  let calls = 0;
  whole.onServiceCall(() => void calls++);
  await whole.fire("onDaily");
  const rowsOf = (host: Driver) => [
    salesOf(host.rows("Transactions")),
    host.rows("Customers").map(({ Key }) => Key),
    host.rows("Rewards").map(({ Key, Amount }) => [Key, Amount]),
  ];
  let tried = 0;
  for (let at = 1 + (calls % every); at <= calls; at += every) {
    const host = snapshot.fork({});
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill("all");
    });
    await host.fire("onDaily").then(
      () => undefined,
      () => undefined,
    );
    host.onServiceCall(null);
    await host.fire("onDaily");
    expect([at, rowsOf(host)]).toEqual([at, rowsOf(whole)]);
    tried++;
  }
  expect(tried).toBeGreaterThan(5);
});
