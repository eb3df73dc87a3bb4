import { cellWords } from "../../kernel/cell-words";
import { cellText } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import { type Currency, format } from "../../kernel/money";
import type { ReportTab } from "../../kernel/report-tab";
import type { Work } from "../../program/work";
import { type Backtest, backtest } from "../../simulate/backtest";
import type { Trigger } from "../../tables";
import { trialReads } from "../shared/asked-event";
import { writeReport } from "../shared/log-act";
import { partnerName } from "../shared/names";
import { useCase } from "../shared/use-case";
import { backtestInputs } from "./backtest-trigger";
import { triggerOrDraft } from "./trigger-or-draft";

/**
 * Writes the whole result of a backtest into a new tab, since the person asked for it (TRIG-25). Takes what
 * *backtest-trigger* takes, and changes nothing else of the program but its line of Activity.
 */
export const writeBacktest = useCase({
  name: "write-backtest",
  edits: "leave",
  inputs: backtestInputs,
  reads: [...trialReads, "activity"],
  decide: (work, { trigger: key, draft, from, to }, env) => {
    const { trigger, conditions } = triggerOrDraft(work, { trigger: key, draft });
    const found = backtest(work.program, env, trigger, conditions, { from, to });
    const name = `Backtest ${env.today} ${trigger.name}`;
    const start = from ?? work.settings.programStart;
    const span = `${start} to ${to ?? env.today}`;
    const tab = tabOf(work, env, trigger, found, { name, span });
    return writeReport(work, env, tab, { what: "Wrote a backtest", records: [trigger.key] });
  },
});

function tabOf(
  work: Work<"partners">,
  env: Env,
  trigger: Trigger,
  { events, acted, totals, differences, nearMisses, drips, toCome }: Backtest,
  { name, span }: { readonly name: string; readonly span: string },
): ReportTab {
  const rest = Object.entries(toCome)
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => format({ amount, currency: currency as Currency }));
  return {
    name,
    intro: [
      `Backtest of “${trigger.name}”`,
      `Events of ${span}, calculated on ${cellText(env.now)}. Nothing of this was granted.`,
      `It would apply to ${acted} of ${events} events.`,
      ...(drips > 0
        ? [`Of ${drips} drips it would start, still to come: ${rest.join(", ") || "nothing"}.`]
        : []),
    ],
    tables: [
      {
        title: "What it would make, by partner and month",
        headers: ["Month", "Partner", "Name", "Rewards", "Amount", "Currency"],
        rows: totals.map(({ month, partner, count, amount, currency }) => [
          month,
          partner,
          partnerName(work, partner),
          count,
          { amount, currency },
          currency,
        ]),
      },
      {
        title: "Differences from what was made",
        headers: ["Earned on", "Partner", "Name", "Reward", "Was", "Would be"],
        rows: differences.map(({ earnedOn, partner, reward, was, would }) => [
          { day: earnedOn, time: "" },
          partner,
          partnerName(work, partner),
          reward,
          cellWords(was ?? ""),
          cellWords(would ?? ""),
        ]),
      },
      {
        title: "Near misses: one condition short",
        headers: ["Date", "Event", "Partner", "Customer", "Missing", "Value found"],
        rows: nearMisses.map(({ on, event, partner, customer, missing, found: value }) => [
          { day: on, time: "" },
          event,
          partner,
          customer,
          cellWords(missing),
          cellWords(value),
        ]),
      },
    ],
  };
}
