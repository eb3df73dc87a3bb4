import { answer } from "../demo/rpc";
import { publishedCosts, secondsOf } from "../host";
import { fill, openProgram } from "./program";
import { customers, partners, transactions } from "./rows";

const ADDRESS = "https://script.google.com/macros/s/bench/exec";
const SALES = 500;
const share = {
  key: "trg_share",
  name: "Share",
  state: "active",
  order: 1,
  event: "transaction created",
  action: "grant a reward",
  percent: "5",
  offer: "5 % of each sale",
};

/** What a visit of a partner's page costs with `count` partners, the first of whom has 500 rewards. */
async function visits(count: number) {
  const bench = await openProgram();
  const { host, rpc } = bench;
  fill(bench, {
    partners: partners(count),
    customers: customers(1, count),
    triggers: [share],
    transactions: transactions(SALES, 1),
  });
  await answer(rpc("change-settings", { partnerPageAddress: ADDRESS, mailPartners: true }));
  await host.clock.advanceTo("2026-01-25");
  let isMore = true;
  while (isMore) isMore = (await answer(rpc("run", { kind: "by hand" }))).more;
  const visit = async (partner: string) => {
    const { link } = await answer(rpc("partner-link", { partner }));
    const calls: string[] = [];
    host.onServiceCall((call) => calls.push(call));
    const page = await host.visit({ p: new URL(link ?? "").searchParams.get("p") ?? "" });
    host.onServiceCall(null);
    const { last } = host.usage();
    return {
      roundTrips: last.roundTrips,
      cellsRead: last.cellsRead,
      propertiesRead: calls.filter((call) => call === "Properties.getProperty").length,
      bytes: Buffer.byteLength(page?.content ?? ""),
      modelledSeconds: Number(secondsOf(last, publishedCosts).toFixed(2)),
    };
  };
  const figures = {
    partners: count,
    rewards: host.rows("Rewards").length,
    firstPartner: await visit("ptn_0"),
    lastPartner: await visit(`ptn_${count - 1}`),
    properties: propertiesOf(host.state.kept<Record<string, unknown[]>>("properties", Object)),
  };
  await host.close();
  return figures;
}

/** How many properties the program keeps, by whose they are. */
const propertiesOf = (stores: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(stores).map(([store, all]) => [store, all.length]));

/** A page view is one row, whatever the program holds (PARTNER-1b). */
export async function pages() {
  const small = await visits(10);
  const large = await visits(10_000);
  return {
    small,
    large,
    sameRoundTrips: small.lastPartner.roundTrips === large.lastPartner.roundTrips,
  };
}
