import { tableOfEvent } from "../backtest/past";
import { clip } from "../cells";
import { placeOf, type Tried, trialsOf } from "../judging/trial";
import { readMarker } from "../marker";
import { rulesInWords } from "../triggers/words";
import { eventInput, kindOfEvent, outcomeOf, trialReads } from "./asked-event";
import { capped } from "./capped";
import { useCase } from "./use-case";

export interface ExplainEventOutput {
  readonly event: string;
  readonly kind: string;
  /** When it was judged, and what came of it then or what it waits for. */
  readonly judgedOn: string | null;
  readonly outcome: string;
  /** What each active trigger would make of it today, in their order; `more` are left out. */
  readonly triggers: readonly {
    readonly trigger: string;
    readonly name: string;
    readonly acts: boolean;
    readonly why: readonly string[];
  }[];
  readonly more: number;
}

/** Why an event earned what it did, or nothing: what its row says, and each active trigger's reason (product.md §5). */
export const explainEvent = useCase({
  name: "explain-event",
  writes: false,
  inputs: { event: eventInput },
  reads: trialReads,
  decide: (work, { event: key }, env): ExplainEventOutput => {
    const kind = kindOfEvent(work, key, "event");
    const place = placeOf(kind, key);
    const trials = trialsOf(work.program, env, new Set([place]), work.settings.programStart);
    const tried = trials.of.get(place)?.tried ?? [];
    const row = work.get(tableOfEvent[kind], key);
    const { rows, more } = capped(tried, 90_000, lineOf);
    return {
      event: key,
      kind,
      judgedOn: readMarker(row?.judged ?? null, key)?.day ?? null,
      outcome: clip(outcomeOf(work, kind, key), 2_000),
      triggers: rows,
      more,
    };
  },
});

const MOST_REASONS = 5;

function lineOf({ trigger, said, closed, missing = [] }: Tried) {
  const reasons = missing.slice(0, MOST_REASONS).map(({ test, found }) => {
    const value = found === null ? "no value" : clip(String(found));
    return `${clip(rulesInWords(test), 200)}: found ${value}`;
  });
  const why = said === undefined ? [...(closed ? [closed] : []), ...reasons] : [clip(said, 500)];
  return { trigger: trigger.key, name: clip(trigger.name), acts: said !== undefined, why };
}
