import { addDays } from "../day";
import { printMarker } from "../marker";
import { compileTriggers } from "../triggers/compile-triggers";
import type { ProgramEvent } from "../triggers/program-event";
import type { Env } from "../usecases/use-case";
import type { Work } from "../work";
import { type JudgedEvent, type Judging, judgeEvent } from "./judge-event";
import { openLedger } from "./ledger";
import { type NewEvents, newEvents } from "./new-events";

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
  for (const event of now) {
    const number = count(judging, event);
    mark(judging, event, number, judgeEvent(judging, event));
  }
  return { judged: now.length, more: now.length < events.length };
}

function sayWhyTheyWait(work: Work, waiting: NewEvents["waiting"]): void {
  for (const { table, key, why } of waiting) {
    if (work.get(table, key)?.outcome !== why) work.update(table, key, { outcome: why });
  }
}

/** Counts the event, so that facts include it, and gives it its number. */
function count({ ledger }: Judging, { transaction, customer, partner }: ProgramEvent): number {
  if (transaction !== null) {
    ledger.addSale(transaction, partner?.key ?? null);
    return ledger.transactionsOf(transaction.customer);
  }
  if (customer === null) return 0;
  ledger.addCustomer(customer);
  return partner === null ? 0 : ledger.customersOfPartner(partner.key);
}

function mark(
  { work, env }: Judging,
  { key, transaction, partner }: ProgramEvent,
  number: number,
  { acted, outcome }: JudgedEvent,
): void {
  const judged = printMarker({ key, day: env.today, number, acted });
  if (transaction === null) work.update("customers", key, { judged, outcome });
  else {
    work.update("transactions", key, { judged, outcome, partner: partner?.key ?? null });
  }
}
