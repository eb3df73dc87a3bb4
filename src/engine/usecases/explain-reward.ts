import { clip } from "../cells";
import { keyField } from "../fields";
import { format } from "../money";
import { DomainError } from "../problem";
import type { Reward } from "../tables";
import { whyInWords } from "../triggers/explain-words";
import { factsOf } from "../triggers/facts";
import { input, useCase } from "./use-case";

export interface ExplainRewardOutput {
  readonly key: string;
  /** Why it exists, as plain sentences; for a part of a drip the drip's own reasons follow. */
  readonly lines: readonly string[];
}

/** Why a reward or a drip exists, in plain words, from what its row keeps (product.md §5). */
export const explainReward = useCase({
  name: "explain-reward",
  writes: false,
  inputs: { reward: input("Reward or drip", keyField, { required: true }) },
  reads: [
    "settings",
    "rewards",
    "drips",
    "triggers",
    "partners",
    "customers",
    "transactions",
    "actions",
  ],
  decide: (work, { reward: key }): ExplainRewardOutput => {
    const reward = work.get("rewards", key);
    const drip = work.get("drips", reward ? reward.drip : key);
    if (!reward && !drip) throw new DomainError("REWARD_UNKNOWN");
    const catalogue = factsOf(work.program);
    const say = (why: string | null) =>
      whyInWords(why, catalogue, (trigger) => work.get("triggers", trigger)?.name ?? trigger);
    const lines = [
      ...(reward ? [...say(reward.why), ...sinceThen(reward)] : []),
      ...(drip ? [`The drip ${drip.key}:`, ...say(drip.why)] : []),
    ];
    return { key, lines: lines.map((line) => clip(line, 1_000)) };
  },
});

/** What a person or a refund made of it since. */
function sinceThen({ calculated, amount, currency, status, reason, refunds }: Reward) {
  const changed = `Changed by hand to ${format({ amount, currency })}`;
  return [
    ...(refunds === null ? [] : [`Refunds counted: ${refunds.split("\n").join(", ")}.`]),
    ...(calculated === null
      ? []
      : [`${changed}; calculated ${format({ amount: calculated, currency })}.`]),
    ...(reason === null ? [] : [`It is ${status}: ${reason}.`]),
  ];
}
