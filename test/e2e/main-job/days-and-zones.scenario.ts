import type { Driver } from "../../../host";
import { findSheet, readDisplay } from "../../../host/workbook";
import { addScheduleOf } from "../../support/add-schedule";
import { ask, everything, lines, openLife, outcomeOf, run, sale, tell } from "./open-life";

/** Cells as the spreadsheet shows them: what a person reads, whatever the script's zone. */
function shown(host: Driver, tab: string, headers: readonly string[]): readonly string[] {
  const sheet = findSheet(host.workbook, tab);
  const names = sheet?.rows[0]?.cells ?? [];
  const rows = sheet?.rows.filter((row) => row?.cells.some((cell) => cell !== "")).length ?? 0;
  if (!sheet) return [];
  const rect = { row: 1, column: 1, rows, columns: names.length };
  const texts = (readDisplay(host.workbook, sheet, rect) as readonly string[]).flat();
  return Array.from({ length: rows - 1 }, (_, i) =>
    headers.map((each) => texts[(i + 1) * names.length + names.indexOf(each)]).join(" | "),
  );
}

/** Its spreadsheets show a day as 2026-03-08 and amounts with a point. */
const locale = "en_CA";

/** Dates on both sides of nights on which one of the two zones changes its clocks. */
const nights = [
  ["a", "2026-03-08"],
  ["b", "2026-03-08 23:59:59"],
  ["c", "2026-03-29 02:30:00"],
  ["d", "2026-04-05"],
  ["e", "2026-04-24"],
  ["f", "2026-03-29"],
  ["g", "2026-04-05 02:30:00"],
] as const;

async function inZones(timeZone: string, scriptTimeZone: string) {
  const host = await openLife(
    {
      Customers: [{ Key: "cus_1", Partner: "ada", "Created on": "2026-03-08" }],
      Transactions: nights.map(([key, date]) =>
        sale(key, { Date: date, Product: key === "a" ? "Yearly plan" : "" }),
      ),
    },
    { timeZone, scriptTimeZone, locale, now: "2026-03-02T12:00:00Z" },
  );
  const executions = await host.clock.advanceTo("2026-05-09 12:00");
  return {
    failed: executions.filter(({ status }) => status !== "completed").length,
    judged: [...shown(host, "Transactions", ["Key", "Judged"])].sort(),
    rewards: [...shown(host, "Rewards", ["Key", "Earned on", "Invoice"])].sort(),
    drips: shown(host, "Drips", ["Event date", "Next date"]),
    invoices: shown(host, "Invoices", [
      "Key",
      "Opened on",
      "Review ends on",
      "Finalized on",
      "Total",
    ]),
  };
}

async function zoneChanged() {
  const host = await openLife(
    { Transactions: [sale("a", { Product: "Yearly plan" })] },
    { timeZone: "America/New_York", scriptTimeZone: "UTC", locale },
  );
  await host.clock.advanceTo("2026-03-12");
  const earned = () =>
    shown(host, "Rewards", ["Key", "Earned on"]).filter((each) => each !== " | ");
  const before = earned();
  host.setTimeZone("Asia/Tokyo");
  await host.clock.advanceTo("2026-04-05");
  // The owner's visit moves the schedule, no clock run does (REFUSAL-5).
  const status = (await ask(host, "schedule-status", {})) as { timeZone: string };
  const runs = await host.clock.advanceTo("2026-04-15");
  const zoned = host
    .rows("Activity")
    .filter(({ What }) => String(What).startsWith("The time zone"));
  return {
    kept: JSON.stringify(earned().slice(0, before.length)) === JSON.stringify(before),
    next: shown(host, "Drips", ["Event date", "Next date"]),
    said: zoned.length,
    timeZone: status.timeZone,
    hours: [...new Set(runs.map(({ startedAt }) => startedAt.toISOString().slice(11, 13)))],
  };
}

/** Nobody opened the sheet from January to June, and no schedule was installed. */
async function missedMonths() {
  const host = await openLife({
    Transactions: [sale("a", { Product: "Yearly plan" }), sale("b", { Date: "2026-02-28" })],
  });
  await run(host);
  host.workbook.extras.triggers = [];
  await host.clock.advanceTo("2026-06-20");
  await run(host);
  const opened = lines(host, "Invoices", ["Key", "Status", "Opened on", "Review ends on", "Total"]);
  await run(host);
  const again = lines(host, "Invoices", ["Key", "Status", "Opened on", "Review ends on", "Total"]);
  await host.clock.advanceTo("2026-06-26");
  await run(host);
  const stillOpen = lines(host, "Invoices", ["Status"]);
  await host.clock.advanceTo("2026-06-27");
  await run(host);
  const final = lines(host, "Invoices", ["Key", "Status"]);
  return { opened, again: JSON.stringify(again) === JSON.stringify(opened), stillOpen, final };
}

async function twiceADay() {
  const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
  await host.clock.advanceTo("2026-03-12");
  const tabs = () => ["Rewards", "Drips", "Invoices", "Payouts"].map((tab) => host.rows(tab));
  const before = JSON.stringify(tabs());
  for (const kind of ["daily", "monthly", "by hand", "catch-up", "continued"]) {
    await ask(host, "run", { kind });
  }
  await host.fire("onMonthly");
  await host.fire("onDaily");
  return JSON.stringify(tabs()) === before;
}

async function paused() {
  const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
  host.type("Settings", { Key: "paused" }, "Value", "yes");
  const before = everything(host);
  const said = await run(host);
  const clock = await host.clock.advanceTo("2026-02-20");
  const changed = everything(host) !== before;
  host.type("Settings", { Key: "paused" }, "Value", "no");
  await run(host);
  const failed = clock.filter(({ status }) => status !== "completed").length;
  return { said, changed, failed, rewards: lines(host, "Rewards", ["Key"]) };
}

async function copied() {
  const host = await openLife({ Transactions: [sale("a", { Product: "Yearly plan" })] });
  await run(host);
  const copy = await host.copy();
  const before = everything(copy);
  const byHand = await outcomeOf(run(copy));
  addScheduleOf(copy, copy.state.user);
  const clock = await outcomeOf(copy.fire("onDaily").then(({ result }) => result));
  const fired = (await copy.clock.advanceTo("2026-03-15")).length;
  const changed = everything(copy) !== before;
  const status = (await ask(copy, "schedule-status", {})) as Record<string, unknown>;
  const wrong = await outcomeOf(ask(copy, "decide-copy", { as: "whatever" }));
  await ask(copy, "decide-copy", { as: "new home" });
  await run(copy);
  const home = {
    rewards: lines(copy, "Rewards", ["Key"]),
    fired: (await copy.clock.advanceTo("2026-03-17")).length,
  };
  const test = await host.copy();
  await ask(test, "decide-copy", { as: "test copy" });
  const trial = {
    said: await outcomeOf(run(test)),
    fired: (await test.clock.advanceTo("2026-03-01")).length,
  };
  const original = (await host.clock.advanceTo("2026-01-12")).length;
  return {
    byHand,
    clock,
    fired,
    changed,
    asks: status.isUndecidedCopy,
    wrong,
    home,
    trial,
    original,
  };
}

const zones = [
  ["Pacific/Auckland", "America/Los_Angeles"],
  ["Africa/Cairo", "UTC"],
] as const;
const inEach: unknown[] = [];
for (const [zone, script] of zones) inEach.push(await inZones(zone, script));
tell({
  plain: await inZones("UTC", "UTC"),
  zones: inEach,
  changed: await zoneChanged(),
  missed: await missedMonths(),
  twice: await twiceADay(),
  paused: await paused(),
  copied: await copied(),
});
