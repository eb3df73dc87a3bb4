import { sumOfPercent } from "../../kernel/arithmetic";
import { clip } from "../../kernel/cells";
import { madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { format, percentOf } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { calculatedOf, decisionsOf } from "../../rewards/decisions";
import { whyInWords } from "../../rules/explain-words";
import { factsOf } from "../../rules/facts";
import { keptAfter, refundsOf } from "../../sales/kept";
import type { Reward } from "../../tables";
import { amountByTerms } from "../../tables/packed/terms";
import { useCase } from "../shared/use-case";

/** Why a reward or a drip exists, in plain words, from what its row keeps (REWARD-12). */
export const explainReward = useCase({
  name: "explain-reward",
  edits: "read only",
  inputs: { reward: input("Reward or drip", madeKeyField, { required: true }) },
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
  decide: (work, { reward: key }) => {
    const reward = work.get("rewards", key);
    const drip = work.get("drips", reward ? reward.drip : key);
    if (!reward && !drip) throw new DomainError("REWARD_UNKNOWN");
    const catalogue = factsOf(work.program);
    const say = (why: string | null) =>
      whyInWords(why, catalogue, (trigger) => work.get("triggers", trigger)?.name ?? trigger);
    const lines = [
      ...(reward ? [...say(reward.why), ...sinceThen(work, reward)] : []),
      ...(drip ? [`The drip ${drip.key}:`, ...say(drip.why)] : []),
    ];
    return { key, lines: lines.map((line) => clip(line, 1_000)) };
  },
});

/** What a person or a refund made of it since. */
function sinceThen(work: Work<"transactions">, reward: Reward): readonly string[] {
  const { currency, status, reason, refunds } = reward;
  const money = (amount: number) => format({ amount, currency });
  const { typed } = decisionsOf(reward);
  return [
    ...(refunds === null ? [] : [`Refunds counted: ${refunds.join(", ")}.`]),
    ...(refunds === null ? [] : workedOutAgain(work, reward)),
    ...(typed === null
      ? []
      : [`Changed manually to ${money(typed.amount)}; calculated ${money(calculatedOf(reward))}.`]),
    ...(reason === null ? [] : [`It is ${status}: ${reason}.`]),
  ];
}

/** The arithmetic on what the customer kept, by the frozen terms; none for a flat amount, or where that is how it was made. */
function workedOutAgain(work: Work<"transactions">, reward: Reward): readonly string[] {
  const { transaction, currency, why, terms } = reward;
  if (terms?.kind !== "percent" || transaction === null) return [];
  const { base, percent, rounding, part, room } = terms;
  const kept = keptAfter(base, refundsOf(work, transaction));
  const sum = sumOfPercent(kept, percent, percentOf(kept, percent, rounding), currency);
  if (why?.includes(sum)) return [];
  const own = part === null ? "" : `, part ${part.k} of ${part.n}`;
  const most = room === null ? "" : `, at most ${format({ amount: room, currency })}`;
  const amount = amountByTerms(terms, kept);
  const comesTo = part === null && room === null ? "" : `: ${format({ amount, currency })}`;
  return [`On what the customer kept: ${sum}${own}${most}${comesTo}.`];
}
