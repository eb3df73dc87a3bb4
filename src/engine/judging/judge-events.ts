import { addDays } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Work } from "../program/work";
import type { ProgramEvent } from "../rules/program-event";
import { compileTriggers } from "../triggers/compile-triggers";
import { type JudgedEvent, type Judging, judgeEvent } from "./judge-event";
import { openLedger } from "./ledger";
import { mark } from "./mark";
import { type NewEvents, newEvents, partnerEvent } from "./new-events";

export interface JudgedEvents {
  readonly judged: number;
  /** Events are left over for another call: `atMost` was reached. */
  readonly more: boolean;
}

/**
 * Judges what is new, each event once, in the order of date, clock time and key, by the triggers active now;
 * marks each row with its number and the triggers that acted (product.md §2, §3). Judging again does nothing.
 */
export function judgeEvents(
  work: Work,
  env: Env,
  run: string,
  { atMost = Number.POSITIVE_INFINITY }: { readonly atMost?: number } = {},
): JudgedEvents {
  const triggers = compileTriggers(work);
  const { events, waiting } = newEvents(work, env.today);
  sayWhyTheyWait(work, waiting);
  if (events.length === 0) return { judged: 0, more: false };
  const lateBefore = addDays(env.today, -work.settings.lateEventAfterDays);
  const judging: Judging = { work, env, run, triggers, ledger: openLedger(work), lateBefore };
  const now = events.slice(0, atMost);
  for (const event of now) if (!isOver(work, event)) judgeAndMark(judging, event);
  return { judged: now.length, more: now.length < events.length };
}

/** A change of group that an earlier event of this run has already been judged for. */
const isOver = (work: Work, { kind, key, partner }: ProgramEvent): boolean => {
  if (kind !== "partner joined or changed group" || key === partner?.key) return false;
  const now = work.get("partners", partner?.key ?? null);
  return now?.group === now?.groupJudged;
};

/** Counts and judges one event, and the move that it may cause, and marks its row. */
export function judgeAndMark(judging: Judging, event: ProgramEvent): JudgedEvent {
  const group = judging.work.get("partners", event.partner?.key ?? null)?.group ?? null;
  const number = countEvent(judging, event);
  const judged = judgeEvent(judging, event, { hasMoved: false });
  const move = judged.moved ? judgeMove(judging, event) : undefined;
  const said = move && move.said.length > 0 ? ` · for the move: ${move.outcome}` : "";
  mark(judging, event, number, { ...judged, outcome: judged.outcome + said }, group);
  return judged;
}

function sayWhyTheyWait(work: Work, waiting: NewEvents["waiting"]): void {
  for (const { table, key, why } of waiting) {
    if (work.get(table, key)?.outcome !== why) work.update(table, key, { outcome: why });
  }
}

/** Counts the event, so that facts include it, and gives it its number. */
export function countEvent({ ledger }: Pick<Judging, "ledger">, event: ProgramEvent): number {
  const { transaction, action, customer, partner } = event;
  if (transaction !== null) {
    ledger.addSale(transaction, partner?.key ?? null);
    return ledger.transactionsOf(transaction.customer);
  }
  if (action !== null) return ledger.addAction(action.customer ?? action.partner ?? "");
  if (customer === null || partner === null) return 1;
  ledger.addCustomer(customer);
  return ledger.customersOfPartner(partner.key);
}

/** A move is an event of the same run, judged right after the one that caused it (product.md §3). */
function judgeMove(judging: Judging, { key, on, partner }: ProgramEvent): JudgedEvent | undefined {
  const { work } = judging;
  const now = work.get("partners", partner?.key ?? null);
  if (!now) return undefined;
  work.update("partners", now.key, { groupJudged: now.group });
  return judgeEvent(judging, partnerEvent(work, now, `${now.key}@${key}`, on), { hasMoved: true });
}
