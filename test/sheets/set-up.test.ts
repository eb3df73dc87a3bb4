import { findSheet, readRules, writeBlock } from "../../host/workbook";
import { tableNames, tableOf } from "../../src/engine/tables";
import { openHost } from "../support/host";
import { addOwnColumn } from "./support/program";

const tabs = tableNames.map((name) => tableOf(name).sheet);

const typed = (host: Awaited<ReturnType<typeof openHost>>, cells: readonly string[]) => {
  const { workbook } = host.state;
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error("There is no sheet.");
  const rect = { row: 1, column: 1, rows: 1, columns: cells.length };
  writeBlock(workbook, sheet, rect, { cells, dates: [] }, "person");
  return sheet;
};

test("set-up makes the eleven tabs beside the team's own, and leaves that alone", async () => {
  const host = await openHost({ now: "2026-03-10" });
  const own = typed(host, ["Our notes", "=1+1"]);
  const { result } = await host.atSheet("setUp");
  expect(result).toMatchObject({ ok: true, output: { created: tabs, added: [] } });
  expect(host.sheetNames()).toEqual(["Sheet1", ...tabs, "_journal"]);
  expect(host.state.workbook.sheets.find(({ name }) => name === "_journal")?.hidden).toBe(true);
  expect(own.rows[0]?.cells[0]).toBe("Our notes");
  expect(own.rows[0]?.formulas?.get(1)).toBe("=1+1");
});

test("a new spreadsheet shows the partners afterwards, one with rows the tab it showed", async () => {
  const shown = ({ state }: Awaited<ReturnType<typeof openHost>>) => {
    const none = { sheetId: state.workbook.sheets[0]?.id };
    const { sheetId } = state.slot<typeof none>("spreadsheet.active", () => none);
    return state.workbook.sheets.find(({ id }) => id === sheetId)?.name;
  };
  const fresh = await openHost({ now: "2026-03-10" });
  await fresh.atSheet("setUp");
  expect(shown(fresh)).toBe("Partners");

  const used = await openHost({ now: "2026-03-10" });
  typed(used, ["Our notes"]);
  await used.atSheet("setUp");
  expect(shown(used)).toBe("Sheet1");
});

test("each tab has its headers with notes, drop-downs that only warn, and warned system columns", async () => {
  const host = await openHost({ now: "2026-03-10" });
  await host.atSheet("setUp");
  const sheet = findSheet(host.state.workbook, "Rewards");
  if (!sheet) throw new Error("There is no tab Rewards.");
  const columns = Object.values(tableOf("rewards").columns);
  expect(sheet.rows[0]?.cells.slice(0, columns.length)).toEqual(columns.map((each) => each.header));
  expect(Object.values(host.notes("Rewards"))).toEqual(columns.map((each) => each.note));
  expect(sheet.frozenRows).toBe(1);
  const status = columns.findIndex(({ header }) => header === "Status") + 1;
  const [rule] = readRules(sheet, { row: 2, column: status, rows: 1, columns: 1 });
  expect(rule).toMatchObject({ criteria: "VALUE_IN_LIST", allowInvalid: true });
  expect(sheet.protections.length).toBeGreaterThan(0);
  expect(sheet.protections.every(({ warningOnly }) => warningOnly)).toBe(true);
});

test("the settings have their defaults, and the program starts today", async () => {
  const host = await openHost({ now: "2026-03-10", timeZone: "Asia/Tokyo" });
  await host.atSheet("setUp");
  const settings = new Map(host.rows("Settings").map((row) => [row.Key, row.Value]));
  expect(settings.get("program start")).toBe("2026-03-10");
  expect(settings.get("program currency")).toBe("USD");
  // No day is lived yet (TIME-1g).
  expect(settings.get("lived until")).toBe("2026-03-09");
  expect(settings.size).toBe(28);
});

test("a second set-up has nothing to do", async () => {
  const host = await openHost({ now: "2026-03-10" });
  await host.atSheet("setUp");
  const before = JSON.stringify(host.state.workbook.sheets);
  const { result } = await host.atSheet("setUp");
  expect(result).toMatchObject({ output: { created: [], added: [], settingsAdded: 0 } });
  expect(JSON.stringify(host.state.workbook.sheets)).toBe(before);
});

test("an existing tab gets only the columns it lacks, after its last one", async () => {
  const host = await openHost({ now: "2026-03-10" });
  const sheet = typed(host, ["  customer ", "Amount", "Rep", "KEY"]);
  sheet.name = "Transactions";
  host.append("Transactions", [{ Amount: 12, Rep: "Kim" }]);
  const { result } = await host.atSheet("setUp");
  const added = (result as { output: { added: string[] } }).output.added;
  expect(added).toContain("Transactions: Date");
  expect(added).not.toContain("Transactions: Customer");
  expect(added).not.toContain("Transactions: Product");
  expect(sheet.rows[0]?.cells.slice(0, 4)).toEqual(["  customer ", "Amount", "Rep", "KEY"]);
  expect(host.rows("Transactions")[0]).toMatchObject({ Amount: 12, Rep: "Kim" });
});

test("columns that a team moved or added are found by header", async () => {
  const host = await openHost({ now: "2026-03-10" });
  await host.atSheet("setUp");
  addOwnColumn(host, "Partners", "Nickname", 1);
  host.append("Partners", [{ Name: "Ann", Nickname: "=A1", Status: "active" }]);
  const { result } = await host.atSheet("runNow");
  expect(result).toMatchObject({ ok: true });
  expect(String(host.rows("Partners")[0]?.Key)).toMatch(/^ptn_/);
});

describe("how tabs look", () => {
  const rulesOf = (host: Awaited<ReturnType<typeof openHost>>, tab: string) =>
    findSheet(host.state.workbook, tab)?.conditionalFormats ?? [];
  const words = (host: Awaited<ReturnType<typeof openHost>>, tab: string) =>
    rulesOf(host, tab).flatMap(({ data }) => data.values as readonly string[]);

  test("each word of a status is colored over all rows, once however often set-up runs (SHEET-38)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    await host.atSheet("setUp");

    expect(words(host, "Rewards").slice(0, -1)).toEqual([
      "pending",
      "approved",
      "held",
      "declined",
      "paid",
    ]);
    expect(words(host, "Triggers")).toEqual(["draft", "active", "paused"]);
    const [rule] = rulesOf(host, "Invoices");
    expect(rule?.rects).toMatchObject([{ row: 2, rows: 999, columns: 1 }]);
  });

  test("a payment date that is over is marked until the reward is paid or declined, wherever its columns stand (SHEET-41)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    addOwnColumn(host, "Rewards", "Ours", 2);
    await host.atSheet("setUp");
    const headers = findSheet(host.state.workbook, "Rewards")?.rows[0]?.cells ?? [];
    const [rule, ...others] = rulesOf(host, "Rewards").filter(
      ({ data }) => data.criteria === "CUSTOM_FORMULA",
    );

    expect(others).toEqual([]);
    expect(rule?.rects).toEqual([
      { row: 2, column: headers.indexOf("Estimated payment") + 1, rows: 999, columns: 1 },
    ]);
    const [on, is] = ["Estimated payment", "Status"].map(
      (header) => `$${String.fromCharCode(65 + headers.indexOf(header))}2`,
    );
    expect(rule?.data.values).toEqual([
      `=(${on}<TODAY())*(${on}>0)*(${is}<>"paid")*(${is}<>"declined")`,
    ]);
  });

  test("the team's own rules stay and come first; ours that are gone or too short are made again (SHEET-38)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    const sheet = findSheet(host.state.workbook, "Rewards");
    const [ours] = sheet?.conditionalFormats ?? [];
    if (!sheet || !ours) throw new Error("There is no rule.");
    const own = { rects: ours.rects, data: { ...ours.data, background: "#00ff00" } };
    host.act(() => {
      sheet.conditionalFormats = [
        { ...ours, rects: [{ ...ours.rects[0], rows: 3 } as never] },
        own,
      ];
    });
    await host.atSheet("setUp");

    expect(sheet.conditionalFormats[0]).toEqual(own);
    expect(words(host, "Rewards").slice(1, -1)).toEqual([
      "pending",
      "approved",
      "held",
      "declined",
      "paid",
    ]);
    expect(sheet.conditionalFormats.at(1)?.rects).toMatchObject([{ rows: 999 }]);
  });

  const grouped = (host: Awaited<ReturnType<typeof openHost>>, tab: string) => {
    const sheet = findSheet(host.state.workbook, tab);
    return (sheet?.rows[0]?.cells ?? []).flatMap((header, at) => {
      const { depth = 0, hidden } = sheet?.columns[at] ?? {};
      return depth > 0 ? [`${depth} ${header}${hidden ? " folded" : ""}`] : [];
    });
  };

  test("columns that only the program needs are in one group that is folded, once however often set-up runs (SHEET-42)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    const first = grouped(host, "Rewards");
    await host.atSheet("setUp");

    expect(first[0]).toBe("1 Calculated amount folded");
    expect(first.at(-1)).toBe("1 Run folded");
    expect(grouped(host, "Rewards")).toEqual(first);
    expect(grouped(host, "Drips")).toContain("1 Rounding folded");
    expect(grouped(host, "Invoices")).toEqual([]);
  });

  test("a team's own group stays the only one, and ours leaves out columns of the team's own (SHEET-42)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    for (const tab of ["Rewards", "Drips"]) {
      const { columns = [] } = findSheet(host.state.workbook, tab) ?? {};
      host.act(() => {
        for (const column of columns) {
          delete column.depth;
          column.hidden = false;
        }
      });
    }
    host.act(() => {
      const [, , column] = findSheet(host.state.workbook, "Drips")?.columns ?? [];
      if (column) column.depth = 1;
    });
    const at = findSheet(host.state.workbook, "Rewards")?.rows[0]?.cells.indexOf("Decisions") ?? 0;
    addOwnColumn(host, "Rewards", "Ours", at + 1);
    await host.atSheet("setUp");

    expect(grouped(host, "Drips")).toHaveLength(1);
    const rewards = grouped(host, "Rewards");
    expect(rewards).toContain("1 Decisions");
    expect(rewards).toContain("1 Accepted for");
    expect(rewards.some((each) => each.includes("Ours") || each.includes("folded"))).toBe(false);
  });

  test("a rule of the team's for a word that every object has stays, and stops nothing (SHEET-38)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    const sheet = findSheet(host.state.workbook, "Rewards");
    const [ours] = sheet?.conditionalFormats ?? [];
    if (!sheet || !ours) throw new Error("There is no rule.");
    const own = { rects: ours.rects, data: { ...ours.data, values: ["constructor"] } };
    host.act(() => {
      sheet.conditionalFormats = [...sheet.conditionalFormats, own];
    });
    const { result } = await host.atSheet("setUp");

    expect(result).toMatchObject({ ok: true });
    expect(sheet.conditionalFormats).toContainEqual(own);
  });

  test("keys are frozen, packed columns are hidden, and stay shown where a person shows them (SHEET-39)", async () => {
    const host = await openHost({ now: "2026-03-10" });
    await host.atSheet("setUp");
    const sheet = findSheet(host.state.workbook, "Transactions");
    const columns = Object.values(tableOf("transactions").columns);
    const hidden = () =>
      columns.filter((_, at) => sheet?.columns[at]?.hidden).map(({ field }) => field.kind);
    expect(sheet?.frozenColumns).toBe(1);
    expect(new Set(hidden())).toEqual(new Set(["packed"]));

    host.act(() => {
      for (const column of sheet?.columns ?? []) column.hidden = false;
    });
    await host.atSheet("setUp");
    expect(hidden()).toEqual([]);
  });
});
