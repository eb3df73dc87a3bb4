import { openHost } from "../support/host";
import { openProgram } from "./support/program";

const status = async (host: Awaited<ReturnType<typeof openProgram>>) =>
  ((await host.rpc("schedule-status", {})) as { output: Record<string, unknown> }).output;

test("set-up installs a daily run at five and a monthly one on the first, in the program's zone", async () => {
  const host = await openHost({
    now: "2026-03-30T10:00:00Z",
    timeZone: "America/New_York",
    scriptTimeZone: "Asia/Tokyo",
    user: "ann@team.example",
  });
  await host.call("setUp");
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
  await host.call("setUp");
  const runs = await host.clock.advanceTo("2026-04-04");
  expect(runs.map(({ name }) => name)).toEqual(["onDaily", "onDaily"]);
});

test("nobody's schedule and a stale one are told", async () => {
  const host = await openHost({ now: "2026-03-10" });
  expect(await status(host)).toMatchObject({ owner: "", hoursSinceClockRun: null });
  await host.call("setUp");
  await host.clock.advanceTo("2026-03-12");
  const { hoursSinceClockRun } = await status(host);
  expect(hoursSinceClockRun).toBeLessThan(10);
});

test("two schedules within 48 hours are two owners", async () => {
  const host = await openProgram();
  await host.call("onDaily", { triggerUid: "one" });
  await host.call("onDaily", { triggerUid: "two" });
  expect(await status(host)).toMatchObject({ hasTwoOwners: true });
});

test("the schedule follows a change of the spreadsheet's time zone, and the change is logged", async () => {
  const host = await openProgram(undefined, { timeZone: "UTC" });
  host.setTimeZone("Asia/Tokyo");
  await host.clock.advanceTo("2026-04-03T08:00:00Z");
  expect(await status(host)).toMatchObject({ timeZone: "Asia/Tokyo" });
  const said = host.rows("Activity").map(({ What }) => String(What));
  expect(said).toContain("The time zone changed from UTC to Asia/Tokyo.");
  const runs = await host.clock.advanceTo("2026-04-04T23:00:00Z");
  expect(runs.map(({ startedAt }) => startedAt.getUTCHours())).toContain(20);
});

test("a copy refuses to run until a person says what it is", async () => {
  const original = await openProgram();
  await original.call("onDaily");
  const copy = original.copy();
  const refused = await copy.rpc("run", { kind: "by hand" });
  expect(refused).toMatchObject({ ok: false, error: { code: "COPY_UNDECIDED" } });
  expect((await copy.call("onDaily")).result).toMatchObject({ error: { code: "COPY_UNDECIDED" } });
  expect(await status(copy)).toMatchObject({ isUndecidedCopy: true, owner: "" });
  expect(await copy.rpc("decide-copy", { as: "mine" })).toMatchObject({
    error: { code: "INPUT_INVALID" },
  });
  await copy.rpc("decide-copy", { as: "test copy" });
  expect(await copy.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(await status(copy)).toMatchObject({ isTestCopy: true, owner: "" });
});

test("until a person says what a copy is, all that writes is refused, and what reads is not", async () => {
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

test("a run short of time stops at a safe point and goes on a minute later, by a clock run deleted as it fires", async () => {
  const count = 6_000;
  let cost = 0;
  const host = await openProgram(
    {
      Partners: [{ Key: "ptn_1", Name: "Ann" }],
      Customers: [{ Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02" }],
      Transactions: Array.from({ length: count }, (_, i) => ({
        Key: `trx_${i}`,
        Customer: "cus_1",
        Date: "2026-03-05",
        Amount: 10,
      })),
    },
    { callCost: (call) => (call === "Range.setValues" ? cost : 0) },
  );
  const judgedRows = () => host.rows("Transactions").filter(({ Judged }) => Judged !== "").length;
  cost = 40_000;
  await host.call("onDaily");
  expect(judgedRows()).toBeLessThan(count);
  cost = 0;
  const [next, ...others] = await host.clock.advanceTo("2026-04-02T14:00:00Z");
  expect(next).toMatchObject({ name: "onDaily", status: "completed" });
  expect(others).toEqual([]);
  expect(judgedRows()).toBe(count);
  const { result } = await host.call("rpc", "schedule-status", {});
  expect(result).toMatchObject({ ok: true });
}, 60_000);

test("the menu is built in every authorization mode", async () => {
  for (const authMode of ["NONE", "LIMITED"] as const) {
    const host = await openHost({ authMode });
    await host.reload();
    expect(host.menu().map(({ caption }) => caption)).toContain("Tributary");
  }
});
