import type { Cell } from "../kernel/fields";
import { isRunKey, type Key } from "../kernel/keys";
import type { Changeset } from "../program/changeset";
import { isName } from "../program/names";
import type { Work } from "../program/work";
import { type RecordOf, type Reward, tableOf } from "../tables";
import { joinPieces, piecesOf } from "../tables/packed/pieces";
import { isLivedUntil } from "../tables/setting-definitions";
import { printCell } from "../tables/table";
import { keptBefore } from "./kept-before";
import { type Sealed, sealOf, sealOfRow } from "./seal";

export const TOO_MUCH = "too much to be undone";
const FORGOTTEN = "no longer kept";
/** How many runs can be undone, one after the other (UNDO-1). */
const RUNS_KEPT = 5;
const columns = ["undo", "undo2", "undo3", "undo4", "undo5", "undo6", "undo7", "undo8"] as const;
/** How many cells of a line keep what an undo needs. */
export const UNDO_CELLS = columns.length;

/**
 * Keeps in the run's line of Activity what this part of it changed: for each row that it made or changed, the
 * cells as they were, and seals of what it left, by which an undo sees that a person has changed them since. A
 * run that changed more than these cells hold says that it can't be undone.
 */
export function recordUndo(work: Work, run: Key): void {
  const line = work.get("activity", run);
  const part = line ? tracesOf(work, run) : "";
  if (!line || part === "") return;
  const text = hasUndo(line) ? `${recordedText(line)}\n${part}` : part;
  const pieces = piecesOf(text);
  if (line.undo === TOO_MUCH || pieces.length > columns.length) {
    keepUndoText(work, line, [TOO_MUCH]);
    work.update("activity", run, { what: `${line.what} It changed ${TOO_MUCH}.` });
  } else keepUndoText(work, line, pieces);
  for (const old of runsByTime(work).filter(hasUndo).slice(RUNS_KEPT))
    keepUndoText(work, old, [FORGOTTEN]);
}

type Line = RecordOf<"activity">;
export const hasUndo = ({ undo }: Line): boolean => String(undo)[0] === "|";

/** The lines of runs that changed anything, the latest first: a run's key begins with when it was. */
export const runsByTime = (work: Work<"activity">): readonly Line[] =>
  work
    .all("activity")
    .filter(({ key, undo }) => undo !== null && isRunKey(key))
    .sort((a, b) => (a.key < b.key ? 1 : -1));

/** The runs that can still be undone, one after the other, and those between them. */
export function runsToUndo(work: Work<"activity">): readonly Line[] {
  const runs = runsByTime(work);
  const kept = runs.map(hasUndo);
  return runs.slice(0, kept.lastIndexOf(true) + 1);
}

/** All that is kept of a run; "" where its cells were changed. */
export const recordedText = (line: Line): string => joinPieces(columns.map((id) => line[id])) ?? "";

/** Puts texts into the cells in place of what was kept there. */
export function keepUndoText(
  work: Work<"activity">,
  { key }: Line,
  texts: readonly string[],
): void {
  const cells = columns.map((id, n) => [id, (texts[n] ?? "||") === "||" ? null : texts[n]]);
  work.update("activity", key, Object.fromEntries(cells));
}

/**
 * One part as text: rows alike in what they were, together; of each its seals, how much of the key before it
 * begins alike, and the rest of its key. "" where nothing was changed.
 */
function tracesOf(work: Work, run: Key): string {
  const groups = new Map<string, { readonly rows: string[]; last: string }>();
  const add = (head: readonly unknown[], seals: string, key: string) => {
    const id = JSON.stringify(head).slice(1, -1);
    const group = groups.get(id) || { rows: [], last: "" };
    let same = 0;
    while (same < 35 && same < key.length && key[same] === group.last[same]) same++;
    group.last = key;
    group.rows.push(seals + same.toString(36) + key.slice(same));
    groups.set(id, group);
  };
  for (const effect of work.changes().effects) {
    if (!("cells" in effect) || effect.table === "activity") continue;
    const { table, key } = effect;
    const record = work.get(table, key);
    if (!record) continue;
    const cellOf = (id: string) => printCell(tableOf(table), id, record, work.program.context);
    const row = { table, record, cellOf };
    if (effect.kind === "insert" || (record as { run?: unknown }).run === run) {
      add([table, 0], sealOfRow(row), key);
      continue;
    }
    const from = Object.fromEntries(
      Object.entries(effect.cells).map(([id, cell]) => [id, cell.from]),
    );
    const was = Object.entries({ ...from, ...keptOtherwise(row, from, work) }).filter(
      ([id, cell]) => id !== "problems" && !isName(table, id) && cell !== undefined,
    );
    if (was.length === 0) continue;
    add([table, Object.fromEntries(was)], was.map(([id]) => sealOf(row, id)).join(""), key);
  }
  // A run that only kept the last day lived changed nothing that a person would undo.
  if (groups.size === 0 || isOnlyDay(work.changes())) return "";
  for (const { key, finalizedOn } of work.all("invoices")) if (finalizedOn) add(["final"], "", key);
  return `[${[...groups].map(([head, { rows }]) => `[${head},${JSON.stringify(rows)}]`)}]`;
}

/**
 * What a reward keeps of its other cells follows from them, and is not kept here, so that thousands of lines that an invoice took
 * fit; where it was another, it is.
 */
function keptOtherwise(
  { table, record, cellOf }: Sealed,
  from: Readonly<Record<string, Cell>>,
  { program }: Work,
): Readonly<Record<string, Cell | undefined>> {
  if (table !== "rewards") return {};
  const kept = keptBefore(record as Reward, from, program.context);
  return Object.fromEntries(
    Object.entries(kept).map(([id, cell]) => {
      const was = from[id] ?? cellOf(id);
      return [id, was === cell ? undefined : was];
    }),
  );
}

/** Whether nothing was changed but how far days are lived. */
export const isOnlyDay = ({ effects }: Changeset): boolean =>
  effects.every(
    (effect) =>
      !("table" in effect) ||
      effect.table === "activity" ||
      (effect.table === "settings" && isLivedUntil(effect.key)),
  );
