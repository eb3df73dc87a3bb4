import type { AuthMode } from "../../../host/realm/auth";
import { openCode } from "../../support/host";

/** Whether onOpen may do it: "yes", or the start of what is thrown. */
const may = async (authMode: AuthMode, call: string): Promise<string> => {
  const host = await openCode(`function onOpen() { ${call}; }`, { authMode });
  return host.reload().then(
    () => "yes",
    ({ message }: Error) => message.slice(0, 30),
  );
};

const no = "You do not have permission to ";

describe("onOpen's authorization mode", () => {
  it.each([
    ['SpreadsheetApp.getUi().createMenu("M").addItem("I", "f").addToUi()', "yes", "yes"],
    ['Logger.log("a"); console.log("b"); Utilities.getUuid()', "yes", "yes"],
    ["Session.getActiveUserLocale()", "yes", "yes"],
    ["SpreadsheetApp.getActive()", no, "yes"],
    ["PropertiesService.getDocumentProperties()", no, "yes"],
    ["CacheService.getScriptCache()", no, "yes"],
    ["LockService.getScriptLock()", no, "yes"],
    ["PropertiesService.getUserProperties()", no, no],
    ["Session.getActiveUser()", no, no],
    ['SpreadsheetApp.getUi().alert("x")', no, no],
    ['SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("x"))', no, no],
    ["MailApp.getRemainingDailyQuota()", no, no],
    ['ScriptApp.newTrigger("f")', no, no],
  ])("settles whether it may %s under NONE and LIMITED", async (call, none, limited) => {
    expect([await may("NONE", call), await may("LIMITED", call)]).toEqual([none, limited]);
    expect(await may("FULL", call)).toBe("yes");
  });
});

describe("a service that the host lacks", () => {
  it("exists, and says that the host lacks it", async () => {
    const host = await openCode(
      'function main() { if (typeof UrlFetchApp === "undefined") return "none"; UrlFetchApp.fetch("https://example.com"); }',
    );
    await expect(host.call("main")).rejects.toMatchObject({
      name: "Exception",
      message: "not in the local host: UrlFetchApp.fetch",
    });
  });
});
