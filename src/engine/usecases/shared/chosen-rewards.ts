import { longTextField } from "../../kernel/fields";
import { ANY_LENGTH, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";

/** One or many rewards of a person's act: their keys, one a line. */
export const rewardsInput = input("Rewards", longTextField, {
  longest: ANY_LENGTH,
  required: true,
  hint: "The rewards' keys, one a line.",
});

/** The chosen rewards. Throws REWARD_UNKNOWN where one is missing. */
export function chosenRewards(work: Work<"rewards">, keys: string): readonly Reward[] {
  return linesOf(keys).map((key) => {
    const reward = work.get("rewards", key);
    if (!reward) throw new DomainError("REWARD_UNKNOWN", `There is no usable reward “${key}”.`);
    return reward;
  });
}

/** The keys in a text with one a line, each once. */
export const linesOf = (text: string): readonly Key[] =>
  [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);

/** How Activity names one or many records. */
export const recordText = (keys: readonly Key[]): string =>
  keys.length <= 20
    ? keys.join("\n")
    : [...keys.slice(0, 20), `and ${keys.length - 20} more`].join("\n");
