import type { Driver } from "../../host";
import { type Arrived, kill } from "../support/host";
import { type BaseFile, saveBase } from "./support/base-file";
import { jsonOf, openProgram, sheetsOf } from "./support/program";

const ends: readonly Arrived[] = ["none", "all"];
const all: readonly Arrived[] = [...ends, "some"];

interface Scene {
  readonly name: string;
  readonly prepare: () => Promise<Driver>;
  readonly entry: string;
}

const scenes: readonly Scene[] = [
  {
    name: "a daily run that judges, starts drips and opens",
    prepare: () => openProgram(),
    entry: "onDaily",
  },
  {
    name: "a monthly run that releases, finalizes and opens the next month",
    prepare: async () => {
      const host = await openProgram();
      await host.call("onDaily");
      host.type("Transactions", { Key: "trx_5" }, "Amount", 80);
      host.type("Rewards", { Key: "1e5/trg_1" }, "Status", "nonsense");
      host.type("Customers", { Key: "cus_2" }, "Status", "archived");
      await host.clock.advanceTo("2026-05-01T01:00:00Z");
      return host;
    },
    entry: "onMonthly",
  },
];

/** Runs, killed at one service call, and then again; answers whether the run got that far. */
async function runKilledAt(host: Driver, entry: string, at: number, arrived: Arrived) {
  let reached = false;
  host.onServiceCall((_, number) => {
    if (number !== at) return;
    reached = true;
    throw kill(arrived);
  });
  await host.call(entry).catch((error: Error) => {
    if (error.name !== "Killed") throw error;
  });
  host.onServiceCall(null);
  if (reached) await host.call(entry);
  return reached;
}

describe.each(scenes)("$name", ({ prepare, entry }) => {
  let base: BaseFile;
  let unhurt: string;
  beforeAll(async () => {
    base = await saveBase(await prepare());
    const host = await base.open();
    await host.call(entry);
    unhurt = jsonOf(sheetsOf(host));
  });
  afterAll(() => base.remove());

  test("leaves the same sheets when killed at any service call, whatever of its writes arrived", async () => {
    const different: string[] = [];
    let last = 0;
    for (let at = 1, reached = true; reached; at++) {
      for (const arrived of at % 4 === 0 ? all : ends) {
        const host = await base.open();
        reached = await runKilledAt(host, entry, at, arrived);
        if (reached && jsonOf(sheetsOf(host)) !== unhurt) different.push(`${at} ${arrived}`);
      }
      last = at;
    }
    expect(different).toEqual([]);
    expect(last).toBeGreaterThan(50);
  }, 240_000);
});
