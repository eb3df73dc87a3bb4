import { clip } from "../../kernel/cells";
import type { Key } from "../../kernel/keys";
import { brief, type Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import { foundInWords, rulesInWords } from "../../rules/words";
import type { Tried } from "../../simulate/try-rows";

/** What a trigger makes of an event: what it does, or the few things that keep it from acting. */
export interface TriedLine {
  readonly trigger: Key;
  readonly name: string;
  readonly acts: boolean;
  readonly why: readonly Sentence[];
}

const MOST_REASONS = 5;

export function triedLine({ trigger, said, closed, missing = [] }: Tried): TriedLine {
  const reasons = missing.slice(0, MOST_REASONS).map(({ test, found }) => {
    return say`${brief(rulesInWords(test), 200)}: found ${foundInWords(found)}`;
  });
  const why = said === undefined ? [...(closed ? [closed] : []), ...reasons] : [brief(said, 500)];
  return { trigger: trigger.key, name: clip(trigger.name), acts: said !== undefined, why };
}
