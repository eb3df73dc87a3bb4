import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Driver, kill, openHost } from "../../host";
import { lines, openLife, run, sale, tell } from "../e2e/main-job/open-life";

const folder = mkdtempSync(join(tmpdir(), "acts-"));
const base = join(folder, "base.json");
const copy = join(folder, "copy.json");

async function prepare(): Promise<void> {
  const host = await openLife({
    Transactions: [sale("a", { Product: "Yearly plan" }), sale("b", { Customer: "cus_2" })],
  });
  await host.clock.advanceTo("2026-02-09");
  await host.save(base);
}

function opened(): Promise<Driver> {
  copyFileSync(base, copy);
  return openHost({ file: copy, now: "2026-02-09" });
}

/** A person's acts in the sidebar. */
const acts: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>]>> = {
  "a manual reward": [
    "create-manual-reward",
    { partner: "ada", description: "x", amount: "5", confirmed: true },
  ],
  "ending a drip": ["end-drip", { drip: "drip_a/plan", reason: "left", confirmed: true }],
  "archiving a customer": ["archive-record", { table: "customers", key: "cus_1", confirmed: true }],
  "paying an invoice": ["pay-invoice", { invoice: "inv_2026-01_USD" }],
  "reopening an invoice": ["reopen-invoice", { invoice: "inv_2026-01_USD", reason: "a mistake" }],
};

/** What can be told of the money, keys apart: those of a person's acts are new each time. */
const stateOf = (host: Driver): string =>
  JSON.stringify([
    lines(host, "Rewards", ["Partner", "Amount", "Status", "Invoice", "Payout"]),
    lines(host, "Drips", ["Status", "To come", "Ended on"]),
    lines(host, "Invoices", ["Status", "Lines", "Total"]),
    lines(host, "Payouts", ["Amount", "Status"]),
    host.rows("Activity").filter(({ Key }) => !String(Key).startsWith("run ")).length,
  ]);

async function killedEverywhere(name: string, mode: "none" | "all") {
  const [call, input] = acts[name] as (typeof acts)[string];
  const never = await opened();
  await run(never);
  const not = stateOf(never);
  const once = await opened();
  await once.rpc(call, input as never);
  await run(once);
  const wholly = stateOf(once);
  const half: number[] = [];
  let [points, done] = [0, 0];
  for (let at = 1; ; at += 4) {
    const host = await opened();
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill(mode);
    });
    const ended = await host.call("rpc", call, input).then(
      () => true,
      () => false,
    );
    host.onServiceCall(null);
    if (ended) break;
    points++;
    await run(host);
    const state = stateOf(host);
    if (state === wholly) done++;
    else if (state !== not) half.push(at);
    await host.close();
  }
  return { differs: wholly !== not, points, done, half };
}

await prepare();
const found: Record<string, unknown> = {};
for (const name of Object.keys(acts)) {
  for (const mode of ["none", "all"] as const) {
    found[`${name}, ${mode} arrived`] = await killedEverywhere(name, mode);
  }
}
rmSync(folder, { recursive: true });
tell(found);
