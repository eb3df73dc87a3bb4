import type { Table } from "../../../host/workbook";
import { tables } from "../../../src/engine/tables";
import { NOTHING, refusesAll } from "../../support/refusing-rule";
import { count, type Life } from "../life";
import { onCalls } from "../on-calls";
import type { Acts } from "./act";

const tabs = Object.values(tables).map(({ sheet }) => sheet);
/** Calls that change something, each of which Google may refuse for a while. */
const calls = [
  "Range.setValues",
  "Range.setValue",
  "Range.setNumberFormat",
  "Range.setNumberFormats",
  "Range.setBackground",
  "Range.setNotes",
  "Range.clearContent",
  "Sheet.insertRowsAfter",
  "Sheet.setColumnWidths",
  "Properties.setProperty",
  "Properties.setProperties",
  "SpreadsheetApp.flush",
  "MailApp.sendEmail",
] as const;

/** Columns that the program alone fills: nobody is stopped there but the program. */
const columns = Object.values(tables).flatMap(({ sheet, columns: all }) =>
  Object.values(all)
    .filter(({ filledBy }) => filledBy === "program")
    .map(({ header }) => [sheet, header] as const),
);

const isTable = ({ workbook }: Life["host"], tab: string): boolean =>
  workbook.sheets.some(({ name, tables }) => name === tab && tables.length > 0);

/** A validation that nothing passes, as where a team has a drop-down of its own. */
function refuseColumn(life: Life): void {
  const { dice, host, refused } = life;
  const [tab, header] = dice.of(columns);
  // A Table's typed columns take no validation of anybody's.
  if (isTable(host, tab)) return;
  refused.columns.add(`${tab}|${header}`);
  host.validate(tab, header, refusesAll);
  count(life, "a column refused");
}

/** A tab, or some of its rows, that the spreadsheet's owner alone may change. */
function protect(life: Life): void {
  const { dice, host } = life;
  const tab = dice.of(tabs);
  const row = 2 + dice.below(6);
  host.protect(tab, dice.chance(0.3) ? null : `A${row}:AZ${row + dice.below(20)}`);
  count(life, "rows protected");
}

/** A Table one of whose columns takes nothing that the program has for it. */
function typeColumn(life: Life): void {
  const { dice, host } = life;
  const [tab, header] = dice.of(columns);
  host.act(() => host.makeTable(tab, { [header]: { type: "DROPDOWN", values: [NOTHING] } }));
  count(life, "a Table that refuses");
}

function refuseCall(life: Life): void {
  life.refused.call = life.dice.of(calls);
  onCalls(life, undefined);
  count(life, "a call refused for days");
}

const refuses = ({ columns: all }: Table): boolean =>
  all.some((column) => column?.values?.includes(NOTHING));

/** Whether Google refuses something just now. */
export const isRefused = ({ host: { workbook }, refused }: Life): boolean =>
  refused.call !== "" ||
  refused.columns.size > 0 ||
  workbook.sheets.some(
    (sheet) => sheet.tables.some(refuses) || sheet.protections.some((one) => !one.warningOnly),
  );

/** Allows all that was refused, also in a version that was restored meanwhile. */
export function allow(life: Life): void {
  const { host, refused } = life;
  refused.call = "";
  onCalls(life, undefined);
  host.act(() => {
    for (const sheet of host.workbook.sheets) {
      sheet.protections = sheet.protections.filter(({ warningOnly }) => warningOnly);
      sheet.tables = sheet.tables.filter((one) => !refuses(one));
    }
    host.workbook.version++;
  });
  for (const name of refused.columns) {
    const [tab, header] = name.split("|") as [string, string];
    host.validate(tab, header, null);
  }
  refused.columns.clear();
}

/** Columns that people type as a Table would type them by itself: it refuses formats and validations, and no value of ours. */
const typed = {
  Transactions: { Amount: { type: "NUMBER" }, Date: { type: "DATE" }, Product: { type: "TEXT" } },
  Customers: { Name: { type: "TEXT" }, "Created on": { type: "DATE" } },
  Rewards: { Amount: { type: "NUMBER" }, "Earned on": { type: "DATE" }, Why: { type: "TEXT" } },
  Drips: { Occurrences: { type: "NUMBER" }, "Next date": { type: "DATE" } },
  Payouts: { Amount: { type: "NUMBER" }, "Paid on": { type: "DATE" } },
} as const;

/** Makes a tab a Table for good, with typed columns. */
function makeTable(life: Life): void {
  const { dice, host } = life;
  const tab = dice.of(Object.keys(typed) as (keyof typeof typed)[]);
  if (isTable(host, tab)) return;
  // A column with a validation of the team's is none that the team makes a Table of.
  if ([...life.refused.columns].some((name) => name.startsWith(`${tab}|`))) return;
  host.makeTable(tab, typed[tab]);
  count(life, "a Table for good");
}

/** What Google refuses for some time, once somebody has set it up so. */
export const refusalActs: Acts = [
  [3, refuseColumn],
  [3, protect],
  [2, typeColumn],
  [2, refuseCall],
  [1, makeTable],
  [2, allow],
];
