import { openCode, openHost, withProgram } from "../../support/host";
import { runScript } from "./run-script";

describe("ScriptApp", () => {
  it("keeps a trigger between executions and gives it back with its parts", async () => {
    const host = await openCode(`
      function make() {
        ScriptApp.newTrigger("daily").timeBased().everyDays(1).atHour(9).nearMinute(30).create();
        ScriptApp.newTrigger("opened").forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();
      }
      function list() {
        return ScriptApp.getProjectTriggers().map(t => [t.getHandlerFunction(), String(t.getEventType()),
          t.getTriggerSource() === ScriptApp.TriggerSource.CLOCK, t.getTriggerSourceId() === SpreadsheetApp.getActive().getId()]);
      }
      function remove() {
        const [first] = ScriptApp.getProjectTriggers();
        ScriptApp.deleteTrigger(first);
        try { ScriptApp.deleteTrigger(first); } catch (e) { return e.message; }
      }`);
    await host.call("make");
    expect((await host.call("list")).result).toEqual([
      ["daily", "CLOCK", true, false],
      ["opened", "ON_OPEN", false, true],
    ]);
    expect((await host.call("remove")).result).toBe("The trigger was not found.");
    expect((await host.call("list")).result).toEqual([["opened", "ON_OPEN", false, true]]);
  });

  it("allows twenty triggers per user", async () => {
    await expect(
      runScript(
        'for (let n = 0; n < 21; n++) ScriptApp.newTrigger("f").timeBased().everyHours(1).create();',
      ),
    ).rejects.toThrow("This script has too many triggers.");
  });

  it("leaves no triggers in a copy of the file", async () => {
    const host = await openCode(`
      function make() { ScriptApp.newTrigger("f").timeBased().everyHours(1).create(); }
      function count() { return ScriptApp.getProjectTriggers().length; }`);
    await host.call("make");
    expect((await host.copy().call("count")).result).toBe(0);
    expect((await host.call("count")).result).toBe(1);
  });

  it.each([
    ["everyMinutes(7)", "It must be one of 1, 5, 10, 15 or 30."],
    ["everyHours(5)", "It must be one of 1, 2, 4, 6, 8 or 12."],
    ["everyDays(1).atHour(24)", "It must be between 0 and 23."],
    ["onMonthDay(32)", "It must be between 1 and 31."],
    ['everyDays(1).inTimezone("Mars")', "Invalid argument: timezone Mars"],
    ["at(new Date(0))", "must be in the future"],
    ["atHour(9)", "needs to be told how often to run"],
    ["everyDays(1).everyHours(1)", "Only one of everyHours, everyDays may be set"],
  ])("refuses %s", async (call, message) => {
    await expect(
      runScript(`ScriptApp.newTrigger("f").timeBased().${call}.create();`),
    ).rejects.toThrow(message);
  });

  it("holds the manifest's scopes against what is asked for", async () => {
    const code = `
      function main() {
        const scope = s => "https://www.googleapis.com/auth/" + s;
        ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [scope("script.container.ui")]);
        ScriptApp.newTrigger("f");
      }`;
    const manifest = JSON.stringify({
      oauthScopes: ["https://www.googleapis.com/auth/script.container.ui"],
    });
    await withProgram({ "Code.js": code, "appsscript.json": manifest }, async (dist) => {
      const host = await openHost({ dist });
      await expect(host.call("main")).rejects.toThrow(
        "You do not have permission to call ScriptApp.newTrigger. Required permissions: https://www.googleapis.com/auth/script.scriptapp",
      );
    });
  });

  it("ends an execution for good that requires a scope which the person has not granted", async () => {
    const host = await openCode(
      `const scope = (name) => "https://www.googleapis.com/auth/" + name;
       function need() { try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, [scope("script.send_mail")]); }
         catch (error) { console.log("caught"); } finally { console.log("finally"); } }
       function look() { const full = ScriptApp.AuthMode.FULL; const one = ScriptApp.getAuthorizationInfo(full, [scope("script.scriptapp")]);
         return [String(one.getAuthorizationStatus()), String(ScriptApp.getAuthorizationInfo(full, [scope("script.send_mail")]).getAuthorizationStatus()),
           one.getAuthorizedScopes().join()]; }
       function send() { MailApp.sendEmail("a@b.co", "s", "b"); }
       function open() { return SpreadsheetApp.getActive().getName(); }`,
      { granted: ["script.scriptapp"] },
    );
    await expect(host.call("need")).rejects.toMatchObject({
      name: "Killed",
      message: "Authorization is required to perform that action.",
    });
    expect(host.executions()[0]?.logs).toEqual([]);
    expect((await host.call("look")).result).toEqual([
      "NOT_REQUIRED",
      "REQUIRED",
      "https://www.googleapis.com/auth/script.scriptapp",
    ]);
    await expect(host.call("send")).rejects.toThrow(
      "Required permissions: https://www.googleapis.com/auth/script.send_mail",
    );
    await expect(host.call("open")).rejects.toThrow(
      "permission to call SpreadsheetApp.getActiveSpreadsheet",
    );
    host.grant("all");
    await host.call("need");
    await host.call("send");
    expect((await host.call("open")).result).toBe("Untitled spreadsheet");
  });

  it("is closed in authorization mode LIMITED, except for ids and modes", async () => {
    const host = await openCode(`
      function onOpen(e) {
        const id = ScriptApp.getScriptId();
        const status = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
        console.log(typeof id, String(status));
        ScriptApp.getProjectTriggers();
      }`);
    await expect(host.reload()).rejects.toThrow(
      "You do not have permission to call ScriptApp.getProjectTriggers",
    );
    expect(host.executions()[0]?.logs[0]?.text).toBe("string NOT_REQUIRED");
  });
});
