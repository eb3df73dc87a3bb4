import { answer } from "../demo/rpc";
import { fill, openProgram } from "./program";
import { customers, partners, transactions, triggers } from "./rows";

/** What a daily run costs in round trips, and in cells moved. */
async function dailyRun(rows: number) {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, {
    partners: partners(40),
    customers: customers(400, 40),
    triggers: triggers(2),
    transactions: transactions(rows, 400),
  });
  await host.clock.advanceTo("2026-01-25");
  await answer(rpc("run", { kind: "by hand" }));
  await host.clock.advanceTo("2026-01-26");
  const idle = await measure(bench);
  fill(bench, { transactions: transactions(rows + 10, 400).slice(rows) });
  const tenNew = await measure(bench);
  await host.close();
  return { rows, idle, tenNew };
}

async function measure({ host, rpc }: Awaited<ReturnType<typeof openProgram>>) {
  await answer(rpc("run", { kind: "by hand" }));
  const { roundTrips, cellsRead, cellsWritten, ms } = host.usage().last;
  return { roundTrips, cellsRead, cellsWritten, ms: Math.round(ms) };
}

/** The same number of round trips at 1,000 and at 100,000 transaction rows. */
export async function roundTrips() {
  const small = await dailyRun(1_000);
  const large = await dailyRun(100_000);
  return {
    small,
    large,
    sameRoundTripsIdle: small.idle.roundTrips === large.idle.roundTrips,
    sameRoundTripsTenNew: small.tenNew.roundTrips === large.tenNew.roundTrips,
  };
}
