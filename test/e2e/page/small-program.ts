/** A small add-on that uses everything the page shows: menu, sidebar, dialog, toast, schedule, mail. */
const code = `
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem("Open sidebar", "openSidebar")
    .addItem("Set up", "setUp")
    .addSeparator()
    .addSubMenu(ui.createMenu("More").addItem("Ask", "ask").addItem("Dialog", "openDialog").addItem("Fail", "fail").addItem("Show a cell", "showCell"))
    .addToUi();
}
function setUp() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.insertSheet("Rewards");
  sheet.getRange(1, 1, 4, 3).setValues([
    ["Key", "Amount", "Status"],
    ["rwd_1", 12.5, "open"],
    ["rwd_2", 20, "paid"],
    ["rwd_3", 7.25, "open"],
  ]);
  sheet.getRange("B2:B4").setNumberFormat("#,##0.00");
  sheet.getRange("B5").setFormula("=SUM(B2:B4)");
  sheet.setFrozenRows(1);
  const statuses = SpreadsheetApp.newDataValidation().requireValueInList(["open", "paid", "declined"], true);
  sheet.getRange("C2:C4").setDataValidation(statuses.setAllowInvalid(false).build());
  sheet.getRange("B3").setNote("Typed over by Ann");
  ScriptApp.newTrigger("onDaily").timeBased().everyDays(1).atHour(4).create();
  book.toast("Three rewards", "Set up");
}
function showCell() {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Rewards").getRange("C60").activate();
}
function onDaily() {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Rewards").getRange("D1").setValue("daily run was here");
  MailApp.sendEmail("team@example.com", "Daily run", "All is well.");
}
function openSidebar() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Rewards"));
}
function openDialog() {
  const page = HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">Done</button>');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(320).setHeight(120), "A dialog");
}
function ask() {
  const ui = SpreadsheetApp.getUi();
  if (ui.alert("Pay?", "All open rewards are paid.", ui.ButtonSet.YES_NO) !== ui.Button.YES) return;
  const answer = ui.prompt("Reference", "Which one?", ui.ButtonSet.OK_CANCEL);
  SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange("A1").setValue(answer.getResponseText());
}
function fail() { throw new Error("This cannot be done"); }
function add(a, b) { return { sum: a + b }; }
function refuse() { throw new TypeError("not today"); }
function where() {
  const range = SpreadsheetApp.getActiveRange();
  return range.getSheet().getName() + "!" + range.getA1Notation();
}
function today() { return { day: new Date() }; }
`;

const sidebar = `<!DOCTYPE html>
<html><head><base target="_top"></head><body>
<button id="add">Add</button> <button id="refuse">Refuse</button> <button id="date">Date</button>
<button id="eleven">Eleven</button> <button id="illegal">Illegal</button> <button id="close">Close</button>
<output id="out"></output>
<script>
  const show = (text) => { document.getElementById("out").textContent = text; };
  const on = (id, work) => { document.getElementById(id).onclick = work; };
  const run = google.script.run;
  on("add", () => run.withUserObject("kept").withSuccessHandler((r, u) => show(r.sum + " " + u)).add(2, 3));
  on("refuse", () => run.withFailureHandler((e) => show(String(e))).refuse());
  on("date", () => run.withSuccessHandler((r) => show(JSON.stringify(r))).today());
  on("eleven", () => {
    let sum = 0, done = 0;
    for (let i = 1; i <= 11; i++)
      run.withSuccessHandler((r) => { sum += r.sum; done += 1; show(done + " " + sum); }).add(i, 0);
  });
  on("illegal", () => { try { run.add(1, new Date()); } catch (e) { show(e.message); } });
  on("close", () => google.script.host.close());
  try { show(parent.document.title); } catch (e) { document.body.dataset.parent = e.name; }
</script></body></html>`;

const manifest = {
  timeZone: "Europe/London",
  runtimeVersion: "V8",
  oauthScopes: [
    "spreadsheets.currentonly",
    "script.container.ui",
    "script.scriptapp",
    "script.send_mail",
  ].map((scope) => `https://www.googleapis.com/auth/${scope}`),
};

/** Its files, by name. */
export const smallProgram = {
  "Code.js": code,
  "sidebar.html": sidebar,
  "appsscript.json": JSON.stringify(manifest),
} as const;
