/** Numbers that are the same for the same seed, so that every life can be lived again. */
export interface Dice {
  /** From 0 to n − 1. */
  readonly below: (n: number) => number;
  readonly chance: (p: number) => boolean;
  readonly of: <T>(list: readonly T[]) => T;
  /** Dice of their own: what one part of a life draws changes nothing for the others. */
  readonly fork: (name: string) => Dice;
}

/** Dice for a seed, by mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    chance: (p) => next() < p,
    of: (list) => {
      if (list.length === 0) throw new RangeError("There is nothing to draw from.");
      return list[below(list.length)] as never;
    },
    fork: (name) => {
      let mixed = seed | 0;
      for (const letter of name) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193);
      return dice(mixed);
    },
  };
}
