import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { readShape } from "../../tables/packed/packed";
import { piecesOf } from "../../tables/packed/pieces";
import { list, text } from "../../tables/packed/shape";
import { hasUndo, keepUndoText, recordedText, TOO_MUCH, UNDO_CELLS } from "../../undo/record-undo";
import type { ImportPlan } from "./plan-import";

export const madeTables = ["transactions", "customers", "partners", "rewards", "drips"] as const;
/** The keys of what an import made, by tab. */
export type MadeRows = Readonly<Record<(typeof madeTables)[number], readonly Key[]>>;

export const madeOf = ({ sales, refunds, customers, partners }: ImportPlan): MadeRows => ({
  rewards: [],
  drips: [],
  transactions: [...sales, ...refunds].map(({ key }) => key),
  customers: customers.map(({ key }) => key),
  partners: partners.map(({ key }) => key),
});

/** Keeps in the line what the part made, so that it can be taken back; keys alike in their beginning share it. */
export function recordMade(work: Work<"activity">, line: Key, made: Partial<MadeRows>): void {
  const lists = madeTables.map((table) => shorten(made[table] ?? []));
  const pieces = piecesOf(JSON.stringify(lists));
  const record = work.get("activity", line);
  if (record) keepUndoText(work, record, pieces.length > UNDO_CELLS ? [TOO_MUCH] : pieces);
}

/** What the line's part made; undefined where that is not kept, or not readable any more. */
export function readMade(line: Parameters<typeof hasUndo>[0]): MadeRows | undefined {
  const lists = hasUndo(line) ? readShape(list(list(text)), recordedText(line)) : undefined;
  if (!lists) return undefined;
  const made = madeTables.map((table, at) => [table, lengthen(lists[at] ?? [])]);
  return Object.fromEntries(made) as MadeRows;
}

const MOST_SHARED = 35;
function shorten(keys: readonly Key[]): readonly string[] {
  let before = "";
  return keys.map((key) => {
    let same = 0;
    while (same < MOST_SHARED && same < key.length && key[same] === before[same]) same++;
    before = key;
    return same.toString(36) + key.slice(same);
  });
}
function lengthen(shortened: readonly string[]): readonly Key[] {
  let before = "";
  return shortened.map((each) => {
    before = before.slice(0, Number.parseInt(each[0] ?? "0", 36)) + each.slice(1);
    return before;
  });
}
