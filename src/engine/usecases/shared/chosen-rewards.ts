import { madeKeyField } from "../../kernel/fields";
import { listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { Reward } from "../../tables";

/** One or many rewards of a person's act, by their keys. */
export const rewardsInput = listInput("Rewards", madeKeyField, { required: true });

/** The chosen rewards. Throws REWARD_UNKNOWN where one is missing. */
export function chosenRewards(work: Work<"rewards">, keys: readonly Key[]): readonly Reward[] {
  return keys.map((key) => {
    const reward = work.get("rewards", key);
    if (!reward) throw new DomainError("REWARD_UNKNOWN", `There is no usable reward “${key}”.`);
    return reward;
  });
}

/** How Activity names one or many records. */
export const recordText = (keys: readonly Key[]): string =>
  keys.length <= 20
    ? keys.join("\n")
    : [...keys.slice(0, 20), `and ${keys.length - 20} more`].join("\n");
