import { capped } from "../../kernel/capped";
import { ruleLines } from "../../rules/rule-lines";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import { withTrigger } from "../../simulate/with-trigger";
import { eventInput, kindOfEvent, outcomeOf, trialReads } from "../shared/asked-event";
import { useCase } from "../shared/use-case";
import { triggerOrDraft, triggerOrDraftInputs } from "./trigger-or-draft";

/**
 * Tries a saved or draft trigger on one row, as if it were active and the row were judged now: would it act, and
 * for each condition the value found and pass or fail (TRIG-24). Nothing is written.
 */
export const tryTrigger = useCase({
  name: "try-trigger",
  edits: "read only",
  inputs: { ...triggerOrDraftInputs, event: eventInput },
  reads: trialReads,
  decide: (work, { trigger: asked, draft, event: key }, env) => {
    const { trigger } = triggerOrDraft(work, { trigger: asked, draft });
    const kind = kindOfEvent(work, key, "event");
    const place = nameOfEvent(kind, key);
    const { programStart } = work.settings;
    const program = withTrigger(work.program, trigger);
    const trials = trialsOf(program, env, new Set([place]), programStart);
    const trial = trials.of.get(place);
    const tried = trial?.tried.find((each) => each.trigger.key === trigger.key);
    const about = {
      trigger: trigger.key,
      event: key,
      /** Null where the row can't be judged; `outcome` says why. */
      on: trial?.event.on ?? null,
      partner: trial?.event.partner?.key ?? null,
      customer: trial?.event.customer?.key ?? null,
    };
    const not = { ...about, acts: false, conditions: [], more: 0 };
    if (!trial) return { ...not, outcome: outcomeOf(work, kind, key) };
    if (!tried)
      return { ...not, outcome: `it listens to “${trigger.event}”, and this is “${kind}”` };
    const { said, closed, rules } = tried;
    const lines = capped(ruleLines(rules, trials.catalogue), 90_000, (line) => line);
    return {
      ...about,
      acts: said !== undefined,
      /** What it would do, or the first thing that keeps it from acting. */
      outcome: said ?? closed ?? "its rules do not hold",
      /** Each condition with the value found, its source, and whether it holds; `more` are left out. */
      conditions: lines.rows,
      more: lines.more,
    };
  },
});
