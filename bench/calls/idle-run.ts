import { answer } from "../../demo/rpc";
import { addDays } from "../../src/engine/kernel/day";
import { fill, openProgram } from "../program";
import { customers, partners, START, transactions } from "../rows";
import { type Cost, lastCost } from "./measure";

const ROWS = 100_000;
const MEASURED = 500;

/**
 * What a daily run that finds nothing to do costs at 100,000 sales, each of which earned a reward: told from two small programs, since
 * it makes as many round trips whatever their number, and each row adds as much.
 */
export async function idleRun(): Promise<Cost> {
  const [one, two] = [await idleRunOf(MEASURED), await idleRunOf(2 * MEASURED)];
  const at = (count: keyof Cost) =>
    Math.round(one[count] + ((two[count] - one[count]) * (ROWS - MEASURED)) / MEASURED);
  return {
    trips: at("trips"),
    read: at("read"),
    written: at("written"),
    characters: at("characters"),
  };
}

async function idleRunOf(rows: number): Promise<Cost> {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, {
    partners: partners(40),
    customers: customers(rows * 0.4, 40),
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
    transactions: transactions(rows, rows * 0.4),
  });
  await host.clock.advanceTo(addDays(START, 24));
  let isMore = true;
  while (isMore) isMore = (await answer(rpc("run", { kind: "by hand" }))).more;
  await host.clock.advanceTo(addDays(START, 25));
  await answer(rpc("run", { kind: "by hand" }));
  const cost = lastCost(host);
  await host.close();
  return cost;
}
