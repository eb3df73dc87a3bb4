import type { Problem } from "../../engine/kernel/problem";
import { rowNotFound } from "../../engine/program/aside";
import type { Raw } from "../codec/codec";
import { keyTextOf } from "./key-text";
import { isBlankRow } from "./match-rows";
import { identitiesOf, keyColumn, type TableSheet } from "./table-sheet";

interface Restored {
  /** Rows of the sheet that must get back the values of the row that was there. */
  readonly overwritten: readonly (readonly [place: number, from: number])[];
  /** Our new rows that are not in the sheet and must be appended again. */
  readonly appended: readonly { readonly identity: string; readonly from: number }[];
  /** Indices in memory of rows that a person deleted. */
  readonly lost: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/**
 * Which rows of memory are missing from the sheet, and why. A row that a person inserted while we appended pushed the
 * last rows under our new ones: as many as there are unknown rows. Changes `matched` accordingly.
 */
export function restoreRows(
  table: TableSheet,
  memory: readonly (readonly Raw[])[],
  matched: number[],
): Restored {
  const { inserted, updated } = table.unverified;
  const identityAt = identitiesOf(table);
  const present = new Set(matched);
  const isNew = (place: number) => inserted.has(identityAt.get(place) ?? "");
  const missing = memory.flatMap((row, place) =>
    present.has(place) || isBlankRow(row) || isNew(place) ? [] : [place],
  );
  const blanksBefore = memory.filter(isBlankRow).length;
  const unknownRows = matched.filter((from) => from < 0).length - blanksBefore;
  const ours = matched.flatMap((from, place) => (from >= 0 && isNew(from) ? [place] : []));
  const count = Math.max(0, Math.min(unknownRows, missing.length, ours.length));
  const restored = missing.slice(missing.length - count);
  const overwritten = restored.map((from, i) => [ours[i] as number, from] as const);
  for (const [place, from] of overwritten) matched[place] = from;
  const stillThere = new Set(matched);
  const appended = [...table.index].flatMap(([identity, from]) =>
    inserted.has(identity) && !stillThere.has(from) ? [{ identity, from }] : [],
  );
  const lost = new Set(missing.slice(0, missing.length - count));
  const problems = [...lost].flatMap((place): Problem[] => {
    const identity = identityAt.get(place) ?? "";
    if (!updated.has(identity)) return [];
    const key = keyTextOf(memory[place]?.[keyColumn(table)] ?? "");
    return [rowNotFound(table.table.sheet, key)];
  });
  return { overwritten, appended, lost, problems };
}
