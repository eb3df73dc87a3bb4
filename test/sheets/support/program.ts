import type { Driver, HostOptions } from "../../../host";
import { deleteColumns, findSheet, insertColumns, writeBlock } from "../../../host/workbook";
import { openHost } from "../../support/host";
import { prepared } from "../../support/prepared";

export type Tabs = { readonly [tab: string]: readonly Record<string, unknown>[] };

const START = "2026-03-01";

/** A small program with both kinds of trigger, some of whose rows have no key yet. */
export const smallProgram: Tabs = {
  Partners: [
    { Key: "ptn_1", Name: "Ann", "E-mail": "ann@partner.example", Group: "Gold" },
    { Key: "00123", Name: "Bob", "E-mail": "bob@partner.example" },
  ],
  Customers: [
    { Key: "cus_1", Name: "Acme", Partner: "ptn_1", "Created on": "2026-03-02", Plan: "Team" },
    { Key: "cus_2", Name: "Zenith", Partner: "00123", "Created on": "2026-03-03", Plan: "Solo" },
    { Key: "cus_3", Name: "Loner", Partner: "", "Created on": "2026-03-04" },
  ],
  Triggers: [
    {
      Key: "trg_1",
      Name: "Share",
      State: "active",
      Order: 1,
      Event: "transaction created",
      Action: "grant a reward",
      Percent: "20",
    },
    {
      Key: "trg_2",
      Name: "Monthly thanks",
      State: "active",
      Order: 2,
      Event: "transaction created",
      Rules: '{"all":[{"fact":"customer.Plan","operator":"equal","value":"Team"}]}',
      Action: "start a drip",
      Amount: 10,
      Occurrences: 3,
      Cycle: 1,
    },
  ],
  Transactions: [
    { Key: "trx_1", Customer: "cus_1", Date: "2026-03-05", Amount: 100, Currency: "USD" },
    { Key: "", Customer: "cus_2", Date: "2026-03-06", Amount: 45.5, Currency: "EUR" },
    { Key: "1e5", Customer: "cus_1", Date: "2026-03-07", Amount: 30, Currency: "USD" },
    { Key: "", Customer: "cus_3", Date: "2026-03-08", Amount: 12, Currency: "USD" },
    { Key: "trx_5", Customer: "cus_9", Date: "2026-03-09", Amount: "a lot", Currency: "USD" },
  ],
};

/** A host on a set-up program that began on 1 March, with these rows, nothing of it judged. */
export async function openProgram(
  tabs: Tabs = smallProgram,
  options: HostOptions = {},
): Promise<Driver> {
  const { uuid, callCost } = options;
  const host =
    uuid || callCost
      ? await setUp(options)
      : await prepared(JSON.stringify(options), () => setUp(options));
  for (const [tab, rows] of Object.entries(tabs)) host.append(tab, rows as never);
  return host;
}

async function setUp(options: HostOptions): Promise<Driver> {
  const host = await openHost({ now: "2026-04-02", ...options });
  await host.atSheet("setUp");
  host.type("Settings", { Key: "program start" }, "Value", START);
  addOwnColumn(host, "Customers", "Plan", 3);
  return host;
}

/** Inserts a column of the team's own before the `at`-th column, from 1. */
export function addOwnColumn({ state }: Driver, tab: string, header: string, at: number): void {
  const sheet = findSheet(state.workbook, tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  insertColumns(state.workbook, sheet, at, 1);
  const rect = { row: 1, column: at, rows: 1, columns: 1 };
  writeBlock(state.workbook, sheet, rect, { cells: [header], dates: [] }, "person");
}

/** Deletes a column with all that it holds. */
export function removeColumn({ state }: Driver, tab: string, header: string): void {
  const sheet = findSheet(state.workbook, tab);
  const at = sheet?.rows[0]?.cells.indexOf(header) ?? -1;
  if (!sheet || at < 0) throw new Error(`There is no column ${header} on ${tab}.`);
  deleteColumns(state.workbook, sheet, at + 1, 1);
}

/** What may differ between a run cut off and one never cut off: what holds a run's id or time. */
const RUN_COLUMNS = ["Run"];

/** All tabs but Activity and the journal, without the columns that hold a run's id. */
export function sheetsOf(host: Driver): Tabs {
  const tabs = host.sheetNames().filter((name) => name !== "Activity" && name !== "_journal");
  return Object.fromEntries(
    tabs.map((tab) => [
      tab,
      host.rows(tab).map((row) => {
        const cells = Object.entries(row).filter(([header]) => !RUN_COLUMNS.includes(header));
        return Object.fromEntries(cells);
      }),
    ]),
  );
}

export const jsonOf = (tabs: Tabs): string => JSON.stringify(tabs, null, 1);
