import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { settingRow, writeSetting } from "../../program/write-setting";
import { readShape } from "../../tables/packed/packed";
import {
  integer,
  key,
  list,
  optional,
  record,
  type Shaped,
  text,
  tuple,
} from "../../tables/packed/shape";

/** A line that was taken, with how many lines stood before it (or, of the last ones, after it). */
const anchor = tuple(key, integer);
type Anchor = Shaped<typeof anchor>;
const standing = record({
  tab: text,
  /** How it is read, as `keptText` keeps it. */
  map: text,
  /** The partner of new customers that have none; "" for nobody. */
  owner: text,
  /** The fingerprint of its headers: where they change, a person maps them again. */
  head: text,
  /** How many of its lines were rows of Transactions. */
  taken: integer,
  first: list(anchor),
  last: list(anchor),
  /** Lines that are held until a person decides, by key; null for all that are not here, where they are too many. */
  held: optional(list(key)),
  /** Lines that a person left out, by key. */
  left: list(key),
});
/** A tab that each run reads, how it is read, and what of it was taken (IMPORT-14). */
export type Standing = Shaped<typeof standing>;
/** What is remembered of a tab's lines. */
export type Memory = Pick<Standing, "taken" | "first" | "last" | "held" | "left">;
export const nothingTaken: Memory = { taken: 0, first: [], last: [], held: [], left: [] };

/** The most tabs that are read at each run. */
export const MOST_TABS = 10;
const ANCHORS = 3;
/** The most lines that are remembered by key, so that a cell of Settings holds them. */
export const MOST_KEYS = 500;

/** The tabs that each run reads; undefined where their cell in Settings can't be read any more. */
export function standingsIn(work: Work<"settings">): readonly Standing[] | undefined {
  const kept = settingRow(work, "tabsRead")?.value;
  return kept ? readShape(list(standing), kept) : [];
}

/** Keeps the tabs that each run reads; whether that changes anything. */
export function keepStandings(work: Work<"settings">, all: readonly Standing[]): boolean {
  const text = all.length === 0 ? null : JSON.stringify(all);
  if ((settingRow(work, "tabsRead")?.value ?? null) === text) return false;
  writeSetting(work, "tabsRead", text);
  return true;
}

/** Of lines that say the same, nobody can tell which one is gone, so none of them marks a place. */
const singleIn =
  (keys: { has(key: Key): boolean }) =>
  (key: Key): boolean =>
    !keys.has(`${key}-2`) && !(/-\d+$/.test(key) && keys.has(key.replace(/-\d+$/, "")));

/**
 * Tells a tab's `fresh` lines from those that are `held`, by their keys in their order. While all that was taken is still
 * there, what is not here is new. Where something is gone (a line was changed, or its row removed), only lines after the last
 * one taken, or before the first, are new; any other is held, since it may be a sale that was taken before it was changed
 * (IMPORT-14).
 */
export function sortLines(
  keys: readonly Key[],
  isHere: (key: Key) => boolean,
  { taken, first, last, held, left }: Memory,
) {
  const isMissing = taken > keys.filter(isHere).length;
  const places = new Map(keys.map((key, at) => [key, at]));
  const isSingle = singleIn(places);
  const found = (anchors: readonly Anchor[]) =>
    anchors.flatMap(([key, lines]) => {
      const at = isSingle(key) ? places.get(key) : undefined;
      return at === undefined ? [] : [{ at, lines }];
    });
  const heads = found(first);
  const tails = found(last);
  // A tab that was sorted again has no beginning and no end that could be told.
  const isSorted = (list: typeof heads) =>
    list.every(({ at }, n) => n === 0 || at > (list[n - 1]?.at ?? 0));
  const isInOrder = isSorted(heads) && isSorted(tails.slice().reverse());
  const [head] = isInOrder ? heads : [];
  const [tail] = isInOrder ? tails : [];
  const begins = head ? head.at - head.lines : 0;
  const ends = tail ? tail.at + 1 + tail.lines : keys.length;
  const [wasHeld, isLeft] = [new Set(held), new Set(left)];
  const isHeld = (key: Key, at: number) =>
    isMissing && (held === null || wasHeld.has(key) || (at >= begins && at < ends));
  const sorted = { fresh: new Set<Key>(), held: [] as Key[] };
  keys.forEach((key, at) => {
    if (isHere(key) || isLeft.has(key)) return;
    if (isHeld(key, at)) sorted.held.push(key);
    else sorted.fresh.add(key);
  });
  return sorted;
}

/** What is remembered of a tab's lines once the new ones are taken. While some are held, what was gone stays gone. */
export function rememberLines(
  keys: readonly Key[],
  wasHere: (key: Key) => boolean,
  isHere: (key: Key) => boolean,
  { taken, left }: Memory,
  held: readonly Key[],
): Memory {
  const here = keys.flatMap((key, at) => (isHere(key) ? [[key, at] as const] : []));
  const before = keys.filter(wasHere).length;
  const present = new Set(keys);
  const isSingle = singleIn(present);
  const single = here.filter(([key]) => isSingle(key));
  const most = keys.length - 1;
  return {
    taken: held.length > 0 ? taken + here.length - before : here.length,
    first: single.slice(0, ANCHORS),
    last: single
      .slice(-ANCHORS)
      .reverse()
      .map(([key, at]) => [key, most - at]),
    held: held.length > MOST_KEYS ? null : held,
    left: left.filter((key) => present.has(key) && !isHere(key)),
  };
}
