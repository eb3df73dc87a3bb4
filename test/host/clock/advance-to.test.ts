import { kill, openCode } from "../../support/host";

const program = `
function schedule() {
  ScriptApp.newTrigger("onMonthly").timeBased().onMonthDay(1).atHour(6).create();
  ScriptApp.newTrigger("onDaily").timeBased().everyDays(1).atHour(9).create();
}
function onDaily(e) { console.log(JSON.stringify(e)); if (e["day-of-month"] === 3) throw new Error("third"); }
function onMonthly() { console.log("month"); }
function soon() { ScriptApp.newTrigger("gone").timeBased().after(60000).create(); }
function gone() { ScriptApp.getProjectTriggers().forEach(t => ScriptApp.deleteTrigger(t)); }
function count() { return ScriptApp.getProjectTriggers().length; }
function soonUi() { ScriptApp.newTrigger("showUi").timeBased().after(60000).create(); }
function showUi() { SpreadsheetApp.getUi(); }
function busy() {
  ["slow", "second"].forEach(f => ScriptApp.newTrigger(f).timeBased().after(60000).create());
}
function slow() { Utilities.sleep(120000); }
function second(e) { console.log(e.minute); }`;

const open = (now = "2026-01-30T12:00:00Z") =>
  openCode(program, {
    now,
    timeZone: "America/New_York",
    scriptTimeZone: "America/New_York",
    user: "ada@example.com",
  });

describe("clock.advanceTo", () => {
  it("fires what comes due in order, each within its hour of the program's zone", async () => {
    const host = await open();
    await host.call("schedule");
    const fired = await host.clock.advanceTo("2026-02-02");
    expect(fired.map(({ name }) => name)).toEqual([
      "onDaily",
      "onDaily",
      "onMonthly",
      "onDaily",
      "onDaily",
    ]);
    const hours = fired.map(({ startedAt }) => startedAt.toISOString().slice(8, 13));
    expect(hours).toEqual(["30T14", "31T14", "01T11", "01T14", "02T14"]);
    const minutes = new Set(
      fired
        .filter(({ name }) => name === "onDaily")
        .map(({ startedAt }) => startedAt.toISOString().slice(14)),
    );
    expect(minutes.size).toBe(1);
    expect(host.clock.now()).toEqual(new Date("2026-02-02T17:00:00Z"));
  });

  it("gives the run its time in UTC, its mode and its trigger", async () => {
    const host = await open();
    await host.call("schedule");
    const [run] = await host.clock.advanceTo("2026-01-31T00:00:00Z");
    expect(run?.kind).toBe("time-driven");
    expect(JSON.parse(run?.logs[0]?.text ?? "")).toMatchObject({
      "day-of-month": 30,
      "day-of-week": 5,
      "week-of-year": 5,
      year: 2026,
      month: 1,
      hour: 14,
      timezone: "UTC",
      triggerUid: expect.stringMatching(/^\d+$/),
    });
  });

  it("goes on after a run that failed, and after one that was killed", async () => {
    const host = await open();
    await host.call("schedule");
    host.onServiceCall((_call, _number, { name }) => {
      if (name === "onMonthly") throw kill();
    });
    const fired = await host.clock.advanceTo("2026-02-04");
    expect(fired.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "onDaily completed",
      "onDaily completed",
      "onMonthly killed",
      "onDaily completed",
      "onDaily completed",
      "onDaily failed",
      "onDaily completed",
    ]);
  });

  it("fires a one-off once, and lets the run delete it", async () => {
    const host = await open();
    await host.call("soon");
    const fired = await host.clock.advanceTo("2026-03-01");
    expect(fired.map(({ startedAt }) => startedAt)).toEqual([new Date("2026-01-30T12:01:00Z")]);
    expect((await host.call("count")).result).toBe(0);
  });

  it("gives a time-driven run no Ui", async () => {
    const host = await open();
    await host.call("soonUi");
    const [run] = await host.clock.advanceTo("2026-01-31");
    expect(run).toMatchObject({
      status: "failed",
      error: "Cannot call SpreadsheetApp.getUi() from this context.",
    });
    expect((await host.call("count")).result).toBe(1);
  });

  it("starts a run late when the one before took its time", async () => {
    const host = await open();
    await host.call("busy");
    const fired = await host.clock.advanceTo("2026-01-31");
    expect(fired.map(({ startedAt }) => startedAt.toISOString().slice(11, 16))).toEqual([
      "12:01",
      "12:03",
    ]);
    expect(fired[1]?.logs[0]?.text).toBe("3");
  });
});
