import { addScheduleOf } from "../support/add-schedule";
import { kill, openHost } from "../support/host";
import { jsonOf, openProgram, sheetsOf } from "./support/program";

/** More sales than one part of a run judges. */
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
const status = async (host: Awaited<ReturnType<typeof openProgram>>) =>
  ((await host.rpc("schedule-status", {})) as { output: Record<string, unknown> }).output;

test("set-up installs a daily run at five and a monthly one on the first, in the program's zone", async () => {
  const host = await openHost({
    now: "2026-03-30T10:00:00Z",
    timeZone: "America/New_York",
    scriptTimeZone: "Asia/Tokyo",
    user: "ann@team.example",
  });
  await host.atSheet("setUp");
  const runs = await host.clock.advanceTo("2026-04-02T04:00:00Z");
  const when = runs.map(({ name, startedAt, status: how }) => [
    name,
    startedAt.toLocaleString("sv-SE", { timeZone: "America/New_York" }).slice(0, 13),
    how,
  ]);
  expect(when).toEqual([
    ["onDaily", "2026-03-31 05", "completed"],
    ["onDaily", "2026-04-01 05", "completed"],
    ["onMonthly", "2026-04-01 07", "completed"],
  ]);
  expect(await status(host)).toMatchObject({
    owner: "ann@team.example",
    isStale: false,
    hasTwoOwners: false,
    isUndecidedCopy: false,
  });
});

test("installing the schedule again leaves one, and a second set-up installs none", async () => {
  const host = await openProgram();
  await host.rpc("install-schedule", {});
  await host.atSheet("setUp");
  const runs = await host.clock.advanceTo("2026-04-04");
  expect(runs.map(({ name }) => name)).toEqual(["onDaily", "onDaily"]);
});

test("a missing and a stale schedule are reported", async () => {
  const host = await openHost({ now: "2026-03-10" });
  expect(await status(host)).toMatchObject({ owner: "", hoursSinceClockRun: null });
  await host.atSheet("setUp");
  await host.clock.advanceTo("2026-03-12");
  const { hoursSinceClockRun } = await status(host);
  expect(hoursSinceClockRun).toBeLessThan(10);
});

test("a schedule without any clock run is stale after 26 hours, a new one is not", async () => {
  const host = await openHost({ now: "2026-03-10T12:00:00Z" });
  await host.atSheet("setUp");
  host.workbook.extras.triggers = [];
  await host.clock.advanceTo("2026-03-11T13:00:00Z");
  expect(await status(host)).toMatchObject({ isStale: false, hoursSinceClockRun: null });
  await host.clock.advanceTo("2026-03-11T15:00:00Z");
  expect(await status(host)).toMatchObject({ isStale: true, hoursSinceClockRun: null });
  await host.rpc("install-schedule", {});
  expect(await status(host)).toMatchObject({ isStale: false });
});

test("each change of the schedule is one line of Activity, with its previous owner", async () => {
  const host = await openHost({ now: "2026-03-10", user: "ann@team.example" });
  await host.atSheet("setUp");
  await host.rpc("remove-schedule", {});
  await host.rpc("install-schedule", {});
  const said = host.rows("Activity").map(({ Who, What, From, To }) => [Who, What, From, To]);
  expect(said).toEqual([
    ["ann@team.example", "Removed the schedule", "ann@team.example", "nobody"],
    ["ann@team.example", "Installed the schedule", "nobody", "ann@team.example"],
  ]);
});

test("two schedules within 48 hours are two owners", async () => {
  const host = await openProgram();
  addScheduleOf(host, "ben@team.example");
  await host.fire("onDaily");
  await host.fire("onDaily", "ben@team.example");
  expect(await status(host)).toMatchObject({ hasTwoOwners: true });
});

test("taking over a schedule is one call, and its former owner's earlier runs are not a second owner", async () => {
  const anns = await openProgram(undefined, { user: "ann@team.example" });
  await anns.fire("onDaily", "ann@team.example");
  await anns.clock.advanceTo("2026-04-02T20:00:00Z");
  const host = anns.fork({ user: "bob@team.example" });
  const taken = await host.rpc("install-schedule", {});
  expect(taken).toMatchObject({ output: { owner: "bob@team.example", hasTwoOwners: false } });
  await host.fire("onDaily", "bob@team.example");
  expect(await status(host)).toMatchObject({ hasTwoOwners: false });
  await host.fire("onDaily", "ann@team.example");
  expect(await status(host)).toMatchObject({ hasTwoOwners: true });
});

test("a change of the time zone never loses what a killed run had journalled", async () => {
  const killedAt = async (host: Awaited<ReturnType<typeof openProgram>>, at: number) => {
    let writes = 0;
    host.onServiceCall((call) => {
      if (call === "Range.setValues" && ++writes === at) throw kill("all");
    });
    await host.fire("onDaily").catch(() => undefined);
    host.onServiceCall(null);
  };
  const lived = async (first: number, second: number) => {
    const host = await openProgram(undefined, { timeZone: "UTC" });
    await killedAt(host, first);
    host.setTimeZone("Asia/Tokyo");
    await killedAt(host, second);
    await host.fire("onDaily");
    return jsonOf(sheetsOf(host));
  };
  const never = 1_000;
  const expected = await lived(never, never);
  // The first has written its journal and some of its rows; the second notices the zone and is killed in its turn.
  for (const second of [1, 2, 3, 4]) expect(await lived(8, second)).toBe(expected);
});

test("if a continuation is refused, the next run goes on", async () => {
  let cost = 0;
  const host = await openProgram(manySales(6_000), {
    callCost: (call) => (call === "Range.setValues" ? cost : 0),
  });
  const { triggers } = host.workbook.extras as { triggers: { id: string }[] };
  const [own] = triggers;
  while (own && triggers.length < 20) triggers.push({ ...own, id: `other ${triggers.length}` });
  const judgedRows = () => host.rows("Transactions").filter(({ Judged }) => Judged !== "").length;
  cost = 40_000;
  await host.fire("onDaily");
  const before = judgedRows();
  expect(triggers).toHaveLength(20);
  cost = 0;
  await host.fire("onDaily");
  expect(before).toBeGreaterThan(0);
  expect([before < 6_000, judgedRows()]).toEqual([true, 6_000]);
});

test("a copy refuses to run until a person says what it is", async () => {
  const original = await openProgram();
  await original.fire("onDaily");
  const copy = original.copy();
  const refused = await copy.rpc("run", { kind: "by hand" });
  expect(refused).toMatchObject({ ok: false, error: { code: "COPY_UNDECIDED" } });
  addScheduleOf(copy, copy.state.user);
  expect((await copy.fire("onDaily")).result).toMatchObject({ error: { code: "COPY_UNDECIDED" } });
  expect(await status(copy)).toMatchObject({ isUndecidedCopy: true, owner: "" });
  expect(await copy.rpc("decide-copy", { as: "mine" })).toMatchObject({
    error: { code: "INPUT_INVALID" },
  });
  await copy.rpc("decide-copy", { as: "test copy" });
  expect(await copy.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(await status(copy)).toMatchObject({ isTestCopy: true, owner: "" });
});

test("until a person says what a copy is, every writing call is refused, and reading ones are not", async () => {
  const copy = (await openProgram()).copy();
  const before = JSON.stringify(copy.workbook.sheets);
  const reward = {
    partner: "ptn_1",
    description: "For the talk in May",
    amount: 20,
    reason: "bonus",
  };
  for (const [call, input] of [
    ["create-manual-reward", reward],
    ["undo-run", {}],
    ["set-up", {}],
    ["install-schedule", {}],
  ] as const) {
    expect(await copy.rpc(call, input)).toMatchObject({ error: { code: "COPY_UNDECIDED" } });
  }
  expect(JSON.stringify(copy.workbook.sheets)).toBe(before);
  expect(await copy.rpc("find-partners", {})).toMatchObject({ ok: true });

  await copy.rpc("decide-copy", { as: "test copy" });
  expect(await copy.rpc("create-manual-reward", reward)).toMatchObject({ ok: true });
});

test("a new home gets a schedule of its own", async () => {
  const copy = (await openProgram()).copy();
  await copy.rpc("decide-copy", { as: "new home" });
  expect(await copy.clock.advanceTo("2026-04-03")).toHaveLength(1);
});

test("a run short of time stops at a safe point and goes on a minute later, by a one-off clock run", async () => {
  const count = 6_000;
  let cost = 0;
  const host = await openProgram(manySales(count), {
    callCost: (call) => (call === "Range.setValues" ? cost : 0),
  });
  const judgedRows = () => host.rows("Transactions").filter(({ Judged }) => Judged !== "").length;
  cost = 40_000;
  await host.fire("onDaily");
  expect(judgedRows()).toBeLessThan(count);
  cost = 0;
  const [next, ...others] = await host.clock.advanceTo("2026-04-02T14:00:00Z");
  expect(next).toMatchObject({ name: "onDaily", status: "completed" });
  expect(others).toEqual([]);
  expect(judgedRows()).toBe(count);
  const { result } = await host.atSheet("rpc", "schedule-status", {});
  expect(result).toMatchObject({ ok: true });
});

test("the menu is built in every authorization mode", async () => {
  for (const authMode of ["NONE", "LIMITED"] as const) {
    const host = await openHost({ authMode });
    await host.reload();
    expect(host.menu().map(({ caption }) => caption)).toContain("Tributary");
  }
});
