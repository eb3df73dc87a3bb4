import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver } from "../../host";
import { writeBlock } from "../../host/workbook";
import type { Output } from "../../src/engine/contract/contract";
import { openHost } from "../support/host";
import { openProgram } from "./support/program";

type Checked = Output<"check-installation">;
const check = async (host: Driver): Promise<Checked> => {
  const reply = (await host.rpc("check-installation", {})) as { ok: boolean; output: Checked };
  expect(reply).toMatchObject({ ok: true });
  return reply.output;
};
const verdicts = ({ probes }: Checked) =>
  Object.fromEntries(probes.map(({ name, verdict }) => [name, verdict]));
const unexpected = ({ probes }: Checked) =>
  probes.flatMap(({ name, verdict, found }) =>
    verdict === "expected" ? [] : [[name, verdict, found]],
  );
const kept = ({ workbook }: Driver) => {
  const { document } = (workbook.extras.properties ?? {}) as Readonly<Record<string, unknown>>;
  return JSON.stringify([workbook.sheets, document]);
};

test("of a sound installation everything is as expected, and the check leaves nothing behind", async () => {
  const host = await openProgram();
  await host.fire("onDaily");
  await host.atSheet("installSchedule");
  const before = kept(host);

  const checked = await check(host);
  expect(unexpected(checked)).toEqual([]);
  expect(checked.probes.length).toBe(14);
  expect(kept(host) === before).toBe(true);
});

test.each(["de_DE", "fr_FR", "en_IN", "pl_PL", "ar_EG"])(
  "a spreadsheet in %s that is not set up is checked, too, and stays as it was",
  async (locale) => {
    const host = await openHost({ now: "2026-03-10", locale, timeZone: "Europe/Berlin" });
    const before = JSON.stringify(host.workbook.sheets);
    expect(unexpected(await check(host))).toEqual([["schedule", "stops", "nobody"]]);
    expect(JSON.stringify(host.workbook.sheets) === before).toBe(true);
  },
);

test.each([
  ["script.scriptapp", "right clock"],
  ["script.send_mail", "right mail"],
  ["script.container.ui", "right pages"],
  ["userinfo.email", "right email"],
])("without %s that right is what stops us, and the others are granted", async (scope, name) => {
  const host = await openProgram();
  await host.atSheet("installSchedule");
  const every = [
    "spreadsheets.currentonly",
    "script.container.ui",
    "userinfo.email",
    "script.scriptapp",
    "script.send_mail",
  ];
  host.grant(every.filter((each) => each !== scope));
  const found = verdicts(await check(host));
  for (const right of ["spreadsheet", "pages", "email", "clock", "mail"])
    expect([right, found[`right ${right}`]]).toEqual([
      right,
      name === `right ${right}` ? "stops" : "expected",
    ]);
});

/** A host whose services answer otherwise: this runs before the script, in the same realm. */
async function openStrange(code: string): Promise<Driver> {
  const dist = mkdtempSync(join(tmpdir(), "strange-"));
  cpSync(join(__dirname, "../../dist"), dist, { recursive: true });
  writeFileSync(
    join(dist, "A.js"),
    `{ const range = Object.getPrototypeOf(SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1));
       const changed = (name, change) => { const real = range[name]; range[name] = function () {
         return real.apply(this, arguments).map((row) => row.map(change)); }; };
       ${code} }`,
  );
  const host = await openHost({ dist, now: "2026-03-10" });
  rmSync(dist, { recursive: true });
  return host;
}

test.each([
  ["apostrophe", "stops", `changed("getValues", (cell) => (cell === "=1+1" ? "'=1+1" : cell));`],
  ["apostrophe", "stops", `changed("getValues", (cell) => (cell === "=1+1" ? 2 : cell));`],
  ["zeros", "stops", `changed("getValues", (cell) => (cell === "00123" ? 123 : cell));`],
  [
    "dates",
    "around",
    `changed("getValues", (cell) => (cell instanceof Date && cell.getFullYear() < 1700 ? "" : cell));`,
  ],
  ["clock", "stops", `changed("getDisplayValues", (text) => text.replace(" 12:", " 13:"));`],
  [
    "mark",
    "stops",
    `changed("getDisplayValues", (text) => (text.startsWith("1,234") ? "1.234.567,8" : text));`,
  ],
  [
    "properties",
    "stops",
    `PropertiesService.getDocumentProperties = () => ({ setProperty() {}, getProperty: () => null, deleteProperty() {} });`,
  ],
  ["mail quota", "stops", "MailApp.getRemainingDailyQuota = () => 0;"],
])(
  "%s: a Google that does otherwise is found, and the rest is as expected",
  async (name, verdict, code) => {
    const host = await openStrange(code);
    const found = unexpected(await check(host)).filter(([each]) => each !== "schedule");
    expect(found.map(([probe, how]) => [probe, how])).toEqual([[name, verdict]]);
  },
);

test("what a round trip and cells cost is measured on the spot", async () => {
  const cost = (call: string) =>
    call === "SpreadsheetApp.flush" ? 250 : call === "Range.getValues" ? 136 : 0;
  const host = await openHost({ now: "2026-03-10", callCost: cost });
  const { costs } = await check(host);
  expect(costs.trip).toBeCloseTo(0.25, 2);
  expect(costs.written).toBe(0);
  expect(costs.read).toBe(0);
  const slow = await openHost({
    now: "2026-03-10",
    callCost: (call) => (call === "Range.getValues" ? 136 : 0),
  });
  expect((await check(slow)).costs.read).toBeCloseTo(0.136 / 16_000, 7);
});

test("a run at work is not disturbed", async () => {
  const host = await openProgram();
  let reply: unknown;
  let pending: Promise<unknown> = Promise.resolve();
  host.onServiceCall((call) => {
    if (call !== "Sheet.getDataRange" || reply !== undefined) return;
    reply = null;
    pending = host.rpc("check-installation", {}).then((answer) => {
      reply = answer;
    });
  });
  await host.fire("onDaily");
  await pending;
  expect(reply).toMatchObject({ ok: false, error: { code: "RUN_BUSY" } });
  expect(host.sheetNames()).not.toContain("_tributary_check");
});

test("killed anywhere, the next check takes the tab away; a tab of somebody else's is left alone", async () => {
  const total = Object.values(
    (await (await openProgram()).atSheet("rpc", "check-installation", {})).usage.calls,
  ).reduce((sum, each) => sum + each, 0);
  for (let at = 3; at <= total; at++) {
    const host = await openProgram();
    host.onServiceCall((_, number) => {
      if (number === at) throw new Error("killed");
    });
    await host.rpc("check-installation", {}).catch(() => undefined);
    host.onServiceCall(null);
    const { sheets } = host.workbook;
    expect(
      sheets.filter(({ name, hidden }) => name === "_tributary_check" && !hidden).length,
    ).toBeLessThan(2);
    await check(host);
    expect(host.sheetNames()).not.toContain("_tributary_check");
  }
  const theirs = await openProgram();
  const [sheet] = theirs.workbook.sheets;
  if (!sheet) throw new Error("There is no sheet.");
  const rect = { row: 1, column: 1, rows: 1, columns: 1 };
  writeBlock(theirs.workbook, sheet, rect, { cells: ["ours"], dates: [] });
  sheet.name = "_tributary_check";
  const before = kept(theirs);
  expect(await theirs.rpc("check-installation", {})).toMatchObject({
    ok: false,
    error: { message: "The tab “_tributary_check” is in the way. Rename it first." },
  });
  expect(kept(theirs) === before).toBe(true);
});

test("the menu opens the sidebar on the check", async () => {
  const host = await openProgram();
  await host.click("Check this installation");
  expect(host.view().sidebar?.content).toContain('data-screen="installation"');
});
