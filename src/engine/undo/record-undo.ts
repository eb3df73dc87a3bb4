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
  const before = recordedText(work, line);
  const text = before.startsWith("[") ? `${before}\n${part}` : before === TOO_MUCH ? before : part;
  if (text.length > MOST_CELLS * SLICE_LENGTH || text === TOO_MUCH) {
    keep(work, line, TOO_MUCH);
    work.update("activity", run, { what: `${line.what} It changed too much to be undone.` });
  } else keep(work, line, text);
  const recorded = runsByTime(work).filter(({ undo }) => undo?.startsWith("["));
  for (const old of recorded.slice(RUNS_KEPT)) keep(work, old, FORGOTTEN);
}

/** The lines of runs that changed anything, the latest first. */
export const runsByTime = (work: Work<"activity">): readonly RecordOf<"activity">[] =>
  work
    .all("activity")
    .filter(({ key, undo }) => undo !== null && key.startsWith("run "))
    .reverse()
    .sort((a, b) => (at(a) === at(b) ? 0 : at(a) < at(b) ? 1 : -1));
const at = ({ when }: RecordOf<"activity">): string => `${when.day} ${when.time}`;

/** All that is kept of a run, of its first cell and the further ones. */
export function recordedText(work: Work<"activity">, line: RecordOf<"activity">): string {
  let text = line.undo ?? "";
  for (let n = 2; ; n++) {
    const more = work.get("activity", furtherKey(line.key, n))?.undo;
    if (!more) return text;
    text += more;
  }
}

/** Keeps a text in place of what was kept. */
export function keep(work: Work<"activity">, line: RecordOf<"activity">, text: string): void {
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
  const groups = new Map<string, string[]>();
  const lastKey = new Map<string, Key>();
  const add = (head: readonly unknown[], seals: string, key: Key) => {
    const id = JSON.stringify(head);
    const before = lastKey.get(id) ?? "";
    let same = 0;
    while (same < 35 && same < key.length && key[same] === before[same]) same++;
    lastKey.set(id, key);
    const entry = `${seals}${same.toString(36)}${key.slice(same)}`;
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  };
  for (const effect of work.changes().effects) {
    if ((effect.kind !== "insert" && effect.kind !== "update") || effect.table === "activity")
      continue;
    const { table, key } = effect;
    const record = work.get(table, key);
    if (!record) continue;
    if (effect.kind === "insert" || ("run" in record && record.run === run)) {
      add([table, 0], sealOfRow(table, record), key);
      continue;
    }
    const cells = Object.entries(effect.cells).filter(([id]) => id !== "problems");
    if (cells.length === 0) continue;
    const was = Object.fromEntries(cells.map(([id, { from }]) => [id, from]));
    add([table, was], cells.map(([id]) => sealOf(record, id)).join(""), key);
  }
  if (groups.size === 0) return "";
  const final = work.all("invoices").filter(({ finalizedOn }) => finalizedOn !== null);
  for (const { key } of final) add(["final"], "", key);
  return JSON.stringify([...groups].map(([head, rows]) => [...JSON.parse(head), rows]));
}
