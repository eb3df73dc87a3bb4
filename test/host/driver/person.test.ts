import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCode, openHost, withProgram } from "../../support/host";

const program = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("Program")
    .addItem("Count", "count")
    .addSubMenu(SpreadsheetApp.getUi().createMenu("More").addItem("Ask", "ask"))
    .addToUi();
}
function count() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.appendRow([sheet.getLastRow() + 1]);
  return sheet.getLastRow();
}
function ask() { return SpreadsheetApp.getUi().alert("Sure?", SpreadsheetApp.getUi().ButtonSet.YES_NO).toString(); }
function install() { ScriptApp.newTrigger("daily").timeBased().everyDays(1).atHour(6).create(); }
function daily(e) { MailApp.sendEmail("a@example.com", "Day " + e["day-of-month"], String(new Date().getHours())); }
function remember() { PropertiesService.getScriptProperties().setProperty("seen", "yes"); }
function recall() { return [PropertiesService.getScriptProperties().getProperty("seen"), ScriptApp.getProjectTriggers().length]; }
function rpc(name, input) {
  if (name === "date") return { at: new Date() };
  if (name === "fail") throw new RangeError("no");
  return { ok: true, output: [name, input] };
}
`;

describe("a person before the spreadsheet", () => {
  it("sees the menus of onOpen and clicks their items", async () => {
    const host = await openCode(program);
    await host.reload();
    expect(host.menu()).toMatchObject([{ caption: "Program", addon: false }]);
    expect((await host.click("Count")).result).toBe(1);
    expect(host.executions().map(({ name, kind }) => [name, kind])).toEqual([
      ["onOpen", "simple"],
      ["count", "menu"],
    ]);
    await expect(host.click("Nothing")).rejects.toThrow('No menu item is "Nothing"');
  });

  it("answers what the script asks", async () => {
    const host = await openCode(program);
    host.answer(() => ({ button: "YES" }));
    expect((await host.click("More › Ask")).result).toBe("YES");
    expect(host.view().asked).toMatchObject([{ prompt: "Sure?", button: "YES" }]);
  });

  it("calls rpc as a page does, with everything that is lost in transfer", async () => {
    const host = await openCode(program);
    expect(await host.rpc("echo", { day: "2026-03-01", nothing: undefined })).toEqual({
      ok: true,
      output: ["echo", { day: "2026-03-01" }],
    });
    expect(await host.rpc("date")).toBeNull();
    await expect(host.rpc("fail")).rejects.toMatchObject({
      name: "ScriptError",
      message: "RangeError: no",
    });
    await expect(host.rpc("echo", new Date())).rejects.toThrow(
      "Failed due to illegal value in property: 1",
    );
  });

  it("lets days pass, and schedules run in their hour each day", async () => {
    const host = await openCode(program, {
      now: "2026-03-28",
      timeZone: "Europe/Berlin",
      scriptTimeZone: "Europe/Berlin",
    });
    await host.call("install");
    const runs = await host.clock.advanceTo("2026-03-31");
    expect(runs).toHaveLength(3);
    expect(host.outbox().map(({ subject, body }) => [subject, body])).toEqual([
      ["Day 29", "6"],
      ["Day 30", "6"],
      ["Day 31", "6"],
    ]);
    expect(host.clock.now()).toEqual(new Date("2026-03-31T10:00:00Z"));
  });

  it("makes a copy without properties and schedules", async () => {
    const host = await openCode(program);
    await host.call("install");
    await host.call("remember");
    await host.call("count");
    const copy = host.copy();
    expect((await copy.call("recall")).result).toEqual([null, 0]);
    expect((await host.call("recall")).result).toEqual(["yes", 1]);
    expect(copy.rows("Sheet1")).toEqual(host.rows("Sheet1"));
    expect(copy.state.workbook.id).not.toBe(host.state.workbook.id);
  });

  it("opens the spreadsheet a second time with properties and schedules, and neither affects the other", async () => {
    const host = await openCode(program, { now: "2026-03-28" });
    await host.call("install");
    await host.call("remember");
    await host.call("count");
    const fork = host.fork();
    expect(fork.text()).toBe(host.text());
    expect(fork.clock.now()).toEqual(host.clock.now());
    expect((await fork.call("recall")).result).toEqual(["yes", 1]);

    await fork.call("count");
    await fork.clock.advanceTo("2026-03-30");
    expect([host.rows("Sheet1").length, fork.rows("Sheet1").length]).toEqual([0, 1]);
    expect(host.outbox()).toEqual([]);
    expect(host.clock.now()).not.toEqual(fork.clock.now());
  });

  it("finds everything again in the workbook's file, the clock too", async () => {
    const folder = await mkdtemp(join(tmpdir(), "workbook-"));
    const file = join(folder, "program.json");
    await withProgram({ "Code.js": program }, async (dist) => {
      const first = await openHost({ dist, file, now: "2026-03-28" });
      await first.call("install");
      await first.call("remember");
      await first.call("count");
      await first.clock.advanceTo("2026-04-02");
      await first.close();
      const second = await openHost({ dist, file });
      expect(second.clock.now()).toEqual(first.clock.now());
      expect((await second.call("recall")).result).toEqual(["yes", 1]);
      expect((await second.call("count")).result).toBe(2);
      expect(await second.clock.advanceTo("2026-04-04")).toHaveLength(2);
    });
    await rm(folder, { recursive: true });
  });

  it("changes the spreadsheet's time zone, and dates keep their civil day", async () => {
    const host = await openCode(
      `function put() { SpreadsheetApp.getActive().getSheets()[0].getRange("A1:A2").setValues([["day"], ["2026-03-01"]]); }`,
      { timeZone: "Europe/Berlin" },
    );
    await host.call("put");
    expect(host.rows("Sheet1")).toEqual([{ day: new Date("2026-02-28T23:00:00Z") }]);
    host.setTimeZone("America/New_York");
    expect(host.rows("Sheet1")).toEqual([{ day: new Date("2026-03-01T05:00:00Z") }]);
    expect(() => host.setTimeZone("Mars/Base")).toThrow('There is no time zone "Mars/Base".');
  });
});
