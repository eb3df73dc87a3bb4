import type { Driver } from "../../../host";
import { unpacked } from "../../support/unpacked";
import { ask, openLife, type Row, rule, tell, triggers } from "./open-life";

const DAYS = 62;
const START = Date.UTC(2026, 0, 10);
const dayOf = (n: number) => new Date(START + n * 86_400_000).toISOString().slice(0, 10);

/** Numbers from 0 to 1 that are the same for the same seed. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    below: (n: number) => Math.floor(next() * n),
    chance: (p: number) => next() < p,
    of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}
type Dice = ReturnType<typeof dice>;

const split = {
  ...triggers.drip,
  Key: "split",
  Name: "Split",
  Order: 4,
  Amount: "",
  Percent: "7.5",
  Mode: "split a total",
  Cycle: 1,
  "Cycle unit": "weeks",
  Delay: 2,
  "Delay unit": "days",
  Occurrences: 7,
  Rules: rule("transaction.Currency", "equal", "KWD"),
};
const capped = {
  ...triggers.rate,
  Key: "capped",
  Name: "Capped",
  Order: 5,
  Percent: "10",
  "Limit per partner and month": 40,
  "Limit currency": "USD",
  Rules: rule("transaction.Currency", "equal", "USD"),
};

async function begin(): Promise<Driver> {
  const host = await openLife({
    Partners: ["ada", "bela", "cai"].map((Key) => ({ Key, Name: Key })),
    Customers: Array.from({ length: 8 }, (_, i) => ({
      Key: `cus_${i}`,
      Partner: ["ada", "bela", "cai"][i % 3],
      "Created on": "2026-01-10",
    })),
    Triggers: [triggers.first, triggers.rate, triggers.drip, split, capped],
  });
  host.type("Settings", { Key: "minimum payout" }, "Value", "USD 30");
  return host;
}

function randomSale(random: Dice, key: string, date: string): Row {
  const Currency = random.of(["USD", "USD", "EUR", "JPY", "KWD"]);
  const digits = { JPY: 0, KWD: 3 }[Currency] ?? 2;
  return {
    Key: key,
    Customer: `cus_${random.below(8)}`,
    Date: date,
    Amount: Number((random.below(60_000) / 100).toFixed(digits)),
    Currency,
    Product: random.chance(0.25) ? "Yearly plan" : "",
  };
}

const some = (random: Dice, host: Driver, tab: string, test: (row: Row) => boolean) => {
  const rows = host.rows(tab).filter((row) => row.Key !== "" && test(row));
  return rows.length === 0 ? undefined : random.of(rows);
};

/** What a person does on a day; what is refused is refused. */
const acts: readonly ((random: Dice, host: Driver, day: string) => unknown)[] = [
  (random, host, day) => {
    const sale = some(random, host, "Transactions", (row) => row["Refund of"] === "");
    if (!sale) return;
    const part = random.chance(0.3) ? 1 : random.below(10) / 10;
    const digits = { JPY: 0, KWD: 3 }[String(sale.Currency)] ?? 2;
    const Amount = Number((Number(sale.Amount) * part).toFixed(digits));
    if (Amount === 0) return;
    const refund = { Key: `ref_${day}_${random.below(1e6)}`, "Refund of": sale.Key, Amount };
    host.append("Transactions", [
      { ...refund, Customer: sale.Customer, Date: day, Currency: sale.Currency } as never,
    ]);
  },
  (random, host) => {
    const open = (row: Row) => ["pending", "approved", "held"].includes(String(row.Status));
    const reward = some(random, host, "Rewards", open);
    if (!reward) return;
    const at = { Key: reward.Key } as never;
    switch (random.below(4)) {
      case 0:
        host.type("Rewards", at, "Reason", "checked");
        return host.type("Rewards", at, "Status", "declined");
      case 1:
        host.type("Rewards", at, "Reason", "wait");
        return host.type("Rewards", at, "Status", "held");
      case 2:
        return host.type("Rewards", at, "Amount", 1 + random.below(50));
      default:
        return host.type("Rewards", at, "Status", "approved");
    }
  },
  (random, host) => {
    const held = some(random, host, "Rewards", (row) => row.Status === "held");
    if (held) host.type("Rewards", { Key: held.Key } as never, "Status", "approved");
  },
  (random, host) => {
    const drip = some(random, host, "Drips", (row) => row.Status === "Created");
    if (!drip) return;
    return ask(host, "end-drip", { drips: [drip.Key], reason: "left", confirmed: true });
  },
  (random, host) => {
    const payout = some(random, host, "Payouts", (row) => row.Status === "open");
    if (payout) return ask(host, "pay-invoice", { invoice: payout.Invoice, payouts: [payout.Key] });
  },
  (random, host) => {
    const partner = random.of(["ada", "bela", "cai"]);
    const amount = String(random.below(8000) / 100 - 20);
    const currency = random.of(["USD", "EUR"]);
    const form = { partner, amount, currency, description: "by hand", confirmed: true };
    return ask(host, "create-manual-reward", form);
  },
  (random, host) => host.sort(random.of(["Transactions", "Rewards", "Drips"]), "Key"),
  (random, host) =>
    host.insertRow(random.of(["Transactions", "Rewards", "Drips"]), random.below(3)),
  (random, host, day) => {
    const customer = `cus_${random.below(8)}`;
    const isBack = random.chance(0.6);
    host.type("Customers", { Key: customer }, "Status", isBack ? "active" : "archived");
    host.type("Customers", { Key: customer }, "Archived on", isBack ? "" : day);
  },
];

async function live(seed: number): Promise<Driver> {
  const random = dice(seed);
  const host = await begin();
  for (let n = 0; n < DAYS; n++) {
    const day = dayOf(n);
    for (let i = random.below(3); i >= 0; i--) {
      const date = dayOf(Math.max(0, n - (random.chance(0.2) ? random.below(8) : 0)));
      host.append("Transactions", [randomSale(random, `t${n}_${i}`, date)] as never);
    }
    for (let i = random.below(3); i > 0; i--) {
      const act = random.of(acts);
      try {
        await act(random, host, day);
      } catch (error) {
        if ((error as { code?: string }).code === undefined) throw error;
        if ((error as { code?: string }).code === "UNEXPECTED") throw error;
      }
    }
    await host.clock.advanceTo(dayOf(n + 1));
  }
  await ask(host, "run", { kind: "by hand" });
  return host;
}

const minor = (row: Row, column = "Amount"): number =>
  Math.round(Number(row[column]) * 10 ** ({ JPY: 0, KWD: 3 }[String(row.Currency)] ?? 2));
const sum = (rows: readonly Row[]): number => rows.reduce((total, row) => total + minor(row), 0);
const of = (rows: readonly Row[], header: string, value: unknown) =>
  rows.filter((row) => row[header] === value);

/** Every way in which money would have been made, lost or counted twice. */
function broken(host: Driver): readonly string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => holds || found.push(what);
  const rowsOf = (tab: string) => host.rows(tab).filter(({ Key }) => Key !== "") as Row[];
  const [rewards, drips] = [rowsOf("Rewards"), rowsOf("Drips")];
  const [invoices, payouts] = [rowsOf("Invoices"), rowsOf("Payouts")];
  for (const tab of ["Rewards", "Drips", "Invoices", "Payouts", "Transactions"]) {
    const keys = rowsOf(tab).map(({ Key }) => Key);
    check(new Set(keys).size === keys.length, `${tab} has a key twice`);
  }
  for (const invoice of invoices) {
    const key = String(invoice.Key);
    const own = of(rewards, "Invoice", invoice.Key);
    check(own.length === invoice.Lines, `${key}: lines`);
    check(sum(own) === minor(invoice, "Total"), `${key}: total`);
    check(
      own.every(({ Currency }) => Currency === invoice.Currency),
      `${key}: currency`,
    );
    check(
      own.every(({ Status }) => Status !== "held" && Status !== "declined"),
      `${key}: status`,
    );
    const paid = of(payouts, "Invoice", invoice.Key);
    if (invoice.Status === "In review") check(paid.length === 0, `${key}: paid in review`);
    else check(sum(paid) === sum(own), `${key}: payouts ${sum(paid)} of ${sum(own)}`);
  }
  for (const payout of payouts) {
    const key = String(payout.Key);
    const own = of(rewards, "Payout", payout.Key);
    check(sum(own) === minor(payout), `${key}: not the sum of its lines`);
    check(
      own.every(({ Partner }) => Partner === payout.Partner),
      `${key}: another partner's line`,
    );
    const isPaid = payout.Status === "paid";
    check(
      own.every(({ Status }) => (Status === "paid") === isPaid),
      `${key}: paid or not`,
    );
    check(minor(payout) >= 0, `${key}: negative`);
  }
  for (const drip of drips) {
    const key = String(drip.Key);
    const own = of(rewards, "Drip", drip.Key).filter(({ Source }) => Source === "drip");
    const empty = unpacked<readonly number[]>(drip["Zero occurrences"])?.length ?? 0;
    check(own.length + empty === drip.Issued, `${key}: issued`);
    const numbers = own.map(({ Occurrence }) => Occurrence);
    check(new Set(numbers).size === numbers.length, `${key}: an occurrence twice`);
    const paid = sum(of(own, "Status", "paid"));
    check(paid === minor(drip, "Paid so far"), `${key}: paid so far`);
  }
  for (const reward of rewards) {
    const key = String(reward.Key);
    if (reward.Status === "paid") check(reward.Payout !== "", `${key}: paid without a payout`);
    if (reward.Source === "drip")
      check(of(drips, "Key", reward.Drip).length === 1, `${key}: no drip`);
    check(reward.Amount !== 0, `${key}: zero`);
  }
  const failed = host.executions().filter(({ status }) => status !== "completed");
  check(failed.length === 0, `executions failed: ${failed[0]?.error}`);
  return found;
}

async function lives(seeds: readonly number[]) {
  const found: Record<number, unknown> = {};
  for (const seed of seeds) {
    const host = await live(seed);
    const count = (tab: string) => host.rows(tab).length;
    found[seed] = { broken: broken(host), rewards: count("Rewards"), payouts: count("Payouts") };
  }
  return found;
}

/** The same sales, judged by a run each day, each tenth day, or once at the end: what rewards there are. */
async function withMissedDays(every: number): Promise<readonly string[]> {
  const random = dice(4711);
  const host = await begin();
  host.workbook.extras.triggers = [];
  for (let n = 0; n <= 50; n++) {
    host.append("Transactions", [randomSale(random, `t${n}`, dayOf(n))] as never);
    await host.clock.advanceTo(dayOf(n));
    if (n % every === 0) await ask(host, "run", { kind: "by hand" });
  }
  await ask(host, "run", { kind: "by hand" });
  const earned = (date: unknown) => (date as Date).toISOString().slice(0, 10);
  return host
    .rows("Rewards")
    .map((row) => [row.Key, row.Amount, row.Currency, earned(row["Earned on"])].join(" | "))
    .sort();
}

tell({
  lives: await lives(process.argv.slice(2).map(Number)),
  missed: [await withMissedDays(1), await withMissedDays(10), await withMissedDays(1000)],
});
