import { orphanedBy } from "../../drips/release";
import { paymentDates } from "../../invoices/estimated-payment";
import { firstMonthToOpen } from "../../invoices/months";
import { type Day, type Month, monthOf } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import { type Key, occurrenceKey } from "../../kernel/keys";
import type { Currency } from "../../kernel/money";
import type { Program } from "../../program/program";
import { begin, type Work } from "../../program/work";
import { hasLimits } from "../../rewards/limits";
import { simulate } from "../../simulate/simulate";
import type { Drip } from "../../tables";
import type { DripTables } from "../../timeline/life";
import { stepsOfDrips } from "../../timeline/steps";
import { amountOf } from "../statements/statement";
import { type PartToCome, partsOfDrip } from "../statements/statement-drips";

/** What an amount that will be owed comes from. */
export type ForecastKind = "approved" | "pending" | "drips";
/**
 * Why an amount has no payment date: the reward is held, its invoice is paused past its window, or the drip is
 * paused, makes held rewards, or makes nothing while its partner's or customer's row is gone.
 */
export type Undated = "held" | "paused" | "waiting";

/** One reward not yet paid, or one occurrence still to be made; `amount` in minor units. */
export interface ForecastLine {
  /** The reward's key; for an occurrence the key that its reward will have. */
  readonly reward: Key;
  readonly currency: Currency;
  readonly amount: number;
  readonly kind: ForecastKind | Undated;
  /** The month in which it is expected to be paid; null for what has no date. */
  readonly month: Month | null;
}
/** After the last occurrence of any drip: 600 occurrences, 10,000 years apart at the most. */
const EVER = "9999-12-31" as Day;

/**
 * Everything that will be owed, as the rows are now: each reward that is not paid or declined once, carried or not,
 * by the month in which it is expected to be paid (FORECAST-1, FORECAST-2, FORECAST-3), and each occurrence of a running drip, as the run
 * itself will make it, limits included as far as they are known today.
 */
export function forecastLines(program: Program, env: Pick<Env, "today">): readonly ForecastLine[] {
  const work = begin<DripTables>(program);
  return [...unpaidRewards(work), ...comingParts(work, env)];
}

function unpaidRewards(work: Work<DripTables>): readonly ForecastLine[] {
  const estimate = paymentDates(work);
  return work.all("rewards").flatMap((reward): ForecastLine[] => {
    const { key, status, currency } = reward;
    const line = { reward: key, currency, amount: amountOf(reward) };
    switch (status) {
      case "approved":
      case "pending": {
        const on = estimate(reward);
        return on === null
          ? [{ ...line, kind: "paused", month: null }]
          : [{ ...line, kind: status, month: monthOf(on) }];
      }
      case "held":
        return [{ ...line, kind: "held", month: null }];
      case "paid":
      case "declined":
        return [];
      default:
        return status satisfies never;
    }
  });
}

function comingParts(work: Work<DripTables>, env: Pick<Env, "today">): readonly ForecastLine[] {
  const opening = firstMonthToOpen(work);
  const parts = work.all("drips").flatMap((drip) => partsOfDrip(work, drip, opening));
  const isLimited = limitedDrips(work);
  const { today } = env;
  const drips = { drips: isLimited, rows: [], steps: stepsOfDrips };
  const { work: lived } = simulate({
    program: work.program,
    passes: () => [{ until: EVER, today, ...drips }],
  });
  return parts.flatMap((part) => lineOf(lived, part, isLimited(part.drip)));
}

/** The drips whose occurrences a limit may cut: those that share a trigger with one that has limits. */
function limitedDrips(work: Work<DripTables>): (drip: Drip) => boolean {
  const triggers = new Set(
    work
      .all("drips")
      .filter(hasLimits)
      .map(({ trigger }) => trigger),
  );
  return ({ trigger }) => triggers.has(trigger);
}

function lineOf(
  work: Work<DripTables>,
  { drip, occurrence, amount, estimatedPayment }: PartToCome,
  isLimited: boolean,
): readonly ForecastLine[] {
  const reward = occurrenceKey(drip.key, occurrence);
  const line = { reward, currency: drip.currency, amount };
  if (drip.pausedOn !== null) return [{ ...line, kind: "paused", month: null }];
  if (orphanedBy(work, drip)) return [{ ...line, kind: "waiting", month: null }];
  const made = isLimited ? work.get("rewards", reward) : undefined;
  // A limit that is used up leaves nothing to make.
  if (isLimited && !made) return [];
  const left = { ...line, amount: made?.amount ?? amount };
  const month = made?.status === "held" ? null : estimatedPayment && monthOf(estimatedPayment);
  return [month === null ? { ...left, kind: "waiting", month } : { ...left, kind: "drips", month }];
}
