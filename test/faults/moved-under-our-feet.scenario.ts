import { openHost } from "../../host";
import { ask, sheetsOf, smallProgram } from "../support/small-program";

type Host = Awaited<ReturnType<typeof openHost>>;
const TABS = ["Transactions", "Customers", "Partners", "Rewards", "Drips"] as const;

/** What a person does in the middle of a run, and how the rows must be compared afterwards. */
const acts = {
  sort: (host: Host, tab: string) => host.sort(tab, "Key", { descending: true }),
  "insert on top": (host: Host, tab: string) => host.insertRow(tab, 0),
  "insert in the middle": (host: Host, tab: string) => host.insertRow(tab, 2),
} as const;
type Act = keyof typeof acts;

async function prepared(): Promise<Host> {
  const host = await openHost({ now: "2026-01-10", timeZone: "UTC" });
  await smallProgram(host);
  await host.clock.advanceTo("2026-01-20");
  await ask(host, "run", { kind: "daily" });
  host.append("Transactions", [
    { Key: "trx_9", Customer: "cus_1", Date: "2026-01-19", Amount: 99.5, Currency: "USD" },
    { Key: "trx_8", Customer: "cus_2", Date: "2026-01-19", Amount: 10.05, Currency: "EUR" },
  ]);
  await host.clock.advanceTo("2026-02-20");
  return host;
}

/** Every row by its key: where it stands does not matter, what it holds does. */
function byKey(host: Host): Record<string, unknown> {
  const sheets = sheetsOf(host) as Record<string, { rows: readonly Record<string, unknown>[] }>;
  return Object.fromEntries(
    Object.entries(sheets).map(([tab, { rows }]) => [
      tab,
      Object.fromEntries(
        rows
          .filter((row) => Object.values(row).some((cell) => cell !== ""))
          .map((row) => [String(row.Key), row]),
      ),
    ]),
  );
}

async function tried(act: Act, tab: string, at: number) {
  const host = await prepared();
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
  // What was moved while it was read may have been reported and left: the next run completes it.
  await ask(host, "run", { kind: "daily" });
  return { acted, name, sheets: byKey(host) };
}

async function main() {
  const reference = await prepared();
  await ask(reference, "run", { kind: "daily" });
  await ask(reference, "run", { kind: "daily" });
  const expected = byKey(reference);
  const differing: unknown[] = [];
  let tries = 0;
  for (const tab of TABS) {
    for (const act of Object.keys(acts) as Act[]) {
      for (let at = 1; ; at++) {
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

process.stdout.write(`${JSON.stringify(await main())}\n`);
