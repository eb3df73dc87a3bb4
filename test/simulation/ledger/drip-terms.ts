import { numbersIn } from "../../support/unpacked";
import { dayIn, monthOf, plusDays, plusMonths } from "../calendar";
import type { Row } from "../life";
import { minor, part, share } from "./money";

const inMonths: Readonly<Record<string, number>> = { months: 1, years: 12 };
const inDays: Readonly<Record<string, number>> = { days: 1, weeks: 7 };

const forward = (from: string, months: number): string =>
  dayIn(plusMonths(monthOf(from), months), Number(from.slice(8)));

/** The day on which the k-th occurrence falls due, from the drip's cells alone. */
export function dueOf(drip: Row, k: number): string {
  const from = String(drip["Event date"]);
  const [delay, cycle] = [Number(drip.Delay || 0), Number(drip.Cycle || 0)];
  const [delayUnit, cycleUnit] = [String(drip["Delay unit"]), String(drip["Cycle unit"])];
  const cycles = k - 1 + Number(drip["Cycles later"] || 0);
  const delayMonths = inMonths[delayUnit];
  const cycleMonths = inMonths[cycleUnit];
  if (delayMonths !== undefined && cycleMonths !== undefined) {
    return forward(from, delay * delayMonths + cycles * cycle * cycleMonths);
  }
  const first =
    delayMonths === undefined
      ? plusDays(from, delay * (inDays[delayUnit] ?? Number.NaN))
      : forward(from, delay * delayMonths);
  return cycleMonths === undefined
    ? plusDays(first, cycles * cycle * (inDays[cycleUnit] ?? Number.NaN))
    : forward(first, cycles * cycle * cycleMonths);
}

/** The k-th occurrence in minor units before limits, where the customer kept so much of the base. */
export function amountOf(drip: Row, k: number, kept: number): number {
  const rounding = String(drip.Rounding);
  const whole = drip.Percent === "" ? minor(drip) : share(kept, drip.Percent, rounding);
  return drip.Mode === "split a total" ? part(whole, k, Number(drip.Occurrences), rounding) : whole;
}

/** The same as it will be made: the limit for one reward is known, those of a month are not. */
export function amountToCome(drip: Row, k: number, kept: number): number {
  const amount = amountOf(drip, k, kept);
  const limit = drip["Limit per reward"];
  if (limit === "" || drip["Limit currency"] !== drip.Currency) return amount;
  return Math.min(amount, minor(drip, "Limit per reward"));
}

const numbers = (cell: unknown): ReadonlySet<number> => new Set(numbersIn(cell));

/** Where each occurrence of a drip stands: `counted` by the drip's own counter, to come, or lost. */
export interface Standing {
  readonly k: number;
  readonly due: string;
  readonly is: "counted" | "to come" | "lost";
  /** After the drip's end, and never to be made. */
  readonly isCut: boolean;
  /** Forfeited, or settled without a reward. */
  readonly isEmpty: boolean;
}

/** The occurrences of its own: those of a drip that it goes on from are that one's. */
export function standingsOf(drip: Row, today: string): readonly Standing[] {
  const skipped = numbers(drip.Skipped);
  const zero = numbers(drip["Zero occurrences"]);
  const [ended, paused] = [String(drip["Ended on"]), String(drip["Paused on"])];
  const isPausedAtEnd = ended !== "" && ended <= today && paused !== "" && paused <= ended;
  const until = isPausedAtEnd ? plusDays(paused, -1) : ended;
  const after = Number(drip["After occurrence"] || 0);
  return Array.from({ length: Number(drip.Occurrences) - after }, (_, i) => {
    const k = after + i + 1;
    const due = dueOf(drip, k);
    const isCounted = k <= Number(drip.Settled);
    const isCut = !isCounted && until !== "" && due > until;
    const is = isCounted ? "counted" : isCut || skipped.has(k) ? "lost" : "to come";
    return { k, due, is, isCut, isEmpty: skipped.has(k) || zero.has(k) };
  });
}
