import { answer } from "../../demo/rpc";
import { addDays, type Day } from "../../src/engine/kernel/day";
import { fill, openProgram } from "../program";
import { customers, partners, START } from "../rows";
import { type Cost, costIn } from "./measure";
import { secondsFor } from "./table";
import { tenfold } from "./tenfold";

/** Sales of two years, ten times over. */
const SALES = 10_000;
const DAYS = 732;
/**
 * Days on which runs live them. After the last one the invoice of the month before is in review, which with the month begun is as much as is
 * not final at any time.
 */
const RUNS = [680, 710, 731];
/** Before the review ends. */
const IDLE = 4;

/**
 * What a daily run that finds nothing to do costs at 100,000 sales, each of which earned a reward: of the runs after one that
 * compared all and found nothing, the one that takes longest.
 */
export async function idleRun(): Promise<Cost> {
  const bench = await openProgram();
  const count = SALES * 0.4;
  await answer(bench.rpc("remove-schedule", {}));
  fill(bench, {
    partners: partners(40),
    customers: customers(count, 40),
    triggers: [
      {
        key: "trg_0",
        name: "Share",
        state: "active",
        order: 1,
        event: "transaction created",
        action: "grant a reward",
        percent: "5",
      },
    ],
  });
  const sales = Array.from({ length: SALES }, (_, i) => ({
    key: `trx_${i}`,
    customer: `cus_${i % count}`,
    date: addDays(START, Math.floor((i * DAYS) / SALES)),
    amount: 10 + (i % 500),
    currency: "USD",
    product: i % 5 === 0 ? "Yearly plan" : "Monthly plan",
    Region: i % 2 ? "EMEA" : "AMER",
  }));
  let from: Day = START;
  for (const until of RUNS.map((days) => addDays(START, days))) {
    fill(bench, { transactions: sales.filter(({ date }) => from <= date && date < until) });
    await bench.host.clock.advanceTo(`${until}T12:00:00Z`);
    let isMore = true;
    while (isMore) isMore = (await answer(bench.rpc("run", { kind: "by hand" }))).more;
    from = until;
  }
  const host = await tenfold(bench.host, `${from}T18:00:00Z`);
  await answer(host.rpc("install-schedule", {}) as never);
  let most: Cost = { trips: 0, read: 0, written: 0, characters: 0 };
  for (let day = 0; day <= IDLE; day++) {
    const ran = await host.clock.advanceTo(`${addDays(from, day + 1)}T23:00:00Z`);
    const daily = ran.find(({ name }) => name === "onDaily");
    if (!daily) throw new Error("The daily run did not come.");
    const cost = costIn(daily.usage);
    if (process.env.TRY)
      console.log(day, JSON.stringify(cost), host.rows("Activity").at(-1)?.What, secondsFor(cost));
    // The first one compares all.
    if (day > 0 && secondsFor(cost) > secondsFor(most)) most = cost;
  }
  await bench.host.close();
  return most;
}
