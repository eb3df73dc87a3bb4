import { eventIn, firstRewardKey, type Key, rewardKeyIn } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import { tableOf } from "../tables";
import { rowNotFound } from "./aside";
import type { Changeset } from "./changeset";

/** What a reward or drip says of the event that it was made for. */
export interface MadeRow {
  readonly table: "rewards" | "drips";
  readonly key: Key;
  readonly trigger: string;
  /** The drip that it is, or is a part of; "" for any other reward. */
  readonly drip: string;
  /** It is, or was, on a final invoice. */
  readonly isFinal: boolean;
}

/**
 * The rows whose marks could not be written, because they were deleted or have another key by now. What was made for them
 * is taken back, since each row is judged under the key that it has (REFUSAL-1h); but nothing of an event and a trigger of
 * which something is on a final invoice.
 */
export function takeBack(
  { effects }: Changeset,
  problems: readonly Problem[],
  rowsMade: () => readonly MadeRow[],
): { readonly removed: Changeset; readonly problems: readonly Problem[] } {
  const told = new Map(
    problems.map((each) => [`${each.code} ${each.at.table} ${each.at.row}`, each]),
  );
  const gone = new Map<Key, Problem>();
  for (const effect of effects) {
    if (effect.kind !== "update" || effect.cells.judged?.from !== "") continue;
    const problem = told.get(`ROW_NOT_FOUND ${tableOf(effect.table).sheet} ${effect.key}`);
    if (problem) gone.set(effect.key, problem);
  }
  if (gone.size === 0) return { removed: { effects: [] }, problems };
  const causeOf = ({ key, drip }: MadeRow) =>
    drip === "" ? firstRewardKey(key) : rewardKeyIn(drip);
  const eventOf = (row: MadeRow) => eventIn(causeOf(row), row.trigger);
  const rows = rowsMade();
  const kept = new Set(rows.flatMap((row) => (row.isFinal ? causeOf(row) : [])));
  const taken = rows.filter((row) => {
    const event = eventOf(row);
    return event !== undefined && gone.has(event) && !kept.has(causeOf(row));
  });
  const said = new Set(gone.values());
  const undone = new Set(taken.map((row) => gone.get(eventOf(row) ?? "")));
  return {
    removed: { effects: taken.map(({ table, key }) => ({ kind: "remove", table, key })) },
    problems: problems.map((each) =>
      said.has(each) ? rowNotFound(each.at.table, each.at.row ?? "", undone.has(each)) : each,
    ),
  };
}
