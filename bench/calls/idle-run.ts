import { answer } from "../../demo/rpc";
import { addDays } from "../../src/engine/kernel/day";
import { fill, openProgram } from "../program";
import { customers, partners, START, transactions } from "../rows";
import { type Cost, lastCost } from "./measure";

const ROWS = 100_000;

/** A daily run that finds nothing to do, at 100,000 sales each of which earned a reward. */
export async function idleRun(rows = ROWS): Promise<Cost> {
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
