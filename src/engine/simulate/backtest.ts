import { progressOf } from "../drips/progress";
import { type Day, type Month, monthOf } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import { sortBy } from "../kernel/order";
import type { Program } from "../program/program";
import { begin } from "../program/work";
import type { Condition } from "../rules/conditions";
import { netOfDripBase } from "../sales/net-of-refunds";
import type { Reward, Trigger } from "../tables";
import { type Difference, differencesOf, inSetsOf, rewardsOf } from "./differences";
import { amountOrZero } from "./judge-again";
import { type NearMiss, watchNearMisses } from "./near-misses";
import { pastAgain } from "./past-again";
import { simulate } from "./simulate";
import { withTrigger } from "./with-trigger";

/** Rewards by partner, month of earning and currency; amounts in minor units. */
export interface Total {
  readonly partner: Key;
  readonly month: Month;
  readonly currency: Currency;
  readonly count: number;
  readonly amount: number;
}
export interface Backtest {
  /** Events of the trigger's kind that were judged in the span, and those that it would act on. */
  readonly events: number;
  readonly acted: number;
  readonly totals: readonly Total[];
  readonly differences: readonly Difference[];
  readonly nearMisses: readonly NearMiss[];
  readonly drips: number;
  /** What those drips would still make after today; minor units by currency. */
  readonly toCome: Readonly<Record<string, number>>;
}
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * What a checked trigger would have made of the program's history, beside the other active ones, and how that
 * differs from what was made. The span bounds event dates and the days of earning. The program stays as it is.
 */
export function backtest(
  program: Program,
  env: Env,
  trigger: Trigger,
  rules: Condition,
  { from, to }: Span,
): Backtest {
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
    events,
    acted,
    totals: totalsOf(made),
    differences: differencesOf(begin(program), would, inSetsOf(program, trigger), isInSpan),
    nearMisses: near.found,
    drips: drips.length,
    toCome,
  };
}

function totalsOf(rewards: readonly Reward[]): readonly Total[] {
  const totals = new Map<string, Total>();
  for (const reward of rewards) {
    const { partner, currency, earnedOn } = reward;
    const month = monthOf(earnedOn);
    const id = [month, partner, currency].join("\u0001");
    const amount = amountOrZero(reward);
    if (amount === 0) continue;
    const before = totals.get(id) ?? { partner, month, currency, count: 0, amount: 0 };
    totals.set(id, { ...before, count: before.count + 1, amount: before.amount + amount });
  }
  return sortBy(totals, ([id]) => id).map(([, total]) => total);
}
