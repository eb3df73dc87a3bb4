import { type Currency, toDecimal } from "../kernel/money";
import type { Decisions, HoldCause } from "../tables/packed/decisions";

/** Why the program holds a reward, as its cell says it; the partner may read it (TARGET-2b, TARGET-5, TARGET-6). */
export function holdReason(cause: HoldCause, currency: Currency): string {
  if (cause.cause !== "target") return cause.cause;
  const { calculated, typed, refunded, sold, act } = cause;
  const money = (amount: number) => toDecimal({ amount, currency });
  const byHand =
    typed === null ? [] : [`calculated ${money(calculated)}`, `by hand ${money(typed)}`];
  const back = refunded === 0 ? [] : [`${shareOf(refunded, sold, money)} was refunded`];
  const said = [...(act === null ? [] : [act]), ...byHand, ...back];
  return said.length === 0 ? `calculated ${money(calculated)}` : said.join(", ");
}

const shareOf = (part: number, whole: number, money: (amount: number) => string): string =>
  part === whole ? "all" : part * 2 === whole ? "half" : `${money(part)} of ${money(whole)}`;

/** The cell's whole reason: the one that stood there before, and the program's beside it (TARGET-2b, TARGET-4c). */
export const wholeReason = (
  { cause, own }: NonNullable<Decisions["hold"]>,
  currency: Currency,
): string => [own, holdReason(cause, currency)].filter(Boolean).join("; ");
