import { tables } from "../../../src/engine/tables";
import { unpacked } from "../../support/unpacked";
import { ask, count, type Life } from "../life";
import type { Acts } from "./act";

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

/** Gives rows that were judged or made other keys, as people do who number, sort or pull down a column. */
function renumber(life: Life): void {
  const { dice, host, wrong, renumbered } = life;
  const tab = dice.of(Object.keys(tabs) as Tab[]);
  if (wrong.size > 0 || renumbered.has(tab)) return;
  const rows = keptIn(life, tab).filter(({ at, key }) => host.rows(tab)[at]?.Key === key);
  if (rows.length < 2) return;
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
  for (const tab of [...renumbered] as Tab[]) {
    const id = tab.toLowerCase();
    if (dice.chance(0.6)) await ask(life, "repair", { check: "changed-keys", id, how: "put back" });
    for (const { at, key } of keptIn(life, tab)) {
      if (host.rows(tab)[at]?.Key !== key) host.type(tab, at, "Key", key);
    }
    renumbered.delete(tab);
  }
}

/** What people do to keys. */
export const keyActs: Acts = [
  [4, renumber],
  [1, putKeysBack],
];
