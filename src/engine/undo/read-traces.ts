import type { Cell } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { TableName } from "../tables";
import { SEAL_LENGTH } from "./seal";

/** What a run changed in one row: it made it, or it changed cells of it. */
export interface Trace {
  readonly table: TableName;
  readonly key: Key;
  /** The seal of a row that it made; undefined where the row was there before. */
  readonly made: string | undefined;
  readonly cells: Readonly<Record<string, TracedCell>>;
}
export interface TracedCell {
  /** What the cell held before the run. */
  readonly from: Cell;
  /** The seal of what the run left. */
  readonly seal: string;
}
export interface Traces {
  readonly rows: readonly Trace[];
  /** The invoices that were final when the run ended. */
  readonly final: ReadonlySet<Key>;
}

type Group =
  | readonly ["final", readonly string[]]
  | readonly [TableName, 0 | Readonly<Record<string, Cell>>, readonly string[]];

/** What `recordUndo` kept, read again: a row changed by several parts of the run is as before the first of them. */
export function readTraces(text: string): Traces {
  const rows = new Map<string, Trace>();
  let final: ReadonlySet<Key> = new Set();
  for (const part of text.split("\n")) {
    for (const group of JSON.parse(part) as readonly Group[]) {
      if (group[0] === "final") {
        final = new Set(keysOf(group[1] as readonly string[], 0));
        continue;
      }
      for (const trace of tracesOf(group as Extract<Group, { readonly 2: unknown }>)) {
        const id = `${trace.table}\u0001${trace.key}`;
        const before = rows.get(id);
        rows.set(id, before ? join(before, trace) : trace);
      }
    }
  }
  return { rows: [...rows.values()], final };
}

function tracesOf([table, was, entries]: Extract<Group, { readonly 2: unknown }>): Trace[] {
  const columns = was === 0 ? [] : Object.keys(was);
  const width = was === 0 ? SEAL_LENGTH : columns.length * SEAL_LENGTH;
  return keysOf(entries, width).map((key, i) => {
    const seals = entries[i] as string;
    const sealAt = (n: number) => seals.slice(n * SEAL_LENGTH, (n + 1) * SEAL_LENGTH);
    const cells = columns.map((id, n) => [
      id,
      { from: (was as Readonly<Record<string, Cell>>)[id] as Cell, seal: sealAt(n) },
    ]);
    return {
      table,
      key,
      made: was === 0 ? sealAt(0) : undefined,
      cells: Object.fromEntries(cells) as Trace["cells"],
    };
  });
}

function keysOf(entries: readonly string[], width: number): readonly Key[] {
  let before = "";
  return entries.map((entry) => {
    const same = Number.parseInt(entry[width] as string, 36);
    before = before.slice(0, same) + entry.slice(width + 1);
    return before;
  });
}

function join(before: Trace, after: Trace): Trace {
  const cells: Record<string, TracedCell> = { ...before.cells };
  for (const [id, { from, seal }] of Object.entries(after.cells)) {
    cells[id] = { from: before.cells[id]?.from ?? from, seal };
  }
  return { ...after, made: after.made ?? before.made, cells };
}
