import { SLICE_LENGTH } from "../journal";
import type { Key } from "../keys";
import type { RecordOf } from "../tables";
import type { Work } from "../work";
import { sealOf, sealOfRow } from "./seal";

export const TOO_MUCH = "too much to be undone";
const FORGOTTEN = "no longer kept";
/** So many runs can be undone, one after the other; and so many cells one of them may fill. */
const RUNS_KEPT = 5;
const MOST_CELLS = 20;

/** What a line of Activity keeps beyond its own cell; never taken for a run's line. */
export const furtherKey = (run: Key, n: number): Key => `undo ${n} of ${run}`;

/**
 * Keeps in the run's line of Activity what this part of it changed: for each row that it made or changed, the
 * cells as they were, and seals of what it left, by which an undo sees that a person has changed them since.
 * One line a part; what outgrows a cell (50,000 characters) goes on in lines of its own. A run that changed too
 * much for that says so.
 */
export function recordUndo(work: Work, run: Key): void {
  const line = work.get("activity", run);
  const part = line ? tracesOf(work, run) : "";
  if (!line || part === "") return;
  const text = isKept(line) ? `${recordedText(work, line)}\n${part}` : part;
  if (line.undo === TOO_MUCH || text.length > MOST_CELLS * SLICE_LENGTH) {
    keep(work, line, TOO_MUCH);
    work.update("activity", run, { what: `${line.what} It changed ${TOO_MUCH}.` });
  } else keep(work, line, text);
  for (const old of runsByTime(work).filter(isKept).slice(RUNS_KEPT)) keep(work, old, FORGOTTEN);
}

type Line = RecordOf<"activity">;
export const isKept = ({ undo }: Line): boolean => String(undo)[0] === "[";

/** The lines of runs that changed anything, the latest first: a run's key begins with when it was. */
export const runsByTime = (work: Work<"activity">): readonly Line[] =>
  work
    .all("activity")
    .filter(({ key, undo }) => undo !== null && key.startsWith("run "))
    .sort((a, b) => (a.key < b.key ? 1 : -1));

/** All that is kept of a run, of its first cell and the further ones. */
export function recordedText(work: Work<"activity">, { key, undo }: Line): string {
  let text = undo ?? "";
  let more = work.get("activity", furtherKey(key, 2));
  for (let n = 3; more; n++) {
    text += more.undo;
    more = work.get("activity", furtherKey(key, n));
  }
  return text;
}

/** Keeps a text in place of what was kept. */
export function keep(work: Work<"activity">, line: Line, text: string): void {
  const { key: run, when, who } = line;
  work.update("activity", run, { undo: text.slice(0, SLICE_LENGTH) });
  for (let n = 2; ; n++) {
    const key = furtherKey(run, n);
    const undo = text.slice((n - 1) * SLICE_LENGTH, n * SLICE_LENGTH);
    if (work.get("activity", key)) {
      if (undo === "") work.remove("activity", key);
      else work.update("activity", key, { undo });
    } else if (undo === "") return;
    else work.insert("activity", { key, when, who, what: "More of what a run changed.", undo });
  }
}

/**
 * One part as text: rows alike in what they were, together; of each its seals, how much of the key before it
 * begins alike, and the rest of its key. "" where nothing was changed.
 */
function tracesOf(work: Work, run: Key): string {
  const groups = new Map<string, { readonly rows: string[]; last: Key }>();
  const add = (head: readonly unknown[], seals: string, key: Key) => {
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
    if (effect.kind === "insert" || (record as { run?: unknown }).run === run) {
      add([table, 0], sealOfRow(table, record), key);
      continue;
    }
    const cells = Object.entries(effect.cells).filter(([id]) => id !== "problems");
    if (cells.length === 0) continue;
    const was = Object.fromEntries(cells.map(([id, { from }]) => [id, from]));
    add([table, was], cells.map(([id]) => sealOf(record, id)).join(""), key);
  }
  if (groups.size === 0) return "";
  for (const { key, finalizedOn } of work.all("invoices")) if (finalizedOn) add(["final"], "", key);
  return `[${[...groups].map(([head, { rows }]) => `[${head},${JSON.stringify(rows)}]`)}]`;
}
