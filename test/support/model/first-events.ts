import { dueDay } from "./numbers";
import { net } from "./refunds";
import { type Drip, type Model, mains, type Trigger } from "./state";

/** The ends that count now: one that waits behind a full refund's end counts only once that refund is gone (TIME-8). */
const endsThatCount = ({ ends }: Drip) =>
  ends.some(({ cause }) => cause === "refund") ? ends.filter(({ waits }) => !waits) : ends;

/** The earliest end of a drip, of those up to a day where one is given. */
export const endOf = (drip: Drip, until?: string): string | undefined =>
  endsThatCount(drip)
    .map(({ on }) => on)
    .filter((on) => until === undefined || on <= until)
    .sort()[0];

export const partsOf = ({
  terms,
  date,
}: Drip): readonly { readonly k: number; readonly due: string }[] =>
  Array.from({ length: terms.parts }, (_, i) => ({
    k: i + 1,
    due: dueDay(date, terms.delay, terms.cycle, i + 1),
  }));

/** The parts neither made nor cut off by an end that counts on a day; by any end where no day is given. */
export function partsToCome(drip: Drip, on?: string) {
  const end = endOf(drip, on);
  return partsOf(drip).filter(
    ({ k, due }) => !drip.made.has(k) && (end === undefined || due <= end),
  );
}

/** Whether the end that counts is its sale's full refund, which may go again (TIME-8). */
export const isRefunds = (drip: Drip): boolean =>
  [...endsThatCount(drip)].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]?.cause ===
  "refund";

/** Ends a drip, unless nothing of it is left to make (DRIP-22a): behind a full refund's end another waits. */
export function addEnd(drip: Drip, end: Drip["ends"][number]): void {
  const isOver = partsToCome(drip).length === 0;
  if (!isOver) drip.ends.push(end);
  else if (isRefunds(drip)) drip.ends.push({ ...end, waits: true });
}

interface Owned {
  readonly trigger: string | null;
  readonly customer: string | null;
  readonly partner: string | null;
}

/**
 * The events of a customer or partner that used up a trigger's first n, the present one not counted: those with a reward
 * whose net is not 0, and drips with a part to come as of a day (TARGET-7).
 */
function eventsUsed(
  m: Model,
  trigger: string,
  isOurs: (each: Owned) => boolean,
  event: string | null,
  on: string,
): number {
  const isAlike = (each: Owned) => each.trigger === trigger && isOurs(each);
  const rewards = mains(m).filter((each) => isAlike(each) && net(m, each) !== 0);
  const drips = [...m.drips.values()].filter(
    (each) => isAlike(each) && partsToCome(each, on).length > 0,
  );
  const used = new Set([...rewards, ...drips].map((each) => each.event));
  used.delete(event);
  return used.size;
}

/** Whether other events fill the first n of the customer, or of the partner, for whom one is judged (LIMIT-4, LIMIT-4a). */
export function isFilled(
  m: Model,
  trigger: Trigger,
  { customer, partner, event }: Omit<Owned, "trigger"> & { readonly event: string | null },
  on: string,
): boolean {
  const { key, first_events: ofCustomer, first_of_partner: ofPartner } = trigger;
  const used = (isOurs: (each: Owned) => boolean) => eventsUsed(m, key, isOurs, event, on);
  if (ofCustomer !== undefined && used((each) => each.customer === customer) >= ofCustomer)
    return true;
  return ofPartner !== undefined && used((each) => each.partner === partner) >= ofPartner;
}
