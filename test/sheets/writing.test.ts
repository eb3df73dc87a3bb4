import type { Driver } from "../../host";
import { findSheet, writeBlock } from "../../host/workbook";
import { type MarkerCell, unpacked } from "../support/unpacked";
import { addOwnColumn, openProgram, smallProgram } from "./support/program";

const rewardOf = (host: Driver, key: string) =>
  host.rows("Rewards").find(({ Key }) => Key === key) ?? {};

const judged = async (options = {}) => {
  const host = await openProgram(smallProgram, options);
  await host.fire("onDaily");
  return host;
};

test("keys that look like numbers or dates stay text everywhere", async () => {
  const host = await openProgram({
    ...smallProgram,
    Transactions: [
      { Key: "1e5", Customer: "00777", Date: "2026-03-05", Amount: 100 },
      { Key: "2026-01", Customer: "00777", Date: "2026-03-06", Amount: 50 },
    ],
    Customers: [{ Key: "00777", Name: "TRUE", Partner: "00123", "Created on": "2026-03-02" }],
  });
  await host.fire("onDaily");
  expect(host.rows("Transactions").map(({ Key }) => Key)).toEqual(["1e5", "2026-01"]);
  expect(
    host.rows("Rewards").map(({ Key, Partner, Customer }) => [Key, Partner, Customer]),
  ).toEqual([
    ["1e5/trg_1", "00123", "00777"],
    ["2026-01/trg_1", "00123", "00777"],
  ]);
});

test("text from outside never becomes a formula", async () => {
  const host = await openProgram({
    ...smallProgram,
    Customers: [
      { Key: "cus_1", Name: '\'=HYPERLINK("x")', Partner: "ptn_1", "Created on": "2026-03-02" },
    ],
    Transactions: [{ Key: "trx_1", Customer: "cus_1", Date: "2026-03-05", Amount: 100 }],
  });
  await host.fire("onDaily");
  const reply = await host.rpc("create-manual-reward", {
    partner: "ptn_1",
    description: "=IMPORTXML(1)",
    amount: 5,
    reason: "bonus",
  });
  expect(reply).toMatchObject({ ok: true });
  const descriptions = host.rows("Rewards").map(({ Description }) => Description);
  expect(descriptions).toContain("=IMPORTXML(1)");
  const rows = findSheet(host.state.workbook, "Rewards")?.rows ?? [];
  expect(rows.every((row) => row === null || row.formulas === null)).toBe(true);
});

test("the team's own columns and formulas among ours are not changed", async () => {
  const host = await judged();
  addOwnColumn(host, "Rewards", "Team note", 5);
  const key = { Key: "trx_1/trg_1" };
  host.type("Rewards", key, "Team note", "=1+1");
  const reply = await host.rpc("set-reward-status", {
    rewards: ["trx_1/trg_1"],
    status: "approved",
  });
  expect(reply).toMatchObject({ ok: true });
  await host.rpc("create-manual-reward", {
    partner: "ptn_1",
    description: "A bonus for the fair",
    amount: 5,
    reason: "bonus",
  });
  expect(rewardOf(host, "trx_1/trg_1")).toMatchObject({ Status: "approved", "Team note": 2 });
  const sheet = findSheet(host.state.workbook, "Rewards");
  expect([...(sheet?.rows[1]?.formulas?.values() ?? [])]).toEqual(["=1+1"]);
});

test("a formula that a person typed into a shared cell survives writes to the cells around it", async () => {
  const host = await openProgram({
    Customers: Array.from({ length: 5 }, (_, i) => ({
      Key: `cus_${i}`,
      Name: `Customer ${i}`,
      "Created on": "2026-03-02",
      Status: i % 2 === 0 ? "archived" : "active",
    })),
  });
  host.type("Customers", { Key: "cus_1" }, "Archived on", "=DATE(2026,5,20)");
  await host.fire("onDaily");
  const archived = host.rows("Customers").map((row) => row["Archived on"]);
  const today = new Date("2026-04-02T00:00:00Z");
  expect(archived).toEqual([today, new Date("2026-05-20T00:00:00Z"), today, "", today]);
  const rows = findSheet(host.state.workbook, "Customers")?.rows ?? [];
  const formulas = rows.flatMap((row) => [...(row?.formulas?.values() ?? [])]);
  expect(formulas).toEqual(["=DATE(2026,5,20)"]);
});

test("a shared cell that a person changes meanwhile is not written, and Activity says so", async () => {
  const host = await judged();
  const key = "trx_1/trg_1";
  let isTyped = false;
  host.onServiceCall((call) => {
    // The first write is the journal's: all that the act decides by was read then.
    if (isTyped || call !== "Range.setValues") return;
    isTyped = true;
    host.type("Rewards", { Key: key }, "Status", "declined");
  });
  await host.rpc("set-reward-status", { rewards: [key], status: "approved" });
  host.onServiceCall(null);
  expect(isTyped).toBe(true);
  expect(rewardOf(host, key)).toMatchObject({ Status: "declined" });
  const said = host.rows("Activity").map(({ Why }) => String(Why));
  expect(said.join("\n")).toContain("changed to “declined” in the meantime");
});

test("days are right when the spreadsheet's and the script's time zones differ", async () => {
  const host = await openProgram(smallProgram, {
    now: "2026-04-01T22:30:00Z",
    timeZone: "Asia/Tokyo",
    scriptTimeZone: "America/Los_Angeles",
  });
  await host.fire("onDaily");
  const row = host.rows("Transactions").find(({ Key }) => Key === "trx_1");
  expect(unpacked<MarkerCell>(row?.Judged)).toMatchObject({ key: "trx_1", day: "2026-04-02" });
  const reward = rewardOf(host, "trx_1/trg_1");
  expect(reward["Earned on"]).toEqual(new Date("2026-03-05T00:00:00+09:00"));
});

test("amounts typed as text are read by the spreadsheet's locale", async () => {
  const host = await openProgram(
    {
      ...smallProgram,
      Transactions: [{ Key: "trx_1", Customer: "cus_1", Date: "2026-03-05", Amount: "'1.200,50" }],
    },
    { locale: "de_DE" },
  );
  await host.fire("onDaily");
  expect(rewardOf(host, "trx_1/trg_1")).toMatchObject({ Amount: 240.1 });
});

test("a problem is noted at its cell beside the team's note, and removed when the cell is fixed", async () => {
  const host = await openProgram();
  const sheet = findSheet(host.state.workbook, "Transactions");
  const row = sheet?.rows[5];
  if (row) row.notes = new Map([[3, "Kim knows."]]);
  await host.fire("onDaily");
  expect(host.notes("Transactions").D6).toMatch(
    /^Kim knows\.\n⚠ Tributary: “a lot” is not a number/,
  );
  host.type("Transactions", { Key: "trx_5" }, "Amount", 80);
  host.type("Transactions", { Key: "trx_5" }, "Customer", "cus_1");
  await host.fire("onDaily");
  expect(host.notes("Transactions").D6).toBe("Kim knows.");
});

test("a torn journal is dropped", async () => {
  const host = await judged();
  const sheet = findSheet(host.state.workbook, "_journal");
  if (!sheet) throw new Error("There is no journal.");
  const rect = { row: 1, column: 1, rows: 1, columns: 1 };
  const before = JSON.stringify(host.rows("Rewards"));
  writeBlock(host.state.workbook, sheet, rect, { cells: ["journal 1 3 abc"], dates: [] });
  await host.atSheet("runNow");
  expect(JSON.stringify(host.rows("Rewards"))).toBe(before);
  expect(sheet.rows[0]?.cells[0]).toBe("");
});

test("a column inserted while the run writes stops it with a clear message, and the next run completes it", async () => {
  const host = await openProgram();
  let writes = 0;
  host.onServiceCall((call) => {
    if (call === "Range.setValues") writes += 1;
    if (call !== "SpreadsheetApp.flush" || writes < 4) return;
    writes = Number.NEGATIVE_INFINITY;
    addOwnColumn(host, "Transactions", "Rep", 2);
  });
  const stopped = await host.rpc("run", { kind: "by hand" });
  host.onServiceCall(null);
  expect(stopped).toMatchObject({ ok: false, error: { code: "COLUMNS_MOVED" } });
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  const row = host.rows("Transactions").find(({ Key }) => Key === "trx_1");
  expect(row?.Partner).toBe("ptn_1");
  expect(unpacked<MarkerCell>(row?.Judged)).toEqual({
    key: "trx_1",
    day: "2026-04-02",
    number: 1,
    acted: ["trg_1", "trg_2"],
  });
  expect(host.rows("Rewards").filter(({ Key }) => Key === "trx_1/trg_1")).toHaveLength(1);
});
