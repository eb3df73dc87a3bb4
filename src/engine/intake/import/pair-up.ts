import type { Key } from "../../kernel/keys";
import type { LineRow } from "./move-row";

/** A row that a line may be, and how far their times are apart. */
interface Candidate<R> {
  readonly there: R;
  readonly apart: number;
}
type Line = Pick<LineRow, "answer">;
type Row = { readonly key: Key };
/** The rows that each line may be, the nearest first; a line that is similar to none is not here. */
export type Similar<L, R> = ReadonlyMap<L, readonly Candidate<R>[]>;

export function nearestFirst<L, R>(similar: ReadonlyMap<L, Candidate<R>[]>): Similar<L, R> {
  for (const rows of similar.values()) rows.sort((one, other) => one.apart - other.apart);
  return similar;
}

const isMade = (key: Key): boolean =>
  /^(trx|(drip_)?(open_)?line)_[\da-z]{8}(-\d+)?$|-refund(-\d+)?$/.test(key);
/** What keys of lines that say the same have in common. */
const contentOf = (key: Key): string => key.replace(/^(drip_)?open_|-\d+$/g, "");
/**
 * Whether a line may be a row in spite of their keys. Two keys that a file gave tell that they are two, and so do two that were
 * made of one content: the n-th line has the n-th (IMPORT-10).
 */
export const mayBeUnderOtherKey = ({ key, former }: LineRow, there: Key): boolean =>
  (isMade(key) || isMade(there)) && ![key, former].map(contentOf).includes(contentOf(there));

/** What is asked of a line that may be a row, and what to do while nobody has answered. */
export const mayBe = (key: Key, said: string): string =>
  `it may be “${key}”, which is here (${said})`;
export const SAY = "say under Import whether it is the same or new";

/**
 * A row for as many of the lines that a person called the same as can have one of their own, the nearest first: what is more
 * is new, as in every file (IMPORT-10b).
 */
export function pairUp<L extends Line, R extends Row>(similar: Similar<L, R>): Map<L, Key> {
  const rowOf = new Map<L, Key>();
  const lineOf = new Map<Key, L>();
  /** Rows that can't become free for any further line. */
  const full = new Set<Key>();
  const rowsOf = (line: L) => similar.get(line) ?? [];
  const nearest = (line: L) => rowsOf(line)[0]?.apart ?? 0;
  const lines = [...similar.keys()].filter(({ answer }) => answer === "same");
  for (const line of lines.sort((one, other) => nearest(one) - nearest(other))) {
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
  return rowOf;
}
