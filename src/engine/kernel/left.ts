import { addDays, type Day, daysBetween, day as toDay } from "./day";

/** What left the house for one payout, or for one partner's statement of a month, each on its day. */
export interface Departed {
  /** The last run, by which an older version is noticed. */
  readonly ran?: Day;
  readonly filed?: Day;
  readonly paid?: Day;
  readonly mailed?: Day;
}
/**
 * What left the house, by invoice (or month, for statements), and in it by a short hash of the payout's key (or the
 * partner's). For want of room a group may be folded to one entry, named `=count.sum.digest` (REFUSAL-8).
 */
export type Left = ReadonlyMap<string, Departures>;
export type Departures = ReadonlyMap<string, Departed>;

const EPOCH = toDay("2000-01-01") as Day;
const flags = { F: "filed", P: "paid", M: "mailed", R: "ran" } as const;
type Flag = keyof typeof flags;

/** Entries as text, each `hash` and a letter and day for what left. */
export const writeLeft = (entries: Departures): readonly string[] =>
  [...entries].map(([hash, departed]) =>
    (Object.keys(flags) as Flag[]).reduce((text, flag) => {
      const on = departed[flags[flag]];
      return on === undefined ? text : text + flag + daysBetween(EPOCH, on).toString(36);
    }, hash),
  );

/** Reads what `writeLeft` wrote; an entry that is none is left out. */
export function readLeft(texts: readonly string[]): Departures {
  const entries = new Map<string, Departed>();
  for (const text of texts) {
    const [, hash, rest = ""] = /^([=.0-9a-z-]+)((?:[FMPR][0-9a-z]+)+)$/.exec(text) ?? [];
    if (hash === undefined) continue;
    const departed: Record<string, Day> = {};
    for (const [, flag, days = ""] of rest.matchAll(/([FMPR])([0-9a-z]+)/g)) {
      departed[flags[flag as Flag]] = addDays(EPOCH, Number.parseInt(days, 36));
    }
    entries.set(hash, departed);
  }
  return entries;
}
