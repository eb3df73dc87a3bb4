import { capped } from "../../kernel/capped";
import { byCurrency } from "../../kernel/currency-order";
import { dayField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { input } from "../../kernel/input";
import { type Currency, toDecimal } from "../../kernel/money";
import { backtest } from "../../simulate/backtest";
import { trialReads } from "../shared/asked-event";
import { partnerName } from "../shared/names";
import { useCase } from "../shared/use-case";
import { triggerOrDraft, triggerOrDraftInputs } from "./trigger-or-draft";

/** A trigger, and the span of its past. */
export const backtestInputs = {
  ...triggerOrDraftInputs,
  from: input("From", dayField, { hint: "Blank means the program's start." }),
  to: input("To", dayField, { hint: "Blank means today." }),
};

/**
 * What a saved or draft trigger would have made of the whole history or a span of it, how that differs from
 * what was made, and the events it nearly matched (TRIG-25). Events from before the program's start count
 * only where *from* reaches back to them. Writes nothing.
 */
export const backtestTrigger = useCase({
  name: "backtest-trigger",
  edits: "read only",
  inputs: backtestInputs,
  reads: trialReads,
  decide: (work, { trigger: key, draft, from, to }, env) => {
    const { trigger, conditions } = triggerOrDraft(work, { trigger: key, draft });
    const found = backtest(work.program, env, trigger, conditions, { from, to });
    const money = (amount: number, currency: string) =>
      toDecimal({ amount, currency: currency as Currency });
    return {
      trigger: trigger.key,
      name: trigger.name,
      /** Events of its kind in the span, and on how many of them it would act. */
      events: found.events,
      acted: found.acted,
      /** Everything that it would have made by today, by currency; decimal text. */
      sums: byCurrency(found.totals, work.settings.programCurrency).map(([currency, own]) => ({
        currency,
        count: sumOf(own, ({ count }) => count),
        amount: money(sumOf(own), currency),
      })),
      totals: capped(found.totals, 30_000, (total) => ({
        ...total,
        partnerName: partnerName(work, total.partner),
        amount: money(total.amount, total.currency),
      })),
      differences: capped(found.differences, 30_000, (each) => each),
      nearMisses: capped(found.nearMisses, 30_000, (each) => each),
      drips: found.drips,
      /** What the drips would still make after today. */
      toCome: Object.entries(found.toCome).map(([currency, amount]) => ({
        currency,
        amount: money(amount, currency),
      })),
    };
  },
});
