import { createsOnHold } from "../../drips/made-held";
import { dueDate } from "../../drips/occurrences";
import { type MadePart, partsIn } from "../../drips/parts";
import { expectedPayment, firstMonthToOpen } from "../../invoices/months";
import { type Month, monthOf } from "../../kernel/day";
import { type Key, occurrenceKey } from "../../kernel/keys";
import { sortBy } from "../../kernel/order";
import type { Work, WorkOn } from "../../program/work";
import type { RefundRow } from "../../sales/refund-row";
import type { Drip } from "../../tables";
import type { StatementOf } from "./statement";

/** An occurrence still to be made; minor units of the drip's currency, before the limits of that day, the one per reward apart. */
export type PartToCome = ReturnType<typeof partsOfDrip>[number];
/** The tables from which the parts of drips are told; of sales only what refunds say. */
export type PartTables = Work<"settings" | "drips"> &
  WorkOn<{ readonly rewards: MadePart; readonly transactions: RefundRow }>;

/**
 * The occurrences that a partner's drips still have to make in a currency, by due date, and when each would be paid
 * (STATEMENT-4). One that comes to zero makes no reward, so it is left out.
 */
export function partsToCome(
  work: PartTables,
  { partner, currency }: Pick<StatementOf, "partner" | "currency">,
) {
  const opening = firstMonthToOpen(work);
  const parts = work
    .where("drips", "partner", partner)
    .filter((drip) => drip.currency === currency)
    .flatMap((drip) => partsOfDrip(work, drip, opening));
  return sortBy(
    parts,
    ({ due }) => due,
    ({ drip }) => drip.key,
    ({ occurrence }) => occurrence,
  );
}

/**
 * One drip's occurrences still to be made, in order; `opening` is the first month that is not opened yet. No payment is estimated
 * while the drip is paused, or where its rewards are put on hold.
 */
export function partsOfDrip(work: PartTables, drip: Drip, opening: Month) {
  const isCertain = drip.pausedOn === null && !createsOnHold(work.settings, drip);
  return partsIn(work, drip).flatMap(({ k, state, amount }) => {
    // A reward beyond the counter is a run that was cut off: it is a line already, if an unreadable one.
    if (state !== "to come" || amount === 0 || isMade(work, drip.key, k)) return [];
    const due = dueDate(drip, k);
    const month = monthOf(due) > opening ? monthOf(due) : opening;
    const estimatedPayment = isCertain ? expectedPayment(work.settings, month) : null;
    return [{ drip, occurrence: k, due, amount, estimatedPayment }];
  });
}

const isMade = (work: PartTables, drip: Key, k: number): boolean =>
  work.has("rewards", occurrenceKey(drip, k));
