import { longTextField } from "../fields";
import type { Key } from "../keys";
import { DomainError } from "../problem";
import { acceptEdit } from "../rewards/accept-edits";
import { logEdits } from "../rewards/log-edits";
import type { Reward } from "../tables";
import type { Work } from "../work";
import { type Env, input } from "./use-case";

/** One or many rewards of a person's act: their keys, one a line. */
export const rewardsInput = input("Rewards", longTextField, {
  required: true,
  hint: "The rewards' keys, one a line.",
});

/**
 * The chosen rewards, with what was typed over in the sheet taken over first, so that no act hides an edit.
 * Throws REWARD_UNKNOWN where one is missing.
 */
export function chosenRewards(
  work: Work<"rewards" | "invoices" | "activity">,
  keys: string,
  env: Env,
): readonly Reward[] {
  const rewards = linesOf(keys).map((key) => {
    const reward = work.get("rewards", key);
    if (!reward) throw new DomainError("REWARD_UNKNOWN", `There is no usable reward “${key}”.`);
    return reward;
  });
  return upToDate(work, rewards, env);
}

/** The keys in a text with one a line, each once. */
export const linesOf = (text: string): readonly Key[] =>
  [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);

/** Rewards with what was typed over in the sheet taken over first, and logged. */
export function upToDate(
  work: Work<"rewards" | "invoices" | "activity">,
  rewards: readonly Reward[],
  env: Env,
): readonly Reward[] {
  const edits = rewards.flatMap((reward) => acceptEdit(work, reward, env.today, null) ?? []);
  if (edits.length > 0) logEdits(work, env, null, edits);
  return rewards.map(({ key }) => work.get("rewards", key) as Reward);
}

/** How Activity names one or many records. */
export const recordText = (keys: readonly Key[]): string =>
  keys.length <= 20
    ? keys.join("\n")
    : [...keys.slice(0, 20), `and ${keys.length - 20} more`].join("\n");
