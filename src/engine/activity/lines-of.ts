import type { Message, Sentence } from "../kernel/message";
import { sortBy } from "../kernel/order";
import { listed, say } from "../kernel/say";
import type { RecordOf } from "../tables";

/** What its cell says in words only; a sentence with values stands in the data too. */
export const messageOf = (sentence: Sentence | null | undefined): Message | null =>
  typeof sentence === "object" ? sentence : null;

/** The latest of some lines, the lower of two at one moment; undefined where there are none. */
export const latestLine = <L extends Pick<RecordOf<"activity">, "when">>(
  lines: readonly L[],
): L | undefined => sortBy(lines, ({ when }) => `${when.day} ${when.time}`).pop();

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
