import { type Driver, openHost } from "../../host";
import { keepsProgram } from "../support/keeps-program";
import { ask, sheetsOf, smallProgram } from "../support/small-program";
import { whatComesOf } from "../support/what-comes-of";

/** Tabs in which a person moves rows, and how many service calls are tried: every one, or each n-th. */
const TABS = { Transactions: 7, Rewards: 7, Drips: 23, Customers: 27, Partners: 29 } as const;
/** In the long mode each call is tried; `share` makes the steps of the other acts longer. */
const isLong = process.argv[2] === "all";
const step = (every: number): number => (isLong ? 1 : 2 * every);

interface Act {
  /** What a person does in the middle of a run; each begins at another call. */
  readonly act: (host: Driver, tab: string) => void;
  /** What the person does afterwards, as the program says. */
  readonly mend?: (host: Driver, tab: string) => unknown;
  /** What may be lost, and is told: rows went with the act. Else all rows end with their own values. */
  readonly mayLose?: true;
  /** What concerns no tab more than another is done for one. */
  readonly onlyOn?: keyof typeof TABS;
  /** Each n-th call in the short mode; as the tab says where it is left out. */
  readonly every?: number;
}
const zoneTo = (zone: string): Act => ({
  act: (host) => host.setTimeZone(zone),
  mend: (host) => host.setTimeZone("UTC"),
  every: 13,
  onlyOn: "Transactions",
});
const acts: Readonly<Record<string, Act>> = {
  sort: { act: (host, tab) => host.sort(tab, "Key", { descending: true }) },
  "insert on top": { act: (host, tab) => host.insertRow(tab, 0) },
  "insert in the middle": { act: (host, tab) => host.insertRow(tab, 2) },
  "rename a header": {
    act: (host, tab) => renameHeader(host, tab),
    mend: (host) => ask(host, "set-up", {}),
    every: 89,
  },
  "rename the tab": {
    act: (host, tab) => rename(host, tab, `${tab} 2`),
    mend: (host, tab) => rename(host, `${tab} 2`, tab),
    every: 97,
  },
  "change the locale": {
    act: (host) => setLocale(host, "de_DE"),
    mend: (host) => setLocale(host, "en_US"),
    every: 23,
    onlyOn: "Transactions",
  },
  "change the time zone to one ahead": zoneTo("Asia/Tokyo"),
  "change the time zone to one behind": zoneTo("America/New_York"),
  "delete the tab": {
    act: (host, tab) => host.deleteSheet(tab),
    mend: (host) => ask(host, "set-up", {}),
    mayLose: true,
    every: 103,
  },
  "restore an older version": { act: (host) => restoreOlder(host), mayLose: true, every: 83 },
};

const sheetNamed = (host: Driver, tab: string) => {
  const found = host.workbook.sheets.find(({ name }) => name === tab);
  if (!found) throw new Error(`There is no tab ${tab}.`);
  return found;
};
function rename(host: Driver, tab: string, name: string): void {
  sheetNamed(host, tab).name = name;
  host.workbook.version++;
}
function renameHeader(host: Driver, tab: string): void {
  const header = tab === "Partners" || tab === "Customers" ? "Name" : "Currency";
  host.renameColumn(tab, header, `${header} (old)`);
}
function setLocale(host: Driver, locale: string): void {
  host.workbook.locale = locale;
  host.workbook.version++;
}
/** The sheets as they were before the run; what the script keeps beside them stays. */
function restoreOlder(host: Driver): void {
  const { sheets, namedRanges, metadata } = structuredClone({
    sheets: prepared.workbook.sheets,
    namedRanges: prepared.workbook.namedRanges,
    metadata: prepared.workbook.metadata,
  });
  Object.assign(host.workbook, { sheets, namedRanges, metadata, calculated: "" });
  host.workbook.version++;
}

/** A month of life, and two sales that are not judged yet. */
async function prepare(): Promise<Driver> {
  const host = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC" });
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

type Rows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** Every row by its key: where it stands does not matter, what it holds does. */
function byKey(host: Driver): Readonly<Record<string, Rows>> {
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
  return { rows: byKey(host), health: JSON.stringify(await host.rpc("check-health", {})) };
});

async function tried({ act, mend }: Act, tab: string, at: number) {
  const host = prepared.fork();
  let name = "between runs";
  let acted = at === 0;
  if (acted) act(host, tab);
  host.onServiceCall((call: string, number: number) => {
    if (number !== at) return;
    name = call;
    acted = true;
    act(host, tab);
  });
  const reply = (await host.rpc("run", { kind: "daily" })) as {
    error?: { code: string; message: string };
  };
  host.onServiceCall(null);
  const { code = "ok", message: said = "" } = reply.error ?? {};
  if (acted) await mend?.(host, tab);
  return { acted, name, code, said, ...(await rowsRunAgain(host)) };
}

/** What Google says of a tab that was deleted while it was written: the next run finds it missing. */
const isGone = (said: string): boolean => /Sheet \d+ not found/.test(said);

/** Tabs that are not as they should be; where rows may be lost, only what is doubled, moved or lost silently. */
function differences(
  found: { readonly rows: Readonly<Record<string, Rows>>; readonly health: string },
  expected: Readonly<Record<string, Rows>>,
  { mayLose }: Act,
  tab: string,
): readonly string[] {
  if (!mayLose) {
    return Object.keys(expected).filter(
      (each) => JSON.stringify(found.rows[each]) !== JSON.stringify(expected[each]),
    );
  }
  const money = (row: Rows[string] | undefined) => row && [row.Partner, row.Amount, row.Currency];
  const right = expected.Rewards ?? {};
  const now = found.rows.Rewards ?? {};
  const wrong = Object.keys(now).filter(
    (key) => JSON.stringify(money(now[key])) !== JSON.stringify(money(right[key])),
  );
  const isUntold = (key: string) => {
    const row = right[key];
    const cause = [row?.Drip, row?.Transaction].find((each) => each !== "");
    const isCauseGone = !(
      found.rows.Drips?.[String(cause)] ?? found.rows.Transactions?.[String(cause)]
    );
    return !(key in now) && !found.health.includes(key) && !isCauseGone;
  };
  // Without these tabs all rows wait, and say so.
  const waits = ["Rewards", "Partners", "Customers"].includes(tab);
  return [...wrong, ...(waits ? [] : Object.keys(right).filter(isUntold))];
}

async function main() {
  const reference = prepared.fork();
  await ask(reference, "run", { kind: "daily" });
  const { rows: expected } = await rowsRunAgain(reference);
  const differing: unknown[] = [];
  let tries = 0;
  for (const [tab, everyOf] of Object.entries(TABS)) {
    for (const [index, [name, act]] of Object.entries(acts).entries()) {
      if ((act.onlyOn ?? tab) !== tab) continue;
      const by = step(act.every ?? everyOf);
      // The first is between two runs; then each begins at another call.
      for (let at = 0; ; at = at === 0 ? 1 + (act.every ? index % by : 0) : at + by) {
        const found = await tried(act, tab, at);
        if (!found.acted) break;
        tries++;
        const off =
          found.code === "UNEXPECTED" && !isGone(found.said)
            ? [found.said]
            : differences(found, expected, act, tab);
        if (off.length > 0) {
          differing.push({ act: name, tab, at, call: found.name, code: found.code, off });
        }
      }
    }
  }
  return { tries, differing };
}

const outcome = await main();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
