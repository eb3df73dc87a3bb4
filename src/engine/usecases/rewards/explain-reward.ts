import { sumOfPercent } from "../../kernel/arithmetic";
import { clip } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import { madeKeyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { brief, type Sentence } from "../../kernel/message";
import { percentOf } from "../../kernel/money";
import { DomainError } from "../../kernel/problem";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import { calculatedOf } from "../../rewards/decisions";
import { mainReward } from "../../rewards/net";
import { flatLine, sumInWords, type WhyLine, whyInWords } from "../../rules/explain-words";
import { factsOf } from "../../rules/facts";
import { netOfRefunds, refundsIn } from "../../sales/net-of-refunds";
import type { Reward } from "../../tables";
import { amountByTerms, percentedOf } from "../../tables/packed/terms";
import type { Why } from "../../tables/packed/why";
import { trialReads } from "../shared/asked-event";
import { rewardViews } from "../shared/reward-view";
import { useCase } from "../shared/use-case";
import { typedInstead, whyForPartner } from "./for-partner";
import { otherOffer } from "./other-offer";

/**
 * Why a reward or a drip exists, in plain words, from what its row keeps (REWARD-12); for a reward of a trigger also the
 * best offer that did not apply (REWARD-12a), and the same for the partner, without internals (REWARD-12b).
 */
export const explainReward = useCase({
  name: "explain-reward",
  edits: "read only",
  inputs: { reward: input("Reward or drip", madeKeyField, { required: true }) },
  reads: trialReads,
  decide: (work, { reward: key }, env) => {
    const reward = work.get("rewards", key);
    const drip = work.get("drips", reward ? reward.drip : key);
    if (!reward && !drip) throw new DomainError("REWARD_UNKNOWN");
    const catalogue = factsOf(work.program);
    const nameOf = (trigger: Key) => work.get("triggers", trigger)?.name ?? trigger;
    const tell = ({ why, currency }: Pick<Reward, "why" | "currency">) =>
      whyInWords(why, { catalogue, currency, nameOf });
    const lines: readonly WhyLine[] = [
      ...(reward ? [...tell(reward), ...sinceThen(work, reward).map(flatLine)] : []),
      ...(reward && drip ? [flatLine("Its drip:")] : []),
      ...(drip ? tell(drip) : []),
    ];
    const shown = ({ depth, says }: WhyLine) => ({ depth, says: brief(says, 1_000) });
    return {
      key,
      lines: lines.map(shown),
      reward: reward ? answerFor(work, env, reward) : null,
    };
  },
});

/** What is asked first of a reward: its amount, the offer that it did not get, and what to tell the partner. */
function answerFor(work: Work<(typeof trialReads)[number]>, env: Env, reward: Reward) {
  const main = mainReward(work, reward);
  const cause = (work.get("drips", main.drip) ?? main).why;
  const other = cause?.by === "trigger" ? otherOffer(work, env, main, cause) : null;
  const { why, currency } = reward;
  const sum = why !== null && "sum" in why ? why.sum : null;
  const again = reward.refunds === null ? [] : workedOutAgain(work, reward);
  const view = rewardViews(work)(reward);
  const { estimatedPaymentOn } = view;
  return {
    ...view,
    /** The arithmetic; null where none is kept, as for a manual reward. */
    sum: sum && brief(say`${sumInWords(sum, currency)}.`, 500),
    /** What refunds, and a person, made of it since. */
    again: [...again, ...changedByHand(reward)].map((says) => brief(says, 500)),
    other: other && { trigger: other.trigger, name: clip(other.name), says: other.says },
    /** A sentence each. */
    forPartner: whyForPartner(work, reward, estimatedPaymentOn, again, other?.formerGroup ?? null),
  };
}

/** What a person or a refund made of it since. */
function sinceThen(work: Work<"transactions">, reward: Reward): readonly Sentence[] {
  const { status, reason, refunds } = reward;
  return [
    ...(refunds === null ? [] : [`Refunds counted: ${refunds.join(", ")}.`]),
    ...(refunds === null ? [] : workedOutAgain(work, reward)),
    ...changedByHand(reward),
    ...(reason === null ? [] : [`It is ${status}: ${reason}.`]),
  ];
}

/** That a person gave it another amount than the terms give. */
function changedByHand(reward: Reward): readonly Sentence[] {
  const { currency } = reward;
  const amount = typedInstead(reward);
  const calculated = { amount: calculatedOf(reward), currency };
  return amount === null
    ? []
    : [say`Changed manually to ${{ amount, currency }}; calculated ${calculated}.`];
}

/** The arithmetic on what the customer kept, by the frozen terms; none for a flat amount, or where that is how it was made. */
function workedOutAgain(work: Work<"transactions">, reward: Reward): readonly Sentence[] {
  const { transaction, currency, why, terms } = reward;
  if (terms?.kind !== "percent" || transaction === null) return [];
  const { base, percent, rounding, part, room } = terms;
  const kept = netOfRefunds(base, refundsIn(work, transaction, currency));
  const of = percentedOf(terms, kept);
  if (isOfSame(why, of)) return [];
  const sum = sumOfPercent(of, percent, percentOf(of, percent, rounding), currency, columnIn(why));
  const own = part === null ? "" : `, part ${part.k} of ${part.n}`;
  const most = room === null ? "" : say`, at most ${{ amount: room, currency }}`;
  const amount = amountByTerms(terms, kept);
  const comesTo = part === null && room === null ? "" : say`: ${{ amount, currency }}`;
  return [say`On what the customer kept: ${sum}${own}${most}${comesTo}.`];
}

/** The column that the percent is of, where it is another than the amount. */
const columnIn = (why: Why | null): string | null =>
  why !== null && "sum" in why && why.sum?.kind === "percent" ? why.sum.column : null;

/** Whether the reward was made by the arithmetic on the same amount. */
const isOfSame = (why: Why | null, kept: number): boolean =>
  why !== null && "sum" in why && why.sum?.kind === "percent" && why.sum.of === kept;
