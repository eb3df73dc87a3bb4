import type { Problem } from "../../engine/kernel/problem";
import type { Raw } from "../codec/codec";
import { keyTextOf } from "./key-text";
import { isBlankRow } from "./match-rows";
import { keyColumn, type TableSheet } from "./table-sheet";

interface Restored {
  /** Rows of the sheet to be given back to the row of memory that stood there. */
  readonly overwritten: readonly (readonly [place: number, from: number])[];
  /** Our new rows that are not in the sheet and must be appended again. */
  readonly appended: readonly { readonly identity: string; readonly from: number }[];
  /** Places in memory whose rows a person deleted. */
  readonly lost: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/**
 * Which rows of memory are gone, and why. A row that a person put in while we appended pushed the last rows
 * under our new ones: as many as there are rows that memory does not know. `matched` is changed accordingly.
 */
export function restoreRows(
  table: TableSheet,
  memory: readonly (readonly Raw[])[],
  matched: number[],
): Restored {
  const { inserted, updated } = table.unverified;
  const identityAt = new Map([...table.index].map(([identity, place]) => [place, identity]));
  const present = new Set(matched);
  const isNew = (place: number) => inserted.has(identityAt.get(place) ?? "");
  const gone = memory.flatMap((row, place) =>
    present.has(place) || isBlankRow(row) || isNew(place) ? [] : [place],
  );
  const blanksBefore = memory.filter(isBlankRow).length;
  const strangers = matched.filter((from) => from < 0).length - blanksBefore;
  const ours = matched.flatMap((from, place) => (from >= 0 && isNew(from) ? [place] : []));
  const count = Math.max(0, Math.min(strangers, gone.length, ours.length));
  const back = gone.slice(gone.length - count);
  const overwritten = back.map((from, i) => [ours[i] as number, from] as const);
  for (const [place, from] of overwritten) matched[place] = from;
  const stillThere = new Set(matched);
  const appended = [...table.index].flatMap(([identity, from]) =>
    inserted.has(identity) && !stillThere.has(from) ? [{ identity, from }] : [],
  );
  const lost = new Set(gone.slice(0, gone.length - count));
  const problems = [...lost].flatMap((place): Problem[] => {
    const identity = identityAt.get(place) ?? "";
    if (!updated.has(identity)) return [];
    const key = keyTextOf(memory[place]?.[keyColumn(table)] ?? "");
    return [rowNotFound(table, key)];
  });
  return { overwritten, appended, lost, problems };
}

export const rowNotFound = ({ table }: TableSheet, row: string): Problem => ({
  code: "ROW_NOT_FOUND",
  at: { table: table.sheet, row },
  message: `The row ${row} of ${table.sheet} was deleted while it was being written. What was to be written there is left out.`,
});
