import { tableOfEvent } from "../../judging/events";
import { capped } from "../../kernel/capped";
import { brief } from "../../kernel/message";
import { nameOfEvent, trialsOf } from "../../simulate/trial";
import { markerOf } from "../../tables/packed/marker";
import { eventInput, kindOfEvent, outcomeOf, trialReads } from "../shared/asked-event";
import { triedLine } from "../shared/tried-line";
import { useCase } from "../shared/use-case";

/** Why an event earned what it did, or nothing: what its row says, and each active trigger's reason (REWARD-12). */
export const explainEvent = useCase({
  name: "explain-event",
  edits: "read only",
  inputs: { event: eventInput },
  reads: trialReads,
  decide: (work, { event: key }, env) => {
    const kind = kindOfEvent(work, key, "event");
    const place = nameOfEvent(kind, key);
    const trials = trialsOf(work.program, env, new Set([place]), work.settings.programStart);
    const trial = trials.of.get(place);
    const tried = trial?.tried ?? [];
    const row = work.get(tableOfEvent[kind], key);
    const { rows, more } = capped(tried, 90_000, triedLine);
    return {
      event: key,
      kind,
      /** When it was judged, and what came of it then or what it waits for. */
      judgedOn: (row && markerOf(row)?.day) ?? null,
      outcome: brief(trials.waiting.get(place) ?? outcomeOf(work, kind, key), 2_000),
      /** It waits for a cell with an error value: a person may have it judged as blank (CELL-2a). */
      canJudgeAsBlank: row !== undefined && !markerOf(row) && trial?.undecided !== undefined,
      /** What each active trigger would make of it today, in their order; `more` are left out. */
      triggers: rows,
      more,
    };
  },
});
