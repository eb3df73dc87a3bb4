import fc from "fast-check";
import type { Driver } from "../../../host";
import { pageState } from "../../../host/page/server/page-state";
import {
  clockMoved,
  goOn,
  holdClock,
  isHeld,
  startClock,
} from "../../../host/page/server/running-clock";
import { openCode } from "../../support/host";

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 2, 12);
/** Real time is another year: only what passes of it counts. */
const real = Date.UTC(2031, 0, 1);
const code = `
function begin() {
  ScriptApp.newTrigger("daily").timeBased().everyDays(1).atHour(4).create();
  ScriptApp.newTrigger("weekly").timeBased().everyWeeks(1).onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(6).create();
}
function daily() { SpreadsheetApp.getActive().getSheets()[0].appendRow(["daily", new Date().toISOString()]); }
function weekly() { SpreadsheetApp.getActive().getSheets()[0].appendRow(["weekly", new Date().toISOString()]); }`;

const open = async (): Promise<Driver> => {
  const host = await openCode(code, { now: new Date(start) });
  await host.call("begin");
  return host;
};
/** Lets the clock go on until it has caught up. */
const catchUp = async (host: Driver, now: number): Promise<void> => {
  for (let more = true; more; ) more = await goOn(host, now);
};
const ran = (host: Driver) =>
  host
    .executions()
    .filter(({ kind }) => kind === "time-driven")
    .map(({ name, startedAt }) => `${name} ${startedAt.toISOString()}`);

test("a clock that nobody lets go stands, and one that runs goes on as real time passes", async () => {
  const host = await open();
  await catchUp(host, real);
  expect(host.clock.now().getTime()).toBe(start);
  expect(isHeld(host)).toBe(true);

  startClock(host, real);
  await catchUp(host, real + 90_000);

  expect(host.clock.now().getTime()).toBe(start + 90_000);
  expect(pageState(host, false, "").clock).toMatchObject({ time: "12:01", isHeld: false });
});

test("held it stands, and goes on from there; moved by hand it goes on from where it was moved to", async () => {
  const host = await open();
  startClock(host, real);
  holdClock(host, true, real + hour);
  await catchUp(host, real + 50 * hour);
  expect(host.clock.now().getTime()).toBe(start);

  holdClock(host, false, real + 50 * hour);
  await catchUp(host, real + 51 * hour);
  expect(host.clock.now().getTime()).toBe(start + hour);

  await host.clock.advanceTo(start + 100 * hour);
  clockMoved(host, real + 51 * hour);
  await catchUp(host, real + 52 * hour);
  expect(host.clock.now().getTime()).toBe(start + 101 * hour);
});

test("a workbook that says how its clock runs is believed, not the page", async () => {
  const host = await open();
  holdClock(host, true, real);
  startClock(host, real);
  expect(isHeld(host)).toBe(true);
});

test("what came due meanwhile runs just as if the clock were moved at once, however the time is cut", async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 60 * hour }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(cuts, async (steps) => {
      const [running, moved] = [await open(), await open()];
      startClock(running, real);
      let now = real;
      for (const step of steps) {
        now += step;
        await catchUp(running, now);
      }
      await moved.clock.advanceTo(start + now - real);

      expect(running.clock.now()).toEqual(moved.clock.now());
      expect(ran(running)).toEqual(ran(moved));
      expect(running.rows("Sheet1")).toEqual(moved.rows("Sheet1"));
    }),
    { numRuns: 6 },
  );
});

test("time that only passes changes nothing to be saved, but a new day is shown", async () => {
  const host = await openCode("function nothing() {}", { now: new Date(start) });
  startClock(host, real);
  const { version } = host.workbook;
  await goOn(host, real + hour);
  expect(host.workbook.version).toBe(version);
  await goOn(host, real + 13 * hour);
  expect(host.workbook.version).toBeGreaterThan(version);
});
