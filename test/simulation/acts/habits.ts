import { tickBoxes, writeRules } from "../../../host/workbook";
import { count, type Life, type Row, rowsOf, someRow, strays } from "../life";
import { typeCell } from "../type-cell";
import type { Acts } from "./act";

const peoples = ["Partners", "Customers", "Transactions", "Actions"] as const;
const tabs = [...peoples, "Triggers", "Rewards", "Drips", "Invoices", "Payouts"] as const;
const BOX = "Checked";

/** A total, or a word, below the rows of a tab; never many. */
function leaveStray(life: Life): void {
  const { dice, host } = life;
  const tab = dice.of(tabs);
  const there = host.rows(tab).map(({ Key }) => Key);
  const others = strays.filter((each) => !there.includes(each));
  if (others.length < strays.length - 1) return;
  const [header] = sums[tab] ?? [];
  const total = header && dice.chance(0.5) ? { [header]: dice.of([1234.5, "=SUM(B2:B9)"]) } : {};
  host.append(tab, [{ Key: dice.of(others), ...total }]);
  count(life, "a total or stray word");
}
const sums: Readonly<Record<string, readonly string[]>> = {
  Transactions: ["Amount"],
  Rewards: ["Amount"],
  Payouts: ["Amount"],
  Drips: ["To come"],
  Invoices: ["Total"],
};

/** A column of checkboxes, further down than there are rows. */
function addBoxes(life: Life): void {
  const { dice, host } = life;
  const tab = dice.of(tabs);
  host.addColumn(tab, BOX);
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  const headers = sheet.rows[0]?.cells ?? [];
  const rows = Math.min(host.rows(tab).length + 8, sheet.maxRows - 1);
  const rect = { row: 2, column: headers.indexOf(BOX) + 1, rows, columns: 1 };
  const rule = { criteria: "CHECKBOX", values: [], allowInvalid: false, help: null } as const;
  host.act(() => {
    writeRules(host.workbook, sheet, rect, rule);
    tickBoxes(host.workbook, sheet, rect, "insert");
  });
  count(life, "checkboxes");
}

function tick(life: Life): void {
  const tab = life.dice.of(tabs);
  const row = someRow(life, tab, (each) => typeof each[BOX] === "boolean");
  if (row) typeCell(life, tab, { Key: row.Key as string }, BOX, row[BOX] !== true);
}

const errors = ["#N/A", "#REF!", "#VALUE!", "#ERROR!", "#NAME?", "Loading..."] as const;
/** Cells of people's that may come from a formula of theirs, which fails now and then. */
const lookedUp: Readonly<Record<string, readonly string[]>> = {
  Partners: ["Group", "Group", "E-mail", "Payment e-mail", "Payout method", "Joined on", "Status"],
  Customers: ["Plan", "Partner", "Created on", "E-mail", "Status"],
  Transactions: ["Product", "Product", "Amount", "Currency", "Customer", "Date", "Refund of"],
  Actions: ["Kind", "Kind", "Date", "Count", "Customer"],
  Triggers: ["Rules", "Amount", "Percent", "Event", "Set", "Limit per partner and month"],
};

/** A formula that fails in a cell; it comes right again before the books are checked, or earlier. */
export function failLookUp(life: Life): void {
  const { dice, wrong, renumbered } = life;
  const tab = dice.of([...peoples, "Transactions", "Customers", "Triggers"] as const);
  const header = dice.of(lookedUp[tab] as readonly string[]);
  if (renumbered.has(tab)) return;
  // Mostly a new row: those that were judged are only told of.
  const isNew = (row: Row) => row.Judged === "" || tab === "Triggers" || tab === "Partners";
  const row = someRow(life, tab, isNew) ?? someRow(life, tab, () => true);
  const name = `${tab} ${row?.Key}`;
  if (!row || wrong.has(name)) return;
  const before = row[header] as string | number;
  const error = dice.of(errors);
  if (!typeCell(life, tab, { Key: row.Key as string }, header, error)) return;
  count(life, "an error value");
  wrong.set(name, () => {
    const now = rowsOf(life, tab).find(({ Key }) => Key === row.Key);
    if (now?.[header] === error) typeCell(life, tab, { Key: row.Key as string }, header, before);
  });
}

/** How cells look where people and formulas were at them. */
export const habitActs: Acts = [
  [2, leaveStray],
  [1, addBoxes],
  [1, tick],
  [5, failLookUp],
];
