import type { Plan } from "../../actions/start-drip";
import { successorOf } from "../../drips/continue-drip";
import { isCauseGone } from "../../drips/end-drips";
import { isOver } from "../../drips/parts";
import { priceOf } from "../../drips/price";
import { orphanedBy } from "../../drips/release";
import { replacementOf } from "../../drips/replace-drip";
import { settledOf, skippedOf } from "../../drips/skipped";
import type { Day } from "../../kernel/day";
import type { Sentence } from "../../kernel/message";
import { percentText } from "../../kernel/money";
import { say } from "../../kernel/say";
import type { Work } from "../../program/work";
import type { Drip, Trigger } from "../../tables";
import type { SoundTrigger } from "../../triggers/check-trigger";
import { withNewTerms } from "../../triggers/new-terms";

type Tables = "settings" | "drips" | "partners" | "customers" | "transactions";

/** A running drip whose terms are not those that its trigger has now. */
export type Running = ReturnType<typeof runningWithOtherTerms>[number];

/**
 * The running drips of a trigger that the terms it has now would change (TRIG-29). `terms` is the drip with the terms of now,
 * undefined where it keeps its own in any case; `stays` says why, "" where it need not.
 */
export function runningWithOtherTerms(
  work: Work<Tables>,
  { trigger, does }: SoundTrigger,
  today: Day,
) {
  if (does.action !== "start a drip") return [];
  return work.where("drips", "trigger", trigger.key).flatMap((drip) => {
    if (isOver(drip) || successorOf(work, drip.key) !== undefined) return [];
    const stays = whyItStays(work, drip, trigger, does.parameters, today);
    const terms = stays === "" ? withNewTerms(work, drip, trigger, does.parameters) : undefined;
    return terms && isSame(drip, terms) ? [] : [{ drip, terms, stays }];
  });
}

/** What keeps its terms whatever the person chooses (DRIP-44). */
function whyItStays(
  work: Work<Tables>,
  drip: Drip,
  trigger: Trigger,
  plan: Plan,
  today: Day,
): string {
  if (drip.pausedOn !== null) return "it is paused";
  if (drip.endsOn !== null) return "its end is set";
  if ([...skippedOf(drip)].some((k) => k > settledOf(drip))) return "a part of it is skipped";
  if (orphanedBy(work, drip)) return "its partner's or customer's row is missing";
  if (isCauseGone(work, drip, today)) return "it is about to end by itself";
  return withNewTerms(work, drip, trigger, plan) ? "" : "the new amount can't be worked out for it";
}

/** What the drips come to that end, and those that begin in their place. */
export const replacementsOf = (work: Work<Tables>, running: readonly Running[], from: Day) =>
  running.flatMap(({ drip, terms }) =>
    terms ? [{ drip, terms, ...replacementOf(work, drip, terms, from) }] : [],
  );

/** What a drip gives, without what its percent is of: "20 % × 12", "240.00 USD split in 12". */
export function rateInWords(drip: Drip): Sentence {
  const { currency, mode, occurrences } = drip;
  const price = priceOf(drip);
  const each =
    price.kind === "flat"
      ? say`${{ amount: price.amount, currency }}`
      : say`${percentText(price.percent)} %${price.column === null ? "" : ` of ${price.column}`}`;
  if (mode === "split a total") return say`${each} split in ${String(occurrences)}`;
  return occurrences === 1 ? each : say`${each} × ${String(occurrences)}`;
}

/** Whether both make the same parts, on the same days: a unit of nothing says nothing, and rounding is the program's. */
const isSame = (a: Drip, b: Drip): boolean => cellsOf(a) === cellsOf(b);

const cellsOf = ({ delay, cycle, occurrences, ...drip }: Drip): string =>
  JSON.stringify([
    [drip.currency, drip.amount, drip.percent, drip.percentOf, drip.mode, occurrences],
    delay === 0 ? 0 : [delay, drip.delayUnit],
    occurrences === 1 ? 0 : [cycle, drip.cycleUnit],
    [drip.limitCurrency, drip.limitPerReward, drip.limitPerCustomer, drip.limitPerMonth],
  ]);
