import { type Driver, kill, openHost } from "../../host";
import { keepsProgram } from "../support/keeps-program";
import { ask, sheetsOf, smallProgram } from "../support/small-program";
import { whatComesOf } from "../support/what-comes-of";

/** What happens between the snapshot and the comparison: days on which the run comes by. */
const stages = ["2026-01-20", "2026-02-20", "2026-03-12"] as const;
const modes = ["none", "all"] as const;

interface Outcome {
  readonly points: number;
  readonly kills: number;
  readonly differing: readonly {
    stage: string;
    mode: string;
    at: number;
    name: string;
    sheets: readonly string[];
  }[];
  /** The codes by which customers were found. */
  readonly coded: readonly string[];
  /** Whether the same customers and rewards come of the rows in another order. */
  readonly isSameReversed: boolean;
}

/** In the long mode each killed run is followed by each of `afterwards`; else every n-th. */
const every = Number(process.argv[3] ?? 1);

/** What a person does to the workbook that a killed run left, before the next one comes. */
const afterwards: Readonly<Record<string, (host: Driver, snapshot: Driver) => unknown>> = {
  "an older version is restored": (host, snapshot) => {
    const { sheets, namedRanges, metadata } = snapshot.workbook;
    const kept = structuredClone({ sheets, namedRanges, metadata });
    Object.assign(host.workbook, { ...kept, calculated: "" });
    host.workbook.version++;
  },
  "a header is renamed": async (host) => {
    host.renameColumn("Rewards", "Amount", "Sum");
    await host.rpc("run", { kind: "daily" });
    await ask(host, "set-up", {});
  },
  "the time zone is changed for a run that is refused": async (host) => {
    host.renameColumn("Transactions", "Judged", "");
    host.setTimeZone("Asia/Tokyo");
    await host.rpc("run", { kind: "daily" });
    host.setTimeZone("UTC");
    await ask(host, "set-up", {});
  },
  "rows are sorted": (host) => host.sort("Rewards", "Key", { descending: true }),
};

/** Runs on the day, killed at service call `at`, and leaves the host as that left it. */
async function killed(snapshot: Driver, day: string, mode: (typeof modes)[number], at: number) {
  const host = snapshot.fork({ now: day });
  let name = "";
  host.onServiceCall((call: string, number: number) => {
    if (number !== at) return;
    name = call;
    throw kill(mode);
  });
  const ended = await ask(host, "run", { kind: "daily" }).then(
    () => true,
    () => false,
  );
  host.onServiceCall(null);
  return { host, ended, name };
}

const sheetsAfter = async (host: Driver) => {
  await ask(host, "run", { kind: "daily" });
  return sheetsOf(host);
};

/** Of so many calls one is killed; which one, moves from pass to pass, so that together they come to each kind of call. */
const share = Number(process.argv[2] ?? 1);
/** Rows by key, so that their order does not matter; without notes, which a person's acts may leave elsewhere. */
const byKey = (sheets: Record<string, unknown>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(sheets as Record<string, { rows: readonly Record<string, unknown>[] }>).map(
      ([tab, { rows }]) => [
        tab,
        [...rows].sort((a, b) => (String(a.Key) < String(b.Key) ? -1 : 1)),
      ],
    ),
  );

/** Sales with codes on each of the stages, for customers who are new, known without a partner, or another partner's. */
const coded = [
  ["c1", "new@shop.example", "2026-01-16", 100, "SAM10"],
  ["c2", "NEW@shop.example", "2026-01-14", 60, "kim5"],
  ["c3", "new@shop.example", "2026-01-12", 30, ""],
  ["c4", "cus_1", "2026-01-17", 40, "kim5"],
  ["c5", "free", "2026-01-18", 80, "KIM5"],
  ["c6", "wrong@shop.example", "2026-01-18", 80, "SAM1O"],
  ["c7", "later@shop.example", "2026-02-10", 70, "sam10"],
  ["c8", "wrong@shop.example", "2026-03-02", 90, "kim5"],
] as const;

/** A program that gives codes away, its coded sales in this order. */
async function programWithCodes(sales: readonly (typeof coded)[number][]): Promise<Driver> {
  const host = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC" });
  await smallProgram(host);
  host.type("Partners", { Key: "ptn_a" }, "Codes", "SAM10, both");
  host.type("Partners", { Key: "ptn_b" }, "Codes", "kim5");
  host.append("Customers", [{ Key: "free", Name: "Free", "Created on": "2026-01-11" }]);
  host.append("Triggers", [
    {
      Key: "trg_hello",
      Name: "Hello",
      State: "active",
      Order: 5,
      Event: "customer created",
      Action: "grant a reward",
      Amount: 5,
    },
  ]);
  const rows = sales.map(([Key, Customer, on, Amount, Code]) => ({
    Key,
    Customer,
    Date: on,
    Amount,
    Currency: "USD",
    Code,
  }));
  host.append("Transactions", rows);
  return host;
}

/** Who came to whom by the codes, and what was earned, by key. */
const earned = (host: Driver): string =>
  JSON.stringify([
    host
      .rows("Customers")
      .map(({ Key, Partner, Code, "Created on": on }) => [Key, Partner, Code, on])
      .sort(),
    host
      .rows("Rewards")
      .map(({ Key, Partner, Amount, "Earned on": on }) => [Key, Partner, Amount, on])
      .sort(),
  ]);

async function main(): Promise<Outcome> {
  let passes = 0;
  let snapshot = await programWithCodes(coded);
  const reversed = await programWithCodes(coded.slice().reverse());
  let points = 0;
  let kills = 0;
  const differing: Outcome["differing"][number][] = [];
  for (const stage of stages) {
    const reference = snapshot.fork({ now: stage });
    await ask(reference, "run", { kind: "daily" });
    const expected = sheetsOf(reference);
    const sheetsRunAgain = whatComesOf(sheetsAfter);
    for (const mode of modes) {
      for (let at = 1 + (passes++ % share); ; at += share) {
        const { host, ended, name } = await killed(snapshot, stage, mode, at);
        if (ended) break;
        const sheets = await sheetsRunAgain(host);
        points = Math.max(points, at);
        kills++;
        const off = Object.keys(expected).filter(
          (tab) => JSON.stringify(sheets[tab]) !== JSON.stringify(expected[tab]),
        );
        if (off.length > 0) differing.push({ stage, mode, at, name, sheets: off });
      }
    }
    for (const [index, [what, act]] of Object.entries(afterwards).entries()) {
      for (let at = 1 + index; ; at += every) {
        const mode = at % 2 === 0 ? "none" : "all";
        const { host, ended, name } = await killed(snapshot, stage, mode, at);
        if (ended) break;
        await act(host, snapshot);
        const sheets = byKey(await sheetsRunAgain(host));
        const off = Object.entries(byKey(expected)).flatMap(([tab, rows]) =>
          JSON.stringify(sheets[tab]) === JSON.stringify(rows) ? [] : [tab],
        );
        if (off.length > 0) differing.push({ stage, mode: what, at, name, sheets: off });
      }
    }
    snapshot = reference;
  }
  await reversed.clock.advanceTo(stages[stages.length - 1] as string);
  await ask(reversed, "run", { kind: "daily" });
  return {
    points,
    kills,
    differing,
    coded: snapshot
      .rows("Customers")
      .flatMap(({ Code }) => (Code ? [String(Code)] : []))
      .sort(),
    isSameReversed: earned(reversed) === earned(snapshot),
  };
}

const outcome = await main();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
