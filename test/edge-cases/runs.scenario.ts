import { ask, lines, openLife, outcomeOf, run, sale, tell } from "../e2e/main-job/open-life";
import { addScheduleOf } from "../support/add-schedule";

const plan = () => openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
const tabs = ["Rewards", "Drips", "Invoices", "Payouts", "Transactions"] as const;
const money = (host: Awaited<ReturnType<typeof plan>>): string =>
  JSON.stringify(tabs.map((tab) => host.rows(tab)));
const status = async (host: Awaited<ReturnType<typeof plan>>) =>
  (await ask(host, "schedule-status", {})) as Readonly<Record<string, unknown>>;

/** E16: a second run while the first holds the lock, and the same day's run once more. */
async function overlapping() {
  const host = await plan();
  let [isHeld, isAsked] = [false, false];
  const seconds: Promise<unknown>[] = [];
  host.onServiceCall((call: string) => {
    if (isHeld && !isAsked) {
      isAsked = true;
      seconds.push(host.atSheet("rpc", "run", { kind: "by hand" }).then(({ result }) => result));
    }
    isHeld ||= call === "Lock.tryLock";
  });
  await host.fire("onDaily");
  host.onServiceCall(null);
  const [second] = (await Promise.all(seconds)) as { readonly error?: { readonly code: string } }[];
  const before = money(host);
  await host.fire("onDaily");
  await host.fire("onMonthly");
  return { second: second?.error?.code, isSame: money(host) === before };
}

/** E17: a second colleague installs a schedule too; nobody sees the other's. */
async function twoOwners() {
  const host = await plan();
  addScheduleOf(host, "ben@team.example");
  await host.fire("onDaily");
  const before = money(host);
  await host.fire("onDaily", "ben@team.example");
  return { told: (await status(host)).hasTwoOwners, isSame: money(host) === before };
}

/** E18: the schedule stopped on the tenth; a month later someone opens the sidebar. */
async function stopped() {
  const host = await plan();
  await host.clock.advanceTo("2026-01-12");
  host.workbook.extras.triggers = [];
  await host.clock.advanceTo("2026-03-12");
  const told = (await status(host)).isStale;
  await ask(host, "run", { kind: "catch-up" });
  return { told, earned: lines(host, "Rewards", ["Key", "Earned on"]) };
}

/** E20: how many clock runs there are in ten days in which no month ends, and on the first of one. */
async function hours() {
  const host = await plan();
  const quiet = await host.clock.advanceTo("2026-01-20");
  const all = [...quiet, ...(await host.clock.advanceTo("2026-02-02"))];
  const starts = all.map(({ startedAt }) => startedAt.getTime()).sort((a, b) => a - b);
  const gaps = starts.slice(1).map((at, i) => at - (starts[i] as number));
  return { inTenDays: quiet.length, leastHours: Math.min(...gaps) / 3_600_000 };
}

/** E22: a copy with all ids and drips, before and after a person says that it is a test copy. */
async function copied() {
  const host = await plan();
  await run(host);
  const copy = await host.copy();
  const before = money(copy);
  await copy.clock.advanceTo("2026-03-15");
  const refused = (await outcomeOf(run(copy))).split(":")[0];
  const isSame = money(copy) === before;
  await ask(copy, "decide-copy", { as: "test copy" });
  const fired = (await copy.clock.advanceTo("2026-03-20")).length;
  return { refused, isSame, fired, owner: (await status(copy)).owner };
}

tell({
  overlapping: await overlapping(),
  twoOwners: await twoOwners(),
  stopped: await stopped(),
  hours: await hours(),
  copied: await copied(),
});
