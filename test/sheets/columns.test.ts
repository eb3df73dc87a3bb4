import { deleteRows, findSheet, insertRows, writeBlock } from "../../host/workbook";
import { tableNames, tableOf } from "../../src/engine/tables";
import type { openHost } from "../support/host";
import { addOwnColumn, openProgram, removeColumn, smallProgram } from "./support/program";

type Host = Awaited<ReturnType<typeof openHost>>;
const sheetOf = (host: Host, tab: string) => {
  const sheet = findSheet(host.state.workbook, tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  return sheet;
};
const everything = (host: Host) => JSON.stringify(host.state.workbook.sheets);

const write = (host: Host, tab: string, row: number, column: number, cell: string) => {
  const rect = { row, column, rows: 1, columns: 1 };
  writeBlock(host.state.workbook, sheetOf(host, tab), rect, { cells: [cell], dates: [] }, "person");
};
const placeOf = (host: Host, tab: string, header: string) =>
  (sheetOf(host, tab).rows[0]?.cells.indexOf(header) ?? -1) + 1;

/** A program that has run once, so that its columns are known. */
async function lived(): Promise<Host> {
  const host = await openProgram(smallProgram);
  await host.atSheet("runNow");
  return host;
}

test("set-up marks each column of each tab once", async () => {
  const host = await lived();
  await host.atSheet("setUp");
  const marks = host.state.workbook.metadata.map(({ value }) => value).sort();
  const all = tableNames.flatMap((name) =>
    Object.keys(tableOf(name).columns).map((id) => `${name}.${id}`),
  );
  expect(marks).toEqual(all.sort());
});

test("set-up gives a renamed column its header back, and adds none (REFUSAL-9)", async () => {
  const host = await lived();
  const width = sheetOf(host, "Transactions").rows[0]?.cells.length;
  write(host, "Transactions", 1, placeOf(host, "Transactions", "Amount"), "Sum");
  const reply = await host.rpc("run", { kind: "by hand" });
  expect(JSON.stringify(reply)).toContain("holds “Amount” and is now named “Sum”");
  const { result } = await host.atSheet("setUp");
  expect(result).toMatchObject({ output: { added: [], restored: ["Transactions: Amount"] } });
  expect(sheetOf(host, "Transactions").rows[0]?.cells.length).toBe(width);
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
});

test("without metadata, the notes of the headers identify them (REFUSAL-9)", async () => {
  const host = await lived();
  host.state.workbook.metadata = [];
  write(host, "Triggers", 1, placeOf(host, "Triggers", "Limit per reward"), "");
  const { result } = await host.atSheet("setUp");
  expect(result).toMatchObject({ output: { restored: ["Triggers: Limit per reward"] } });
});

test("a column of the team's own moves others, and nothing stops", async () => {
  const host = await lived();
  addOwnColumn(host, "Transactions", "Region", 1);
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
});

test("moved columns keep their values, and a header typed over after that is still recognised", async () => {
  const host = await lived();
  const rewards = () =>
    host.rows("Rewards").map(({ Key, Amount, Partner }) => [Key, Amount, Partner]);
  const before = rewards();
  for (const [tab, header] of [
    ["Transactions", "Amount"],
    ["Triggers", "Percent"],
    ["Rewards", "Status"],
  ] as const) {
    host.moveColumn(tab, header, null);
    expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
    host.renameColumn(tab, header, "Other");
    expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: false });
    expect(await host.rpc("set-up", {})).toMatchObject({
      output: { added: [], restored: [`${tab}: ${header}`] },
    });
  }
  expect(rewards()).toEqual(before);
});

test("a deleted column is not added blank unless a person types its header (REFUSAL-9)", async () => {
  const host = await lived();
  removeColumn(host, "Triggers", "Limit per reward");
  const before = everything(host);
  for (const call of ["run", "set-up"]) {
    const reply = await host.rpc(call, call === "run" ? { kind: "by hand" } : {});
    expect(reply).toMatchObject({ ok: false, error: { code: "HEADER_MISSING" } });
    expect(JSON.stringify(reply)).toContain("“Limit per reward” went with all that stood below");
    expect(everything(host)).toBe(before);
  }
  host.addColumn("Triggers", "Limit per reward");
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
  expect(await host.rpc("set-up", {})).toMatchObject({ ok: true, output: { added: [] } });
});

test("headers that slid down are found where they are, and no column is added", async () => {
  const host = await lived();
  insertRows(host.state.workbook, sheetOf(host, "Transactions"), 1, 1);
  const before = everything(host);
  for (const call of ["run", "set-up"]) {
    const reply = await host.rpc(call, call === "run" ? { kind: "by hand" } : {});
    expect(JSON.stringify(reply)).toContain("The headers stand in row 2: move them back to row 1.");
    expect(everything(host)).toBe(before);
  }
});

test("headers that were deleted come back above the rows, in any tab, and no row is written over (REFUSAL-9e)", async () => {
  const host = await lived();
  const cellsOf = (tab: string) =>
    sheetOf(host, tab)
      .rows.map((row) => (row?.cells ?? []).map(String).join("|"))
      .filter((row) => /[^|]/.test(row));
  const before = tableNames.map((name) => cellsOf(tableOf(name).sheet));
  for (const name of tableNames) {
    const { sheet: tab } = tableOf(name);
    const rows = sheetOf(host, tab).rows.filter((row) => row?.cells.some((cell) => cell !== ""));
    deleteRows(host.state.workbook, sheetOf(host, tab), 1, 1);
    if (rows.length > 1) {
      const reply = await host.rpc("run", { kind: "by hand" });
      expect(JSON.stringify(reply)).toContain(`The headers of “${tab}” are gone.`);
    }
    expect(await host.atSheet("setUp")).toMatchObject({ result: { output: { added: [] } } });
    expect(sheetOf(host, tab).frozenRows).toBe(1);
  }
  // What the team called its own column, only the team knows.
  const wanted = before.map((rows) => rows.map((row) => row.replace("|Plan|", "||")));
  expect(tableNames.map((name) => cellsOf(tableOf(name).sheet))).toEqual(wanted);
  expect(await host.rpc("run", { kind: "by hand" })).toMatchObject({ ok: true });
});

test("a renamed tab is named, and set-up makes no second one (REFUSAL-9)", async () => {
  const host = await lived();
  sheetOf(host, "Transactions").name = "Sales";
  const tabs = host.sheetNames();
  for (const call of ["run", "set-up"]) {
    const reply = await host.rpc(call, call === "run" ? { kind: "by hand" } : {});
    expect(reply).toMatchObject({ ok: false, error: { code: "TABLE_MISSING" } });
    expect(JSON.stringify(reply)).toContain("on “Sales”");
  }
  expect(host.sheetNames()).toEqual(tabs);
});

test("columns that are the same as before cost one look at the document's properties", async () => {
  const host = await lived();
  const { usage } = await host.fire("onDaily");
  expect(usage.calls["Sheet.createDeveloperMetadataFinder"] ?? 0).toBe(0);
  expect(usage.calls["Range.getNotes"] ?? 0).toBe(0);
});

test("two tabs that exchanged their names are told apart, and set-up adds no column to either (REFUSAL-9e)", async () => {
  const host = await lived();
  const [customers, partners] = [sheetOf(host, "Customers"), sheetOf(host, "Partners")];
  Object.assign(customers, { name: "Partners" });
  Object.assign(partners, { name: "Customers" });
  host.state.workbook.version++;
  const before = everything(host);

  for (const call of ["run", "set-up"]) {
    const reply = await host.rpc(call, call === "run" ? { kind: "by hand" } : {});
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: "HEADER_MISSING",
        message: expect.stringMatching(
          /columns are on “(Customers|Partners)”: give each tab its own name/,
        ),
      },
    });
  }
  expect(everything(host)).toBe(before);
});

test("a column of the team's own with a header of ours is asked about by set-up, too (REFUSAL-9c)", async () => {
  const host = await lived();
  addOwnColumn(host, "Transactions", "AMOUNT\u200b", 3);
  const before = everything(host);

  const reply = await host.rpc("set-up", {});

  expect(reply).toMatchObject({ ok: false, error: { code: "HEADER_DOUBLE" } });
  expect(everything(host)).toBe(before);
});
