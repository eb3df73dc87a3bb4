import { type Driver, openHost } from "../../host";
import { ask, sheetsOf, smallProgram } from "../support/small-program";
import { whatComesOf } from "../support/what-comes-of";

/** Tabs in which a person moves rows, and how many service calls are tried: every one, or each n-th. */
const TABS = { Transactions: 3, Rewards: 3, Drips: 11, Customers: 13, Partners: 13 } as const;

/** What a person does in the middle of a run, and how the rows must be compared afterwards. */
const acts = {
  sort: (host: Driver, tab: string) => host.sort(tab, "Key", { descending: true }),
  "insert on top": (host: Driver, tab: string) => host.insertRow(tab, 0),
  "insert in the middle": (host: Driver, tab: string) => host.insertRow(tab, 2),
} as const;
type Act = keyof typeof acts;

/** A month of life, and two sales that are not judged yet. */
async function prepare(): Promise<Driver> {
  const host = await openHost({ now: "2026-01-10", timeZone: "UTC" });
  await smallProgram(host);
  await host.clock.advanceTo("2026-01-20");
  await ask(host, "run", { kind: "daily" });
  host.append("Transactions", [
    { Key: "trx_9", Customer: "cus_1", Date: "2026-01-19", Amount: 99.5, Currency: "USD" },
    { Key: "trx_8", Customer: "cus_2", Date: "2026-01-19", Amount: 10.05, Currency: "EUR" },
  ]);
  return host.fork({ now: "2026-02-20" });
}
const prepared = await prepare();

/** Every row by its key: where it stands does not matter, what it holds does. */
function byKey(host: Driver): Record<string, unknown> {
  const sheets = sheetsOf(host) as Record<string, { rows: readonly Record<string, unknown>[] }>;
  return Object.fromEntries(
    Object.entries(sheets).map(([tab, { rows }]) => [
      tab,
      Object.fromEntries(
        rows
          .filter((row) => Object.values(row).some((cell) => cell !== ""))
          .map((row) => [String(row.Key), row] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ]),
  );
}

/** What was moved while it was read may have been reported and left: the next run completes it. */
const rowsRunAgain = whatComesOf(async (host) => {
  await ask(host, "run", { kind: "daily" });
  return byKey(host);
});

async function tried(act: Act, tab: string, at: number) {
  const host = prepared.fork();
  let name = "";
  let acted = false;
  host.onServiceCall((call: string, number: number) => {
    if (number !== at) return;
    name = call;
    acted = true;
    acts[act](host, tab);
  });
  await ask(host, "run", { kind: "daily" });
  host.onServiceCall(null);
  return { acted, name, sheets: await rowsRunAgain(host) };
}

async function main() {
  const reference = prepared.fork();
  await ask(reference, "run", { kind: "daily" });
  const expected = await rowsRunAgain(reference);
  const differing: unknown[] = [];
  let tries = 0;
  for (const [tab, every] of Object.entries(TABS)) {
    for (const act of Object.keys(acts) as Act[]) {
      for (let at = 1; ; at += every) {
        const { acted, name, sheets } = await tried(act, tab, at);
        if (!acted) break;
        tries++;
        const off = Object.keys(expected).filter(
          (each) => JSON.stringify(sheets[each]) !== JSON.stringify(expected[each]),
        );
        if (off.length > 0) differing.push({ act, tab, at, name, off });
      }
    }
  }
  return { tries, differing };
}

const outcome = await main();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
