import { tableOfEvent } from "../../judging/events";
import { capped } from "../../kernel/capped";
import type { Key } from "../../kernel/keys";
import { brief } from "../../kernel/message";
import type { EventKind } from "../../kernel/vocabulary";
import type { Program } from "../../program/program";
import { begin } from "../../program/work";
import { createFinder } from "../../sales/who";
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
      canJudgeAsBlank:
        row !== undefined &&
        !markerOf(row) &&
        (trial?.undecided !== undefined || waitsForCode(work.program, kind, key)),
      /** What each active trigger would make of it today, in their order; `more` are left out. */
      triggers: rows,
      more,
    };
  },
});

/** Whether an error value in *Code* is all that keeps an event from being somebody's (IMPORT-6c). */
function waitsForCode(program: Program, kind: EventKind, key: Key): boolean {
  const work = begin<(typeof trialReads)[number]>(program);
  const waits = (asBlank: Key | null): boolean => {
    const find = createFinder(work, asBlank);
    const sale = kind === "transaction created" ? work.get("transactions", key) : undefined;
    const customer = kind === "customer created" ? work.get("customers", key) : undefined;
    const who = sale ? find.ofTransaction(sale) : customer && find.ofCustomer(customer);
    return who !== undefined && "waits" in who;
  };
  return waits(null) && !waits(key);
}
