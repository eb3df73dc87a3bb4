import type { Message, Sentence } from "../kernel/message";
import { listed, say } from "../kernel/say";

/** What its cell says in words only; a sentence with values stands in the data too. */
export const messageOf = (sentence: Sentence | null | undefined): Message | null =>
  typeof sentence === "object" ? sentence : null;

/** Characters of a list's data, of which a line may have two. */
const LONGEST_LIST = 10_000;

/** Sentences as the lines of a cell; those that do not fit are counted. */
export function linesOf(sentences: readonly Sentence[]): Sentence {
  let length = 0;
  const fitting = sentences.filter((sentence) => {
    length += JSON.stringify(sentence).length + 1;
    return length <= LONGEST_LIST;
  });
  const left = sentences.length - fitting.length;
  return say`${listed(left === 0 ? fitting : [...fitting, `and ${left} more`], "\n")}`;
}
