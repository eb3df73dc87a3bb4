import { clip } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import { rulesInWords } from "../../rules/words";
import type { Tried } from "../../simulate/trial";

/** What a trigger makes of an event: what it does, or the few things that keep it from acting. */
export interface TriedLine {
  readonly trigger: Key;
  readonly name: string;
  readonly acts: boolean;
  readonly why: readonly string[];
}

const MOST_REASONS = 5;

export function triedLine({ trigger, said, closed, missing = [] }: Tried): TriedLine {
  const reasons = missing.slice(0, MOST_REASONS).map(({ test, found }) => {
    const value = found === null ? "no value" : clip(String(found));
    return `${clip(rulesInWords(test), 200)}: found ${value}`;
  });
  const why = said === undefined ? [...(closed ? [closed] : []), ...reasons] : [clip(said, 500)];
  return { trigger: trigger.key, name: clip(trigger.name), acts: said !== undefined, why };
}
