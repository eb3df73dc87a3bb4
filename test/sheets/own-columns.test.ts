import type { Driver } from "../../host";
import { findSheet, writeBlock } from "../../host/workbook";
import { partsOf } from "../../src/engine/intake/import/parts-of";
import { readFile, rowsOfFile } from "../../src/engine/intake/import/read-file";
import { fingerprintOf, keptText } from "../../src/engine/intake/import/remembered";
import type { Currency } from "../../src/engine/kernel/money";
import { kill } from "../support/host";
import { offsetsOf } from "../support/program";
import { addOwnColumn, openProgram, removeColumn, smallProgram } from "./support/program";

const context = {
  programCurrency: "USD" as Currency,
  decimalMark: ".",
  zones: offsetsOf(""),
} as const;
const targets = ["key", "customer", "date", "amount", "amount:Margin", "column:Region"] as const;
const headers = ["Order", "Who", "When", "Total", "Margin", "Region"];
const lines = [
  ["a", "cus_1", "2026-03-20", "100.00", "30.50", "=North"],
  ["b", "cus_2", "2026-03-21", "80.00", "20", "00123"],
];
const file = readFile(
  [headers, ...lines].map((cells) => cells.join(",")).join("\n"),
  { targets },
  context,
);
const byMargin = {
  Key: "margin",
  Name: "By margin",
  State: "active",
  Order: 1,
  Event: "transaction created",
  Action: "grant a reward",
  Percent: "10",
  "Percent of": "Margin",
};
/** A program with a column of the team's own among those of the program. */
async function opened(): Promise<Driver> {
  const host = await openProgram({ ...smallProgram, Triggers: [byMargin], Transactions: [] });
  addOwnColumn(host, "Transactions", "Region", 3);
  await host.rpc("add-columns", { headers: ["Margin", "region"] });
  return host;
}
const input = {
  rows: JSON.stringify(partsOf(rowsOfFile(file))[0]),
  startOn: "",
  file: "own.csv",
  formId: "own",
  part: 1,
};
const send = (host: Driver) => host.rpc("import-rows", input);
const saysOf = (host: Driver) =>
  host.rows("Transactions").map((row) => [row.Key, row.Amount, row.Margin, row.Region]);
const expected = [
  ["a", 100, 30.5, "=North"],
  ["b", 80, 20, "00123"],
];

test("an import fills columns of the team's own, those that are there and new ones, and a percent is of one", async () => {
  const host = await opened();
  expect(await send(host)).toMatchObject({ ok: true, output: { sales: 2 } });
  expect(saysOf(host)).toEqual(expected);
  await send(host);
  expect(saysOf(host)).toEqual(expected);

  await host.rpc("run", { kind: "by hand" });
  expect(host.rows("Rewards").map(({ Key, Amount }) => [Key, Amount])).toEqual([
    ["a/margin", 3.05],
    ["b/margin", 2],
  ]);
  await host.rpc("undo-import", { formId: "own" });
  expect(host.rows("Transactions")).toEqual([]);
});

/** In the long mode (KILLS=1) the import is killed at each of its calls. */
const every = process.env.KILLS === undefined ? 9 : 1;

test("killed at any call and sent again, it fills the same rows", async () => {
  const snapshot = await opened();
  const whole = snapshot.fork({});
  let calls = 0;
  whole.onServiceCall(() => void calls++);
  await send(whole);
  for (let at = 1 + (calls % every); at <= calls; at += every) {
    const host = snapshot.fork({});
    host.onServiceCall((_: string, number: number) => {
      if (number === at) throw kill("all");
    });
    await send(host).catch(() => undefined);
    host.onServiceCall(null);
    await send(host);
    expect([at, saysOf(host)]).toEqual([at, expected]);
  }
});

test("a value that Google refuses in such a column is told, and the row is there", async () => {
  const host = await opened();
  const rule = {
    criteria: "NUMBER_GREATER_THAN",
    values: [25],
    allowInvalid: false,
    help: null,
  };
  host.validate("Transactions", "Margin", rule as never);
  await send(host);

  expect(saysOf(host)).toEqual([expected[0], ["b", 80, "", "00123"]]);
  const said = host.rows("Activity").map(({ Why }) => String(Why));
  expect(said.join("\n")).toMatch(/Transactions · b · Margin: .*“20”.*Type it in/);
});

test("a formula that is filled down in such a column stays, and says the value (CELL-9a)", async () => {
  const host = await opened();
  const sheet = findSheet(host.workbook, "Transactions");
  const column = (sheet?.rows[0]?.cells.indexOf("Margin") ?? -1) + 1;
  if (!sheet || column === 0) throw new Error("There is no column Margin.");
  const cells = Array.from({ length: 20 }, (_, n) => `=IF(A${n + 2}="","",7)`);
  const rect = { row: 2, column, rows: cells.length, columns: 1 };
  writeBlock(host.workbook, sheet, rect, { cells, dates: [] }, "person");
  await send(host);

  const kept = sheet.rows.slice(1, 21).map((row) => row?.formulas?.get(column - 1));
  expect(kept).toEqual(cells);
  expect(saysOf(host).slice(0, 2)).toMatchObject([
    ["a", 100, expect.anything(), "=North"],
    ["b", 80, expect.anything(), "00123"],
  ]);
});

test("columns of the program are never added; a part whose column is gone is refused and writes nothing", async () => {
  const host = await opened();
  expect(await host.rpc("add-columns", { headers: ["amount "] })).toMatchObject({
    ok: false,
    error: { code: "INPUT_INVALID" },
  });
  removeColumn(host, "Transactions", "Margin");
  expect(await send(host)).toMatchObject({ ok: false, error: { code: "INPUT_INVALID" } });
  expect(host.rows("Transactions")).toEqual([]);
});

test("a copy that nobody has decided on gets no column (RUN-15)", async () => {
  const host = await opened();
  const copy = host.copy();
  const reply = await copy.rpc("add-columns", { headers: ["Zone"] });
  expect(reply).toMatchObject({ ok: false, error: { code: "COPY_UNDECIDED" } });
  const [head] = findSheet(copy.workbook, "Transactions")?.rows ?? [];
  expect(head?.cells).not.toContain("Zone");
});

test("a tab that each run reads fills them, and is not read while one is gone", async () => {
  const host = await opened();
  for (const header of headers) host.addColumn("Sheet1", header);
  const append = (cells: readonly string[]) =>
    host.append("Sheet1", [
      Object.fromEntries(headers.map((each, at) => [each, cells[at]])),
    ] as never);
  await host.rpc("keep-standing-import", {
    tab: "Sheet1",
    headers: fingerprintOf(headers),
    map: keptText({ targets }),
    owner: "",
  });
  append(["a", "cus_1", "2026-03-20", "100.00", "30.50", "North"]);
  await host.fire("onDaily");
  expect(saysOf(host)).toEqual([["a", 100, 30.5, "North"]]);
  expect(host.rows("Rewards")).toMatchObject([{ Key: "a/margin", Amount: 3.05 }]);

  removeColumn(host, "Transactions", "Margin");
  append(["b", "cus_2", "2026-03-21", "80.00", "20", "South"]);
  await host.fire("onDaily");
  expect(host.rows("Transactions")).toHaveLength(1);
  expect(JSON.stringify(await host.rpc("home", {}))).toContain(
    "fills the column “Margin”, which is not on Transactions any more",
  );
  await host.rpc("add-columns", { headers: ["Margin"] });
  await host.fire("onDaily");
  expect(saysOf(host)[1]).toEqual(["b", 80, 20, "South"]);
});
