import { writeFormats } from "../../../host/workbook";
import { tables } from "../../../src/engine/tables";
import { unpacked } from "../../support/unpacked";
import { MARK } from "../begin";
import { ask, count, type Life } from "../life";
import { addSale } from "../people-type";
import type { Acts } from "./act";
import { allow } from "./refusals";

/** The tabs in which keys are numbered again, with the cell that says under which key a row counts. */
const tabs = {
  Partners: "Judged",
  Customers: "Judged",
  Transactions: "Judged",
  Actions: "Judged",
  Rewards: tables.rewards.columns.acceptedFor.header,
  Drips: tables.drips.columns.frozen.header,
} as const;
type Tab = keyof typeof tabs;

interface Kept {
  readonly at: number;
  readonly key: string;
}

/** The rows that keep their key beside the cell that says it, by their place. */
const keptIn = ({ host }: Life, tab: Tab): readonly Kept[] =>
  host.rows(tab).flatMap((row, at) => {
    const key = unpacked<{ readonly key: string }>(row[tabs[tab]])?.key;
    return key === undefined ? [] : [{ at, key }];
  });

const ways = ["anew", "shifted", "sorted alone", "exchanged", "cleared", "by their place"] as const;

/** Keys that a formula makes of the row where they stand: the next sorting or inserting gives a row another one. */
function writeFormulas(life: Life, tab: Tab, places: readonly number[]): void {
  const { workbook } = life.host;
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`There is no tab ${tab}.`);
  const column = (sheet.rows[0]?.cells.indexOf("Key") ?? -1) + 1;
  for (const at of places) {
    // A cell of plain text keeps a formula as text.
    const rect = { row: at + 2, column, rows: 1, columns: 1 };
    life.host.act(() => writeFormats(workbook, sheet, rect, "General"));
    life.host.type(tab, at, "Key", `="${tab.slice(0, 1)}-"&ROWS($A$1:A${at + 2})`);
  }
  life.renumbered.add(tab);
  count(life, "keys by a formula");
}

/** Sales whose keys are pulled down as a formula, from the day on which they are typed. */
function pullDown(life: Life): void {
  const { host, renumbered } = life;
  if (renumbered.has("Transactions")) return;
  const before = new Set(host.rows("Transactions").map((row) => row[MARK]));
  addSale(life);
  addSale(life);
  const places = host
    .rows("Transactions")
    .flatMap((row, at) => (before.has(row[MARK]) || row[MARK] === "" ? [] : [at]));
  for (const at of places)
    life.typed.get(String(host.rows("Transactions")[at]?.[MARK]))?.delete("Key");
  writeFormulas(life, "Transactions", places);
}

/** Gives rows that were judged or made other keys, as people do who number, sort or pull down a column. */
function renumber(life: Life): void {
  const { dice, host, wrong, renumbered } = life;
  const tab = dice.of(Object.keys(tabs) as Tab[]);
  if (wrong.size > 0 || renumbered.has(tab)) return;
  const rows = keptIn(life, tab).filter(({ at, key }) => host.rows(tab)[at]?.Key === key);
  if (rows.length < 2) return;
  // Nobody types where a column takes nothing.
  allow(life);
  if (dice.chance(0.15)) {
    const places = rows.map(({ at }) => at);
    writeFormulas(life, tab, places);
    return;
  }
  renumbered.add(tab);
  count(life, "keys numbered anew");
  const keys = rows.map(({ key }) => key);
  const put = (given: readonly string[]) => {
    for (const [i, { at }] of rows.entries()) host.type(tab, at, "Key", given[i] ?? "");
  };
  put(numbered(life, tab, keys));
}

function numbered({ dice }: Life, tab: Tab, keys: readonly string[]): readonly string[] {
  const last = keys[keys.length - 1] as string;
  switch (dice.of(ways)) {
    case "anew":
      return keys.map((_, i) => `${tab.slice(0, 1)}-${i + 1}`);
    case "shifted":
      return [last, ...keys.slice(0, -1)];
    case "sorted alone":
      return [...keys].sort().reverse();
    case "exchanged":
      return [last, ...keys.slice(1, -1), keys[0] as string];
    case "cleared":
      return keys.map((key) => (dice.chance(0.3) ? "" : key));
    default:
      return keys.map((_, i) => `K-${i + 2}`);
  }
}

/** Puts all keys back that rows were judged or made with, by the health check or by hand. */
export async function putKeysBack(life: Life): Promise<void> {
  const { dice, host, renumbered } = life;
  if (renumbered.size > 0) allow(life);
  for (const tab of [...renumbered] as Tab[]) {
    const id = tab.toLowerCase();
    if (dice.chance(0.6)) await ask(life, "repair", { check: "changed-keys", id, how: "put back" });
    for (const { at, key } of keptIn(life, tab)) {
      if (host.rows(tab)[at]?.Key !== key) host.type(tab, at, "Key", key);
    }
    settleFormulas(life, tab);
    renumbered.delete(tab);
  }
}

/** A key that is a formula still becomes a text: the one that the row was judged with, else one of the team's. */
function settleFormulas(life: Life, tab: Tab): void {
  const { host } = life;
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  const column = sheet?.rows[0]?.cells.indexOf("Key") ?? -1;
  const kept = new Map(keptIn(life, tab).map(({ at, key }) => [at, key]));
  sheet?.rows.forEach((row, i) => {
    const at = i - 1;
    if (row?.formulas?.has(column))
      host.type(tab, at, "Key", kept.get(at) ?? `typed_${++life.count}`);
  });
}

/** What people do to keys. */
export const keyActs: Acts = [
  [4, renumber],
  [1, pullDown],
  [1, putKeysBack],
];
