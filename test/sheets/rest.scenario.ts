import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { type Driver, openHost } from "../../host";
import { addDays, day } from "../../src/engine/kernel/day";
import { triggers } from "../e2e/main-job/open-life";
import { keepsProgram } from "../support/keeps-program";
import { ask, sheetsOf } from "../support/small-program";

/** On how many drawn edits the law is tried, from which seed, and at which calls a person types. */
const [cases = 3, seed = 1, step = 37] = process.argv.slice(2).map(Number);

const SALES = 360;
const CUSTOMERS = 150;
/** Wide tabs: then few rows are as many cells as a round trip costs, and those between two stretches are not read. */
const OWN_COLUMNS = 200;
const START = day("2026-01-01");
/** Two runs before the first edit: what the second one finds is kept, so that the next has less to read. */
const FIRST = day("2026-05-22");
const DAYS = 8;

type Edit = (host: Driver) => void;
type Stores = Record<string, readonly (readonly [name: string, text: string])[]>;

/** Lives a day with its daily run, and answers how many cells that read; where `isWhole`, after forgetting what says which rows need not be read. */
async function runOn(host: Driver, n: number, isWhole = false): Promise<number> {
  if (isWhole) {
    const stores = host.state.workbook.extras.properties as Stores;
    stores.document = (stores.document ?? []).filter(
      ([name]) => !name.startsWith("tributary rest"),
    );
  }
  const ran = await host.clock.advanceTo(`${addDays(FIRST, n)}T22:00:00Z`);
  const failed = ran.find(({ error }) => error !== undefined);
  const daily = ran.find(({ name }) => name === "onDaily");
  if (failed || !daily) throw new Error(`Day ${n}: ${failed?.error ?? "no daily run came"}`);
  return daily.usage.cellsRead;
}

/** How often runs have compared a part only since one compared all; undefined where the last one found something to do. */
function turnOf(host: Driver): number | undefined {
  const { document = [] } = host.state.workbook.extras.properties as Stores;
  const text = document.find(([name]) => name === "tributary rest 1")?.[1];
  return text === undefined ? undefined : (JSON.parse(text) as { turn: number }).turn;
}

/** A program whose first months are final, with nothing to do for days. */
async function quietProgram(): Promise<Driver> {
  const host = await openHost({ keepsProgram, now: START, timeZone: "UTC" });
  await ask(host, "set-up", {});
  await ask(host, "remove-schedule", {});
  host.append("Partners", [
    { Key: "ada", Name: "Ada" },
    { Key: "bela", Name: "Bela" },
  ]);
  host.append("Triggers", [triggers.first, triggers.rate]);
  host.append(
    "Customers",
    Array.from({ length: CUSTOMERS }, (_, i) => ({
      Key: `cus_${i}`,
      Name: `Customer ${i}`,
      Partner: i % 3 ? "ada" : "bela",
      "Created on": START,
    })),
  );
  for (let i = 0; i < OWN_COLUMNS; i++)
    for (const tab of ["Transactions", "Rewards", "Customers"]) host.addColumn(tab, `Own ${i}`);
  const sales = Array.from({ length: SALES }, (_, i) => ({
    Key: `trx_${i}`,
    Customer: `cus_${i % CUSTOMERS}`,
    Date: addDays(START, Math.floor((i * 125) / SALES)),
    Amount: 100 + i,
    Currency: "USD",
    Product: "Monthly plan",
  }));
  for (const [from, until] of [
    ["2026-01-01", "2026-02-08"],
    ["2026-02-08", "2026-04-08"],
    ["2026-04-08", "2026-05-09"],
  ] as const) {
    host.append("Transactions", sales.filter(({ Date: on }) => from <= on && on < until) as never);
    await host.clock.advanceTo(`${until}T09:00:00Z`);
    await ask(host, "run", { kind: "by hand" });
  }
  await host.clock.advanceTo(`${addDays(FIRST, -2)}T22:00:00Z`);
  await ask(host, "install-schedule", {});
  await runOn(host, -1);
  await runOn(host, 0);
  return host;
}

const anyRow = (host: Driver, tab: string, at: number) => {
  const rows = host.rows(tab);
  return String(rows[Math.floor(at * rows.length)]?.Key);
};
const typed =
  (tab: string, header: string, value: string | number, at: number): Edit =>
  (host) =>
    host.type(tab, { Key: anyRow(host, tab, at) }, header, value);

/** Where a row stands among all of its tab: the old ones first. */
const place = fc
  .oneof(
    { weight: 4, arbitrary: fc.noBias(fc.integer({ min: 0, max: 749 })) },
    { weight: 1, arbitrary: fc.noBias(fc.integer({ min: 0, max: 999 })) },
  )
  .map((thousandths) => thousandths / 1_000);
const cells: readonly (readonly [tab: string, header: string, value: string | number])[] = [
  ["Transactions", "Amount", 5],
  ["Transactions", "Customer", "cus_1"],
  ["Transactions", "Date", "2026-03-03"],
  ["Transactions", "Key", "renamed"],
  ["Transactions", "Partner", "bela"],
  ["Transactions", "Judged", ""],
  ["Transactions", "Status", "Archived"],
  ["Transactions", "Amount", "12o"],
  ["Transactions", "Test", "yes"],
  ["Rewards", "Amount", 1],
  ["Rewards", "Status", "declined"],
  ["Rewards", "Status", "pending"],
  ["Rewards", "Status", "held"],
  ["Rewards", "Partner", "bela"],
  ["Rewards", "Key", ""],
  ["Rewards", "Invoice", ""],
  ["Rewards", "Accepted", "nonsense"],
  ["Rewards", "Amount", "#REF!"],
  ["Customers", "Partner", "bela"],
  ["Customers", "E-mail", "x@y.test"],
  ["Customers", "Status", "Archived"],
  ["Customers", "Archived on", "2026-04-01"],
  ["Customers", "Judged", ""],
  ["Customers", "Own 3", "noted"],
  ["Payouts", "Status", "paid"],
  ["Invoices", "Status", "Paid"],
  ["Partners", "Group", "Gold"],
  ["Triggers", "Percent", "30"],
];
const edit: fc.Arbitrary<readonly [name: string, edit: Edit]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...cells), place)
      .map(
        ([[tab, header, value], at]) =>
          [`${tab} ${header} ${value} at ${at}`, typed(tab, header, value, at)] as const,
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("Transactions", "Rewards", "Customers"), place)
      .map(
        ([tab, at]) =>
          [
            `${tab} less a row at ${at}`,
            (host: Driver) => host.deleteRow(tab, { Key: anyRow(host, tab, at) }),
          ] as const,
      ),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (at) =>
        [
          `a refund of a sale at ${at}`,
          (host: Driver) =>
            host.append("Transactions", [
              {
                Key: "refund",
                Date: "2026-05-08",
                Amount: 10,
                Currency: "USD",
                "Refund of": anyRow(host, "Transactions", at),
              },
            ]),
        ] as const,
    ),
  },
  {
    weight: 1,
    arbitrary: place.map(
      (at) =>
        [
          `a sale put in at ${at}`,
          (host: Driver) =>
            host.insertRow("Transactions", Math.floor(at * SALES), {
              Key: "put_in",
              Customer: "cus_2",
              Date: "2026-05-08",
              Amount: 70,
              Currency: "USD",
            }),
        ] as const,
    ),
  },
);

const quiet = await quietProgram();
const amiss: unknown[] = [];
/** After how many runs edits were noticed, and how many were found by a run that compared a part. */
const noticed: number[] = [];
/** Cells read by a run that compares all, and by two that compare a part, while nothing is typed. */
const whole = await runOn(quiet.fork(), 1, true);
const calm = quiet.fork();
const part = Math.max(await runOn(calm, 1), await runOn(calm, 2));
const home = async (host: Driver) => {
  const { asOf, ...said } = (await ask(host, "home", {})) as Readonly<Record<string, unknown>>;
  return { asOf: JSON.stringify(asOf), said: JSON.stringify(said) };
};
const shown = await home(calm);
const stores = calm.state.workbook.extras.properties as Stores;
stores.document = (stores.document ?? []).filter(([name]) => !name.startsWith("tributary home"));
const told = await home(calm);
if (shown.said !== told.said) amiss.push(["Home", shown.said, told.said]);
if (!shown.asOf.includes(addDays(FIRST, 2))) amiss.push(["Home is as of", shown.asOf]);
const drawn = fc.sample(fc.array(edit, { minLength: 1, maxLength: 2 }), { numRuns: cases, seed });
if (turnOf(quiet) === undefined) amiss.push("the program is not quiet");
for (const edits of drawn) {
  const type = (host: Driver) => {
    for (const [, each] of edits) each(host);
  };
  const said = edits.map(([name]) => name);
  const host = quiet.fork();
  const before = quiet.fork();
  type(host);
  if (isDeepStrictEqual(sheetsOf(host), sheetsOf(quiet))) {
    // What was typed stood there already.
    noticed.push(0);
    continue;
  }
  let found = 0;
  for (let n = 1; n <= DAYS; n++) {
    const turn = turnOf(host);
    await runOn(host, n);
    if (found === 0 && turnOf(host) !== (turn ?? 0) + 1) found = n;
    // The same edits typed just before the run that noticed them, and all compared on each day.
    if (n === found) type(before);
    await runOn(before, n, true);
  }
  noticed.push(found);
  if (found === 0 || found > 7) amiss.push([said, `noticed by run ${found}`]);
  const [was, is] = [sheetsOf(before), sheetsOf(host)];
  for (const tab of Object.keys(was))
    if (!isDeepStrictEqual(was[tab], is[tab])) amiss.push([said, found, tab]);
}

/** A person at work in the middle of an idle run, which compares all or a part; the next one takes it in. */
const atWork: Readonly<Record<string, Edit>> = {
  "a setting, and rows move": (host) => {
    host.type("Settings", { Key: "payout day" }, "Value", "28");
    host.insertRow("Settings", 0, { Key: "our own" });
  },
  "a reward": typed("Rewards", "Amount", 1, 0.99),
  "a new sale": (host) =>
    host.append("Transactions", [
      { Key: "late", Customer: "cus_2", Date: "2026-05-10", Amount: 70, Currency: "USD" },
    ]),
};
for (const isWhole of [true, false]) {
  // The short mode does the one that was once lost.
  for (const [name, type] of Object.entries(atWork).slice(0, step < 37 ? undefined : 1)) {
    for (let at = 5; at < 400; at += step) {
      const host = quiet.fork();
      let isTyped = false;
      host.onServiceCall((_: string, number: number) => {
        if (number === at) type(host);
        isTyped ||= number === at;
      });
      await runOn(host, 1, isWhole);
      host.onServiceCall(null);
      if (!isTyped) break;
      await runOn(host, 2);
      const after = sheetsOf(host);
      await ask(host, "run", { kind: "by hand" });
      if (!isDeepStrictEqual(after, sheetsOf(host))) amiss.push([name, { isWhole, at }]);
    }
  }
}

/** A dashboard is made, which the next run keeps current from all rows. */
const seen = quiet.fork();
await ask(seen, "make-dashboard", {});
if ((await runOn(seen, 1)) < whole || (await runOn(seen, 2)) < whole) amiss.push("the dashboard");

/** An old sale is typed over, in a part whose turn has not come; then a person runs. */
const asked = quiet.fork();
asked.type("Transactions", { Key: "trx_100" }, "Amount", 5);
await runOn(asked, 1);
const saidOf = (host: Driver) => String(host.rows("Activity").at(-1)?.What);
const daily = saidOf(asked);
await ask(asked, "run", { kind: "by hand" });
const byHand = saidOf(asked);
console.log(JSON.stringify({ noticed, amiss, share: part / whole, daily, byHand, seed }));
