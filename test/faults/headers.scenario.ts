import { type Driver, openHost } from "../../host";
import { findSheet, insertColumns, lastRow, writeBlock } from "../../host/workbook";
import { tableNames, tableOf } from "../../src/engine/tables";
import { keepsProgram } from "../support/keeps-program";
import { ask, smallProgram } from "../support/small-program";

/** Of all headers each act meets every n-th, beginning at another place. */
const every = Number(process.argv[2] ?? 1);

const tabs = tableNames.map((name) => tableOf(name).sheet);
type Headers = readonly string[];

/** What people do to the header of the column at a place, from 1; `heals` says that set-up puts it right. */
const acts: Readonly<
  Record<string, { heals: boolean; act: (put: Put, at: number, headers: Headers) => void }>
> = {
  renamed: { heals: true, act: (put, at) => put(at, "Something else (old)") },
  cleared: { heals: true, act: (put, at) => put(at, "") },
  "turned into an error": { heals: true, act: (put, at) => put(at, "=1/0") },
  "swapped with the next": {
    heals: true,
    act: (put, at, headers) => {
      put(at, nextOf(headers, at));
      put((at % headers.length) + 1, headers[at - 1] as string);
    },
  },
  "typed over by the next's": {
    heals: true,
    act: (put, at, headers) => put(at, nextOf(headers, at)),
  },
  "typed a second time": {
    heals: false,
    act: (put, at, headers) => put(headers.length + 1, headers[at - 1] as string),
  },
  "renamed, and typed anew on a blank column": {
    heals: false,
    act: (put, at, headers) => {
      put(at, `${headers[at - 1]} (old)`);
      put(headers.length + 1, headers[at - 1] as string);
    },
  },
};
type Put = (column: number, text: string) => void;
const nextOf = (headers: Headers, at: number) => headers[at % headers.length] as string;

const sheetOf = (host: Driver, tab: string) => {
  const found = findSheet(host.workbook, tab);
  if (!found) throw new Error(`There is no tab ${tab}.`);
  return found;
};

/** Types a row of cells from the first column on, as a person does. */
function type(host: Driver, tab: string, row: number, column: number, cells: readonly string[]) {
  const sheet = sheetOf(host, tab);
  const beyond = column + cells.length - 1 - sheet.maxColumns;
  if (beyond > 0) insertColumns(host.workbook, sheet, sheet.maxColumns + 1, beyond);
  const rect = { row, column, rows: 1, columns: cells.length };
  writeBlock(host.workbook, sheet, rect, { cells: [...cells], dates: [] }, "person");
}

const headersOf = (host: Driver, tab: string): Headers =>
  (sheetOf(host, tab).rows[0]?.cells ?? []).map(String).filter((header) => header !== "");

async function prepare(): Promise<Driver> {
  const host = await openHost({ keepsProgram, now: "2026-02-01", timeZone: "UTC" });
  await smallProgram(host);
  host.type("Triggers", { Key: "trg_rate" }, "Limit per reward", 30);
  await ask(host, "run", { kind: "by hand" });
  return host.fork({ now: "2026-02-12" });
}

const codeOf = (reply: unknown): string => {
  const { ok, error } = reply as { ok: boolean; error?: { code: string } };
  return ok ? "ok" : (error?.code ?? "?");
};

/** Everything below the headers of the tabs that hold money, without what names the run. */
function money(host: Driver): string {
  const rows = ["Rewards", "Drips", "Invoices", "Payouts"].map((tab) => {
    const sheet = sheetOf(host, tab);
    const run = originals.get(tab)?.indexOf("Run") ?? -1;
    return sheet.rows
      .slice(1)
      .map((row) => row?.cells.map((cell, i) => (i === run ? "" : cell)) ?? []);
  });
  return JSON.stringify(rows);
}

/** A new sale, whatever the headers say now. */
function sell(host: Driver): void {
  const sale: Readonly<Record<string, string>> = {
    Key: "n1",
    Customer: "cus_1",
    Date: "2026-02-10",
    Amount: "1000",
    Currency: "USD",
  };
  const cells = (originals.get("Transactions") as Headers).map((header) => sale[header] ?? "");
  type(host, "Transactions", lastRow(sheetOf(host, "Transactions")) + 1, 1, cells);
}

/** Headers as set-up wrote them. */
const originals = new Map<string, Headers>();

/** A person runs, is told to set up, does so, sells, and runs again. */
async function lived(host: Driver) {
  const before = money(host);
  const first = codeOf(await host.rpc("run", { kind: "by hand" }));
  const isStill = first === "ok" || money(host) === before;
  const setUp = codeOf(await host.rpc("set-up", {}));
  sell(host);
  const last = codeOf(await host.rpc("run", { kind: "by hand" }));
  return { first, setUp, last, isStill, isIdle: money(host) === before, money: money(host) };
}

async function main() {
  const prepared = await prepare();
  const reference = prepared.fork();
  for (const tab of tabs) originals.set(tab, headersOf(reference, tab));
  const expected = await lived(reference);
  const wrong: unknown[] = [];
  let tries = 0;
  for (const [index, [name, { heals, act }]] of Object.entries(acts).entries()) {
    const places = tabs.flatMap((tab) =>
      (originals.get(tab) as Headers).map((header, i) => ({ tab, header, at: i + 1 })),
    );
    for (const { tab, header, at } of places.filter((_, i) => (i + index) % every === 0)) {
      const host = prepared.fork();
      act((column, text) => type(host, tab, 1, column, [text]), at, originals.get(tab) as Headers);
      const found = await lived(host);
      tries++;
      const isRight = heals
        ? found.last === "ok" && found.money === expected.money
        : /^HEADER_(MISSING|DOUBLE)$/.test(found.last) && found.isIdle;
      const { money: _, ...said } = found;
      if (!isRight || !found.isStill) wrong.push({ act: name, tab, header, ...said });
    }
  }
  return { tries, first: expected.first, last: expected.last, wrong };
}

const outcome = await main();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
