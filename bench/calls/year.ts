import { answer, type Rpc } from "../../demo/rpc";
import type { Driver } from "../../host";
import { addDays, type Day, day } from "../../src/engine/kernel/day";
import type { Cell } from "../../src/engine/kernel/fields";
import { fill, openProgram } from "../program";
import { partners, START } from "../rows";
import { tenfold } from "./tenfold";

/** December's invoices are in review then, November's final and not paid, earlier ones paid. */
export const TODAY = day("2027-01-04") as Day;
/** Lines of Activity that a run a day leaves in a year. */
const LINES = 365;
const YEAR = 364;
/** More sales than that are a smaller program ten times over. */
const MOST_LIVED = 3_000;

/** One sale in so many is a yearly plan, which starts a drip of twelve parts. */
const DRIP_EVERY = 60;

const onSale = { state: "active", event: "transaction created" };
const triggers = [
  {
    ...onSale,
    key: "trg_rate",
    name: "Share",
    order: 1,
    action: "grant a reward",
    percent: "20",
    rules: JSON.stringify({
      all: [{ fact: "transaction.Product", operator: "notEqual", value: "Yearly plan" }],
    }),
    offer: "20 % of each sale",
  },
  {
    ...onSale,
    key: "trg_drip",
    name: "Yearly plan",
    order: 2,
    action: "start a drip",
    amount: 20,
    delay: 1,
    cycle: 1,
    occurrences: 12,
    rules: JSON.stringify({
      all: [{ fact: "transaction.Product", operator: "equal", value: "Yearly plan" }],
    }),
    offer: "20.00 a month",
  },
];

const customers = (count: number, partnerCount: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `cus_${i}`,
    name: `Customer ${i} of the bench`,
    email: `customer${i}@shop.example`,
    partner: `ptn_${i % partnerCount}`,
    createdOn: START,
    Plan: i % 3 ? "Team" : "Starter",
  }));

const sales = (count: number, customerCount: number) =>
  Array.from({ length: count }, (_, i) => ({
    key: `trx_${i}`,
    customer: `cus_${i % customerCount}`,
    date: addDays(START, Math.floor((i * YEAR) / count)),
    amount: 10 + (i % 500),
    currency: "USD",
    product: i % DRIP_EVERY === DRIP_EVERY / 2 ? "Yearly plan" : "Monthly plan",
    Region: i % 2 ? "EMEA" : "AMER",
  }));

/**
 * A program that lived a year of so many sales, by a run a week: as many rewards or a few more, customers 40 % of the sales,
 * running drips, paid invoices, and Activity with what undoing the last runs needs. Idle: nothing is left to do today.
 */
export async function liveYear(count: number): Promise<Driver> {
  if (count > MOST_LIVED) return tenfold(await liveYear(count / 10), `${TODAY}T18:00:00Z`);
  // A small one lives it by a run a month, since then its runs are all that it costs.
  const step = count < 1_000 ? 30 : 7;
  const bench = await openProgram();
  const { host, rpc } = bench;
  const call: Rpc = (name, input) => rpc(name, input);
  await answer(call("remove-schedule", {}));

  const partnerCount = Math.max(5, Math.round(count / 60));
  const customerCount = Math.round(count * 0.4);
  fill(bench, {
    partners: partners(partnerCount).map((each) => ({
      ...each,
      email: `${each.key}@partner.example`,
      payoutMethod: "bank transfer",
      accountReference: "DE89370400440532013000",
    })),
    customers: customers(customerCount, partnerCount),
    triggers,
  });

  const all = sales(count, customerCount);
  let [at, month] = [0, ""];
  for (
    let today = addDays(START, step);
    at < all.length || today < TODAY;
    today = addDays(today, step)
  ) {
    const until = today < TODAY ? today : TODAY;
    const from = at;
    while (at < all.length && (all[at]?.date as Day) < until) at++;
    fill(bench, { transactions: all.slice(from, at) as readonly Readonly<Record<string, Cell>>[] });
    await host.clock.advanceTo(`${until}T12:00:00Z`);
    await answer(call("run", { kind: "by hand" }));
    if (until.slice(0, 7) !== month) {
      if (month !== "") await payEarlier(host, call);
      month = until.slice(0, 7);
    }
  }
  await host.clock.advanceTo(`${TODAY}T18:00:00Z`);
  await answer(call("run", { kind: "by hand" }));
  padActivity(host);
  return host;
}

/** Pays every final invoice: what is final when a month begins is that of two months before. */
async function payEarlier(host: Driver, call: Rpc): Promise<void> {
  for (const { Key, Status } of host.rows("Invoices")) {
    if (Status !== "Final") continue;
    await answer(call("pay-invoice", { invoice: String(Key), neverSent: true }));
  }
}

/** Lines of runs on the days between, as a run a day leaves them; they made nothing, so that there is nothing to undo. */
function padActivity(host: Driver): void {
  const rows = host.rows("Activity");
  const [line] = rows.filter(({ Key }) => String(Key).startsWith("run"));
  const missing = Math.max(0, LINES - rows.length);
  const padded = Array.from({ length: missing }, (_, i) => {
    const on = addDays(START, i % YEAR);
    const cells = Object.entries(line ?? {}).filter(([header]) => !header.startsWith("Undo"));
    return {
      ...Object.fromEntries(cells),
      Key: `run ${on} 03:00:0${i % 10} daily`,
      When: on,
      Run: "",
    };
  });
  host.append("Activity", padded as never);
}
