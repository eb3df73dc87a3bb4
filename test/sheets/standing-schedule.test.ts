import { kill, openHost } from "../support/host";
import { jsonOf, openProgram, sheetsOf } from "./support/program";

type Host = Awaited<ReturnType<typeof openProgram>>;
interface Trigger {
  readonly id: string;
  readonly handler: string;
  readonly plan: { readonly kind: string; readonly zone?: string };
}

const triggersOf = (host: Host): Trigger[] => host.workbook.extras.triggers as Trigger[];
/** The clock runs that stand; a one-off is none of them. */
const standing = (host: Host) =>
  triggersOf(host)
    .filter(({ plan }) => plan.kind !== "once")
    .map(({ id, handler }) => `${handler} ${id}`);
const status = async (host: Host) =>
  ((await host.rpc("schedule-status", {})) as { output: Record<string, unknown> }).output;
const judgedRows = (host: Host) =>
  host.rows("Transactions").filter(({ Judged }) => Judged !== "").length;
const said = (host: Host) => host.rows("Activity").map(({ What }) => String(What));

/** Sales; one part of a run judges 2,500. */
const manySales = (count: number) => ({
  Partners: [{ Key: "ptn_1", Name: "Ann" }],
  Customers: [{ Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02" }],
  Transactions: Array.from({ length: count }, (_, i) => ({
    Key: `trx_${i}`,
    Customer: "cus_1",
    Date: "2026-03-05",
    Amount: 10,
  })),
});

/** A program of which a daily run has left work behind. */
const leftUnfinished = async (count: number) => {
  let cost = 0;
  const host = await openProgram(manySales(count), {
    callCost: (call) => (call === "Range.setValues" ? cost : 0),
  });
  cost = 45_000;
  await host.fire("onDaily");
  cost = 0;
  expect(judgedRows(host)).toBeLessThan(count);
  return host;
};

test("set-up installs a daily, a monthly and an hourly run", async () => {
  const host = await openProgram();
  expect(standing(host).map((each) => each.split(" ")[0])).toEqual([
    "onDaily",
    "onMonthly",
    "onHourly",
  ]);
});

test("the hourly run reads one property and ends where nothing is left", async () => {
  const host = await openProgram();
  await host.fire("onDaily");
  const { usage } = await host.fire("onHourly");
  expect(usage.calls).toEqual({
    "PropertiesService.getDocumentProperties": 1,
    "Properties.getProperty": 1,
  });
});

test("the hourly run finishes what a run left, when Google drops its one-off continuation", async () => {
  const host = await leftUnfinished(2_600);
  const own = standing(host);
  host.workbook.extras.triggers = triggersOf(host).filter(({ plan }) => plan.kind !== "once");
  const runs = await host.clock.advanceTo("2026-04-02T14:00:00Z");
  expect(runs.map(({ name, status: how }) => [name, how])).toEqual([["onHourly", "completed"]]);
  expect(judgedRows(host)).toBe(2_600);
  expect(standing(host)).toEqual(own);
  expect((await host.fire("onHourly")).usage.roundTrips).toBe(0);
});

test("a dropped one-off is removed when the next is made", async () => {
  const host = await leftUnfinished(5_100);
  const oneOffs = () => triggersOf(host).filter(({ plan }) => plan.kind === "once");
  const [dropped] = oneOffs();
  // Each write takes time again, so that this run leaves work behind, too.
  host.onServiceCall((call) => {
    if (call === "Range.setValues") host.state.clock.moveTo(host.state.clock.now() + 45_000);
  });
  await host.fire("onHourly");
  host.onServiceCall(null);
  expect(judgedRows(host)).toBeLessThan(5_100);
  expect(oneOffs()).toHaveLength(1);
  expect(oneOffs()[0]?.id).not.toBe(dropped?.id);
});

test("the hourly run completes a daily one that was killed, to the same sheets", async () => {
  const lived = async (at: number) => {
    const host = await openProgram();
    let writes = 0;
    host.onServiceCall((call) => {
      if (call === "Range.setValues" && ++writes === at) throw kill("all");
    });
    await host.fire("onDaily").catch(() => undefined);
    host.onServiceCall(null);
    await host.fire("onHourly");
    return jsonOf(sheetsOf(host));
  };
  const expected = await lived(1_000);
  for (const at of [2, 5, 8]) expect(await lived(at)).toBe(expected);
});

test("a fault is tried again three times, not each hour of the day", async () => {
  const host = await openProgram();
  host.onServiceCall((call) => {
    if (call === "Range.setValues") throw kill("none");
  });
  const runs = await host.clock.advanceTo("2026-04-04T03:00:00Z");
  const names = runs.map(({ name, status: how }) => `${name} ${how}`);
  expect(names).toEqual(["onDaily killed", ...Array.from({ length: 3 }, () => "onHourly killed")]);
});

test("what only a person can fix is not retried each hour", async () => {
  const host = await openProgram();
  host.renameColumn("Partners", "Key", "Number");
  const runs = await host.clock.advanceTo("2026-04-04T03:00:00Z");
  expect(runs.map(({ name, status: how }) => `${name} ${how}`)).toEqual(["onDaily failed"]);
});

test("no clock run creates or deletes the standing schedule, whatever zone the spreadsheet has", async () => {
  const host = await openProgram(undefined, { timeZone: "UTC" });
  const own = standing(host);
  const lived = new Set<string>();
  for (const [zone, until] of [
    ["Asia/Tokyo", "2026-04-05"],
    ["America/Los_Angeles", "2026-04-09"],
    ["Pacific/Kiritimati", "2026-04-12"],
    ["Europe/Kyiv", "2026-05-02"],
  ] as const) {
    host.setTimeZone(zone);
    for (const run of await host.clock.advanceTo(until)) lived.add(`${run.name} ${run.status}`);
    expect(standing(host)).toEqual(own);
  }
  expect([...lived].sort()).toEqual(["onDaily completed", "onMonthly completed"]);
});

test("after a change of zone the owner's next visit installs the schedule anew, and nobody else's does", async () => {
  const host = await openProgram(undefined, { timeZone: "UTC", user: "ann@team.example" });
  const own = standing(host);
  host.setTimeZone("Asia/Tokyo");
  Object.assign(host.state, { user: "ben@team.example" });
  expect(await status(host)).toMatchObject({ timeZone: "UTC", owner: "ann@team.example" });
  expect(standing(host)).toEqual(own);
  Object.assign(host.state, { user: "ann@team.example" });
  expect(await status(host)).toMatchObject({ timeZone: "Asia/Tokyo", owner: "ann@team.example" });
  expect(said(host)).toContain("The time zone changed from UTC to Asia/Tokyo.");
  expect(standing(host)).toHaveLength(3);
  const runs = await host.clock.advanceTo("2026-04-04T23:00:00Z");
  expect(runs.map(({ startedAt }) => startedAt.getUTCHours())).toContain(20);
  await status(host);
  expect(said(host).filter((what) => what.startsWith("The time zone"))).toHaveLength(1);
});

test("a schedule of an earlier release gets its hourly run at the owner's next visit", async () => {
  const host = await openProgram(undefined, { user: "ann@team.example" });
  host.workbook.extras.triggers = triggersOf(host).filter(({ handler }) => handler !== "onHourly");
  const stores = host.workbook.extras.properties as Record<string, [string, string][]>;
  for (const pairs of Object.values(stores)) {
    for (const pair of pairs) pair[1] = pair[1].replace(/,"triesLeft":\d+,"hasHourly":true/, "");
  }
  await status(host);
  expect(standing(host).map((each) => each.split(" ")[0])).toEqual([
    "onDaily",
    "onMonthly",
    "onHourly",
  ]);
  expect(said(host)).toContain("Installed the schedule");
});

test("a visit while a run is busy, or when Google allows no more triggers, still shows the status", async () => {
  const host = await openProgram(undefined, { timeZone: "UTC" });
  host.setTimeZone("Asia/Tokyo");
  const all = triggersOf(host);
  const [own] = all;
  while (own && all.length < 23) all.push({ ...own, id: `other ${all.length}`, handler: "other" });
  expect(await status(host)).toMatchObject({ owner: "someone@example.com" });
});

test("a zone that the scheduler does not know falls back to the script's own", async () => {
  const host = await openHost({ now: "2026-03-30T10:00:00Z", timeZone: "Europe/Kyiv" });
  await host.atSheet("setUp");
  expect(triggersOf(host).map(({ handler, plan }) => [handler, plan.zone])).toEqual([
    ["onDaily", "Etc/UTC"],
    ["onMonthly", "Etc/UTC"],
    ["onHourly", undefined],
  ]);
  const runs = await host.clock.advanceTo("2026-04-02T04:00:00Z");
  expect(runs.every(({ status: how }) => how === "completed")).toBe(true);
  expect(runs.map(({ name }) => name)).toEqual(["onDaily", "onDaily", "onMonthly"]);
});
