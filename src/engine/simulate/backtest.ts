import { progressOf } from "../drips/progress";
import { type Day, monthOf } from "../kernel/day";
import type { Env } from "../kernel/env";
import { groupBy, sumOf } from "../kernel/group-by";
import { bucket } from "../kernel/keys";
import { sortBy } from "../kernel/order";
import type { Program } from "../program/program";
import { begin } from "../program/work";
import type { Condition } from "../rules/conditions";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { Reward, Trigger } from "../tables";
import { differencesOf, inSetsOf, rewardsOf } from "./differences";
import { amountOrZero } from "./judge-again";
import { watchNearMisses } from "./near-misses";
import { pastAgain } from "./past-again";
import { simulate } from "./simulate";
import { withTrigger } from "./with-trigger";

export type Backtest = ReturnType<typeof backtest>;

/**
 * What a checked trigger would have made of the program's history, beside the other active ones, and how that
 * differs from what was made. The span bounds event dates and the days of earning. The program stays as it is.
 */
export function backtest(
  program: Program,
  env: Env,
  trigger: Trigger,
  rules: Condition,
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
) {
  const isInSpan = (on: Day): boolean => (from === null || on >= from) && (to === null || on <= to);
  const { programStart } = program.settings;
  const start = from !== null && from < programStart ? from : programStart;
  const near = watchNearMisses(trigger, rules, isInSpan);
  let events = 0;
  let acted = 0;
  const past = pastAgain(withTrigger(program, trigger), { from: start, to: env.today }, env);
  const { work: would } = simulate(past, {
    triggers: near.triggers,
    onJudged: (judging, event, judged) => {
      if (event.kind === trigger.event && isInSpan(event.on)) {
        events++;
        if (judged.matched.includes(trigger.key)) acted++;
      }
      near.onJudged(judging, event, judged);
    },
  });
  const made = rewardsOf(would, [trigger.key], isInSpan);
  const drips = would.where("drips", "trigger", trigger.key);
  const toCome: Record<string, number> = {};
  for (const drip of drips) {
    const rewards = would.where("rewards", "drip", drip.key);
    const progress = progressOf(drip, rewards, netOfDripBase(would, drip));
    toCome[drip.currency] = (toCome[drip.currency] ?? 0) + progress.toCome;
  }
  return {
    /** Events of the trigger's kind that were judged in the span, and those that it would act on. */
    events,
    acted,
    totals: totalsOf(made),
    differences: differencesOf(begin(program), would, inSetsOf(program, trigger), isInSpan),
    nearMisses: near.found,
    drips: drips.length,
    /** What those drips would still make after today; minor units by currency. */
    toCome,
  };
}

/** Rewards by partner, month of earning and currency; amounts in minor units. */
function totalsOf(rewards: readonly Reward[]) {
  const groups = groupBy(
    rewards.filter((reward) => amountOrZero(reward) !== 0),
    ({ partner, currency, earnedOn }) => bucket(monthOf(earnedOn), partner, currency),
  );
  return sortBy(groups, ([id]) => id).map(([, group]) => {
    const [{ partner, currency, earnedOn }] = group as [Reward];
    const month = monthOf(earnedOn);
    return { partner, month, currency, count: group.length, amount: sumOf(group, amountOrZero) };
  });
}
