import { addDays, type Day } from "../../kernel/day";
import { type Key, keyForContent } from "../../kernel/keys";
import type { LineRow } from "./move-row";

/** A row that a line may be, and how far their times are apart. */
export interface Candidate<R> {
  readonly there: R;
  readonly apart: number;
}
type Line = Pick<LineRow, "answer" | "key">;
type Row = { readonly key: Key };
/** The rows that each line may be, the nearest first; a line that is similar to none is not here. */
export type Similar<L, R> = ReadonlyMap<L, readonly Candidate<R>[]>;

/** What was found for groups of lines that are alike. */
export function nearestFirst<L, R>(
  found: ReadonlyMap<readonly L[], Candidate<R>[]>,
): Similar<L, R> {
  const similar = new Map<L, readonly Candidate<R>[]>();
  for (const [group, rows] of found) {
    rows.sort((one, other) => one.apart - other.apart);
    for (const line of group) similar.set(line, rows);
  }
  return similar;
}

const isMade = (key: Key): boolean =>
  /^(trx|(drip_)?(open_)?(line|unsure))_[\da-z]{8}(-\d+)?$|-refund(-\d+)?$/.test(key);
/** What keys of lines that say the same have in common; "" for a key that a file gave. */
export const contentOf = (key: Key): string =>
  isMade(key) ? key.replace(/^(drip_)?open_|-\d+$/g, "") : "";
const numberOf = (key: Key): number => Number(/-(\d+)$/.exec(key)?.[1] ?? 1);
/**
 * Whether a line may be a row in spite of their keys. Two keys that a file gave tell that they are two. Of lines that say the
 * same the n-th has the n-th key (IMPORT-10), so a row with a lower number is another line's, which may go in another call.
 */
export const mayBeUnderOtherKey = ({ key, former }: LineRow, there: Key): boolean => {
  const content = contentOf(there);
  const isLater = (own: Key) => contentOf(own) === content && numberOf(own) > numberOf(there);
  return content === "" ? isMade(key) : ![key, former].some(isLater);
};

/** The day, and as many before and after it. */
export const daysAround = (day: Day, many: number): readonly Day[] =>
  Array.from({ length: 2 * many + 1 }, (_, n) => addDays(day, n - many));

/** What is asked of a line that may be a row, and what to do while nobody has answered. */
export const mayBe = (key: Key, said: string): string =>
  `it may be “${key}”, which is here (${said})`;
export const SAY = "say under Import whether it is the same or new";

const UNSURE = "unsure";
/** How many days such a row may be from a line that may be it. */
export const UNSURE_DAYS = 14;
/** Whether nobody knows which line a row came of, by its key. */
export const isUnsure = (key: Key): boolean => /^(drip_)?(open_)?unsure_/.test(key);

/**
 * A row for as many of the lines that a person called the same as can have one of their own, the nearest line first. What is
 * more is new, as in every file; but which of the lines that is, nobody said. So they get keys by which no later line is
 * such a row: all that may be are asked about (IMPORT-10b).
 */
export function pairUp<L extends Line, R extends Row>(
  similar: Similar<L, R>,
  isTaken: (key: Key) => boolean,
) {
  const rowOf = new Map<L, Key>();
  const lineOf = new Map<Key, L>();
  /** Rows that can't become free for any further line. */
  const full = new Set<Key>();
  const rowsOf = (line: L) => similar.get(line) ?? [];
  const nearest = (line: L) => rowsOf(line)[0]?.apart ?? 0;
  const lines = [...similar.keys()].filter(({ answer }) => answer === "same");
  for (const line of lines.sort((a, b) => nearest(a) - nearest(b))) {
    const from = new Map<Key, L>();
    let free = freeFor(line);
    if (free === undefined) for (const key of from.keys()) full.add(key);
    // The lines on the way each move on to the row by which they were reached.
    while (free !== undefined) {
      const mover = from.get(free) as L;
      const before = rowOf.get(mover);
      rowOf.set(mover, free);
      lineOf.set(free, mover);
      free = before;
    }
    function freeFor(first: L): Key | undefined {
      const reached = [first];
      for (const each of reached)
        for (const { there } of rowsOf(each)) {
          if (from.has(there.key) || full.has(there.key)) continue;
          from.set(there.key, each);
          const owner = lineOf.get(there.key);
          if (!owner) return there.key;
          reached.push(owner);
        }
      return undefined;
    }
  }
  const newKeys = new Map<L, Key>();
  const given = new Set<Key>();
  for (const line of lines) {
    if (rowOf.has(line)) continue;
    const key = keyForContent(UNSURE, line.key, (each) => given.has(each) || isTaken(each));
    given.add(key);
    newKeys.set(line, key);
  }
  return { rowOf, newKeys };
}
