import { type Driver, type HostOptions, openHost } from "../../../host";
import { findSheet, insertColumns, writeBlock } from "../../../host/workbook";
import { keepsProgram } from "../../support/keeps-program";
import { prepared } from "../../support/prepared";
import { ask } from "../../support/small-program";

export { ask } from "../../support/small-program";
export type Row = Readonly<Record<string, unknown>>;
export type Tabs = { readonly [tab: string]: readonly Row[] };

export const rule = (fact: string, operator: string, value: unknown): string =>
  JSON.stringify({ all: [{ fact, operator, value }] });

const onSale = { State: "active", Event: "transaction created" };
/** 50.00 for the first sale, 20 % of each, and for a yearly plan 20.00 monthly, twelve times. */
export const triggers = {
  first: {
    ...onSale,
    Key: "first",
    Name: "First sale",
    Order: 1,
    Action: "grant a reward",
    Amount: 50,
    Rules: rule("transaction.number", "equal", 1),
  },
  rate: {
    ...onSale,
    Key: "rate",
    Name: "Rate",
    Order: 2,
    Action: "grant a reward",
    Percent: "20",
  },
  drip: {
    ...onSale,
    Key: "plan",
    Name: "Monthly",
    Order: 3,
    Action: "start a drip",
    Amount: 20,
    Delay: 1,
    Cycle: 1,
    Occurrences: 12,
    Rules: rule("transaction.Product", "equal", "Yearly plan"),
  },
} as const;

const usual: Tabs = {
  Partners: [
    { Key: "ada", Name: "Ada", Group: "Gold" },
    { Key: "bela", Name: "Bela" },
  ],
  Customers: [
    { Key: "cus_1", Name: "Harbor", Partner: "ada", "Created on": "2026-01-10" },
    { Key: "cus_2", Name: "Maple", Partner: "bela", "Created on": "2026-01-10" },
  ],
  Triggers: [triggers.first, triggers.rate, triggers.drip],
};

/** A program set up on 10 January 2026 with these rows instead of the usual ones. Nothing is judged yet. */
export async function openLife(tabs: Tabs = {}, options: HostOptions = {}): Promise<Driver> {
  const host = await prepared(JSON.stringify(options), async () => {
    const empty = await openHost({ keepsProgram, now: "2026-01-10", timeZone: "UTC", ...options });
    await ask(empty, "set-up", {});
    return empty;
  });
  for (const [tab, rows] of Object.entries({ ...usual, ...tabs })) {
    if (rows.length > 0) host.append(tab, rows as never);
  }
  return host;
}

/** A sale of 100.00 USD on 10 January. */
export const sale = (key: string, cells: Row = {}): Row => ({
  Key: key,
  Customer: "cus_1",
  Date: "2026-01-10",
  Amount: 100,
  Currency: "USD",
  ...cells,
});

export const run = async (host: Driver): Promise<string> =>
  ((await ask(host, "run", { kind: "by hand" })) as { summary: string }).summary;

/** Cells of each row that has a key, as text: dates as their day, joined by " | ". */
export const lines = (host: Driver, tab: string, headers: readonly string[]): readonly string[] =>
  host
    .rows(tab)
    .filter((row) => row.Key !== "" && row.Key !== undefined)
    .map((row) => headers.map((header) => shown(row[header])).join(" | "));

const shown = (value: unknown): string => {
  if (!(value instanceof Date)) return String(value ?? "(no column)");
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16);
};

/** The last line that a run wrote into Activity: what was done, and its problems. */
export const lastRun = (host: Driver): { what: string; why: string } => {
  const all = host.rows("Activity").filter(({ Key }) => String(Key).startsWith("run "));
  const last = all[all.length - 1];
  return { what: String(last?.What ?? ""), why: String(last?.Why ?? "") };
};

/** Notes below the headers. */
export const cellNotes = (host: Driver, tab: string): Record<string, string> =>
  Object.fromEntries(Object.entries(host.notes(tab)).filter(([a1]) => !/^[A-Z]+1$/.test(a1)));

/** Puts a column of the team's own before the `at`-th one (from 1), with values below it. */
export function addOwnColumn(
  host: Driver,
  tab: string,
  header: string,
  at: number,
  values: readonly (string | number | boolean)[] = [],
): void {
  const sheet = findSheet(host.workbook, tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  insertColumns(host.workbook, sheet, at, 1);
  const rect = { row: 1, column: at, rows: values.length + 1, columns: 1 };
  writeBlock(host.workbook, sheet, rect, { cells: [header, ...values], dates: [] }, "person");
}

/** What a person can see of a tab: values, formulas, notes, formats and looks, row by row. */
export function tabOf(host: Driver, tab: string): string {
  const looks: unknown[] = [];
  const rows = findSheet(host.workbook, tab)?.rows.map((row) => {
    if (row === null) return null;
    // Rows that look alike share one object.
    if (!looks.includes(row.look)) looks.push(row.look);
    return [row.cells, looks.indexOf(row.look), [...(row.formulas ?? [])], [...(row.notes ?? [])]];
  });
  return JSON.stringify([rows, looks]);
}

/** The same of all tabs but the journal. */
export const everything = (host: Driver): string =>
  host
    .sheetNames()
    .filter((name) => !name.startsWith("_"))
    .map((name) => `${name}: ${tabOf(host, name)}`)
    .join("\n");

/** What a promise comes to: its value, or the code and message it is refused with. */
export const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    (value) => (typeof value === "string" ? value : JSON.stringify(value)),
    (error: Error) => error.message,
  );

/** Writes what a scenario found as the line that outsideJest reads. */
export const tell = (outcome: unknown): void => {
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
};
