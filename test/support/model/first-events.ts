import { dueDay } from "./numbers";
import { net } from "./refunds";
import { type Drip, type Model, mains } from "./state";

/** The earliest end of a drip, of those up to a day where one is given. */
export const endOf = ({ ends }: Drip, until?: string): string | undefined =>
  ends
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

/**
 * The events of a customer that used up a trigger's first n, the present one not counted: those with a reward whose net
 * is not 0, and drips with a part to come on a day, today unless given (TARGET-7).
 */
export function eventsUsed(
  m: Model,
  trigger: { readonly key: string },
  customer: string | null,
  event: string | null,
  on = m.today,
): number {
  const isAlike = (each: { readonly trigger: string | null; readonly customer: string | null }) =>
    each.trigger === trigger.key && each.customer === customer;
  const rewards = mains(m).filter((each) => isAlike(each) && net(m, each) !== 0);
  const drips = [...m.drips.values()].filter(
    (each) => isAlike(each) && partsToCome(each, on).length > 0,
  );
  const used = new Set([...rewards, ...drips].map((each) => each.event));
  used.delete(event);
  return used.size;
}
