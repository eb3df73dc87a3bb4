import { clip } from "../../kernel/cells";
import { brief, type Sentence } from "../../kernel/message";
import { say } from "../../kernel/say";
import { foundInWords, rulesInWords } from "../../rules/words";
import type { Tried } from "../../simulate/try-rows";

const MOST_REASONS = 5;

/** What a trigger makes of an event: what it does, or the few things that keep it from acting. */
export function triedLine({ trigger, said, closed, missing = [] }: Tried) {
  const reasons = missing.slice(0, MOST_REASONS).map(({ test, found }) => {
    return say`${brief(rulesInWords(test), 200)}: found ${foundInWords(found)}`;
  });
  const why: readonly Sentence[] =
    said === undefined ? [...(closed ? [closed] : []), ...reasons] : [brief(said, 500)];
  return { trigger: trigger.key, name: clip(trigger.name), acts: said !== undefined, why };
}
