import type { Judging } from "../judging/judge-event";
import { openLedger } from "../judging/ledger";
import { addDays, type Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import { begin, type Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { type CompiledTriggers, compileTriggers } from "../triggers/compile-triggers";
import type { Deed } from "./deeds";
import { type Past, type PastEvent, tableOfEvent } from "./past";

/** Who goes along: each event is given at its place, with what is counted until then. */
export interface Visitor {
  /** Counts the event, and whatever else is wanted; true to stop here. */
  readonly visit: (judging: Judging, event: ProgramEvent, past: PastEvent) => boolean;
  /** What daily runs do between two days of events. */
  readonly settle?: (work: Work, until: Day) => void;
  readonly triggers?: (compiled: CompiledTriggers) => CompiledTriggers;
}

/** Goes through a past event by event on a throw-away working copy, and gives that. Nothing is written. */
export function walk({ program, steps, deeds }: Past, env: Env, visitor: Visitor): Work {
  const work: Work = begin(program);
  const compiled = compileTriggers(work);
  const triggers = visitor.triggers?.(compiled) ?? compiled;
  const ledger = openLedger(work);
  const counted = new Set<Key>();
  let next = 0;
  const reveal = (until?: Day) => {
    for (; next < deeds.length; next++) {
      const deed = deeds[next] as Deed;
      if (until !== undefined && deed.on > until) return;
      deed.do({ work, ledger, counted });
    }
  };
  const settle = (until: Day) => {
    reveal(until);
    visitor.settle?.(work, until);
  };
  for (const { day, events } of steps) {
    if (visitor.settle) settle(addDays(day, -1));
    reveal(day);
    const lateBefore = addDays(day, -work.settings.lateEventAfterDays);
    const now = { ...env, today: day };
    const judging = { work, env: now, run: "replay", triggers, ledger, lateBefore };
    for (const past of events) {
      if (past.group !== undefined && work.get("partners", past.partner)) {
        work.update("partners", past.partner as Key, { group: past.group });
      }
      const event = asOfNow(work, past);
      if (visitor.visit(judging, event, past)) return work;
      counted.add(`${tableOfEvent[event.kind]} ${event.key}`);
    }
  }
  reveal();
  visitor.settle?.(work, env.today);
  return work;
}

const asOfNow = (work: Work, { event, partner }: PastEvent): ProgramEvent => ({
  ...event,
  transaction: work.get("transactions", event.transaction?.key ?? null) ?? null,
  customer: work.get("customers", event.customer?.key ?? null) ?? null,
  partner: work.get("partners", partner) ?? null,
});
