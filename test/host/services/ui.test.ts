import { uiState } from "../../../host/services/ui/ui-state";
import { openHost, withProgram } from "../../support/host";

const program = `
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createMenu("Program")
    .addItem("Ask", "ask")
    .addSeparator()
    .addSubMenu(ui.createMenu("More").addItem("Open", "openSidebar").addItem("Dialog", "openDialog"))
    .addToUi();
}
function ask() {
  const ui = SpreadsheetApp.getUi();
  if (ui.alert("Sure?", ui.ButtonSet.YES_NO) !== ui.Button.YES) return "not sure";
  const name = ui.prompt("Name", "Whose?", ui.ButtonSet.OK_CANCEL);
  return name.getSelectedButton() === ui.Button.OK ? name.getResponseText() : "nobody";
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("side").setTitle("Side").setWidth(900));
}
function openDialog() {
  const page = HtmlService.createHtmlOutput("<p>Hi</p>").setWidth(420).setHeight(200);
  SpreadsheetApp.getUi().showModalDialog(page, "Title");
}`;

const open = (code = program, scopes?: readonly string[]) =>
  withProgram(
    {
      "Code.js": code,
      "side.html": "<script>u = `https://x`;</script>",
      "appsscript.json": JSON.stringify(scopes === undefined ? {} : { oauthScopes: scopes }),
    },
    (dist) => openHost({ dist }),
  );

describe("Ui", () => {
  it("shows the menu that onOpen built, once however often it is opened", async () => {
    const host = await open();
    await host.reload();
    await host.reload();
    expect(host.menu()).toEqual([
      {
        caption: "Program",
        addon: false,
        entries: [
          { kind: "item", caption: "Ask", functionName: "ask" },
          { kind: "separator" },
          {
            kind: "menu",
            caption: "More",
            entries: [
              { kind: "item", caption: "Open", functionName: "openSidebar" },
              { kind: "item", caption: "Dialog", functionName: "openDialog" },
            ],
          },
        ],
      },
    ]);
  });

  it("asks the person, and an unanswered question counts as closed", async () => {
    const host = await open();
    await host.reload();
    expect((await host.click("Ask")).result).toBe("not sure");
    host.answer(({ kind }) =>
      kind === "alert" ? { button: "YES" } : { button: "OK", text: "Ada" },
    );
    expect((await host.click("Ask")).result).toBe("Ada");
    expect(host.view().asked).toEqual([
      expect.objectContaining({ prompt: "Sure?", buttons: ["YES", "NO"], button: "CLOSE" }),
      expect.objectContaining({ prompt: "Sure?", button: "YES" }),
      expect.objectContaining({ title: "Name", prompt: "Whose?", button: "OK", text: "Ada" }),
    ]);
  });

  it("shows one sidebar, 300 pixels wide, its page as HtmlService serves it", async () => {
    const host = await open();
    await host.reload();
    await host.click("Open");
    expect(host.view().sidebar).toMatchObject({
      title: "Side",
      width: 300,
      content: "<script>u = `https:</script>",
    });
  });

  it("shows a dialog in the size the script gave it", async () => {
    const host = await open();
    await host.reload();
    await host.click("Dialog");
    expect(host.view().dialogs).toEqual([
      expect.objectContaining({ kind: "modal", title: "Title", width: 420, height: 200 }),
    ]);
  });

  it("is not available outside the spreadsheet's window", async () => {
    const host = await open();
    await expect(host.call("ask")).rejects.toMatchObject({
      name: "Exception",
      message: "Cannot call SpreadsheetApp.getUi() from this context.",
    });
  });

  it("opens no sidebar from onOpen", async () => {
    const host = await open(
      program.replace("function onOpen() {", "function onOpen() { openSidebar();"),
    );
    await expect(host.reload()).rejects.toThrow("You do not have permission to call");
  });

  it("opens no sidebar without its scope", async () => {
    const host = await open(program, []);
    await host.reload();
    await expect(host.click("Open")).rejects.toThrow(
      "Required permissions: https://www.googleapis.com/auth/script.container.ui",
    );
  });

  it("keeps toasts, and menus built in the old way", async () => {
    const host = await open(`
      function onOpen() { SpreadsheetApp.getActive().addMenu("Old", [{ name: "Say", functionName: "say" }, null]); }
      function say() { SpreadsheetApp.getActive().toast("Done", "Run"); }`);
    await host.reload();
    await host.click("Say");
    expect(host.menu()[0]?.entries).toEqual([
      { kind: "item", caption: "Say", functionName: "say" },
      { kind: "separator" },
    ]);
    expect(uiState(host.state).toasts).toEqual([{ message: "Done", title: "Run", seconds: 5 }]);
  });

  it("refuses text as a page", async () => {
    const host = await open(
      'function onOpen() { SpreadsheetApp.getUi().createMenu("M").addItem("I", "f").addToUi(); } function f() { SpreadsheetApp.getUi().showSidebar("<p>"); }',
    );
    await host.reload();
    await expect(host.click("I")).rejects.toThrow(
      "The parameters (String) don't match the method signature for Ui.showSidebar.",
    );
  });
});
