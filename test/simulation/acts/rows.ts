import { type Life, someRow } from "../life";
import type { Acts } from "./act";

const tabs = ["Partners", "Customers", "Transactions", "Actions"] as const;

/**
 * Deletes a row of the team's by mistake; before the books are checked it is restored, with all its cells as they were
 * seen: a day is typed again as that day, also where the time zone was changed meanwhile.
 */
function deleteRow(life: Life): void {
  const { dice, wrong } = life;
  const tab = dice.of(tabs);
  const row = someRow(life, tab, () => true);
  if (!row || wrong.has(`${tab} ${row.Key}`) || life.renumbered.size > 0) return;
  life.host.deleteRow(tab, { Key: String(row.Key) });
  wrong.set(`${tab} ${row.Key}`, () => life.host.append(tab, [row]));
}

/** Puts something right that people had mistyped or deleted. */
function putRight({ dice, wrong }: Life): void {
  if (wrong.size === 0) return;
  const [name, mend] = dice.of([...wrong]);
  mend();
  wrong.delete(name);
}

/** What goes wrong with whole rows, and how it is fixed. */
export const rowActs: Acts = [
  [1, deleteRow],
  [1, putRight],
];
