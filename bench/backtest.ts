import { answer } from "../demo/rpc";
import type { Output } from "../src/engine/contract/contract";
import { fill, openProgram } from "./program";
import { customers, partners, rulesOf, transactions, triggers } from "./rows";

const ROWS = 10_000;

/** A backtest of a draft over 10,000 transactions, through the door: what it reads, writes and answers. */
export async function backtestDraft() {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, {
    partners: partners(40),
    customers: customers(400, 40),
    triggers: triggers(1),
    transactions: transactions(ROWS, 400),
  });
  await host.clock.advanceTo("2026-01-25");
  await answer(rpc("run", { kind: "by hand" }));
  const before = JSON.stringify(host.sheetNames().map((name) => host.rows(name)));
  const draft = JSON.stringify({
    name: "Draft",
    event: "transaction created",
    action: "grant a reward",
    percent: "10",
    rules: JSON.stringify(rulesOf(1)),
  });
  const reply = (await host.rpc("backtest-trigger", { draft })) as {
    readonly output: Output<"backtest-trigger">;
  };
  const { events, acted, sums, nearMisses } = reply.output;
  const { roundTrips, cellsRead, cellsWritten, ms } = host.usage().last;
  const after = JSON.stringify(host.sheetNames().map((name) => host.rows(name)));
  await host.close();
  return {
    events,
    acted,
    sums,
    nearMisses: nearMisses.rows.length + nearMisses.more,
    roundTrips,
    cellsRead,
    cellsWritten,
    replyBytes: JSON.stringify(reply).length,
    sheetsUnchanged: before === after,
    ms: Math.round(ms),
  };
}
