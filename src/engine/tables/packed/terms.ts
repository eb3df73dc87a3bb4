import {
  type Currency,
  exponentOf,
  type Percent,
  parseScaled,
  partOf,
  percentOf,
  percentText,
  toDecimal,
} from "../../kernel/money";
import { type Rounding, roundings } from "../../kernel/vocabulary";

/** The frozen terms of a reward; amounts in minor units of its currency (TARGET-1). */
export type RewardTerms = FlatTerms | PercentTerms;
export interface FlatTerms {
  readonly kind: "flat";
  /** As it was made, within what limits left then. */
  readonly amount: number;
}
export interface PercentTerms {
  readonly kind: "percent";
  readonly percent: Percent;
  /** The sale's amount when it was judged, before any refund. */
  readonly base: number;
  readonly rounding: Rounding;
  /** The most that limits left for this reward when it was made; null without limits. */
  readonly room: number | null;
  /** For a split total: which part of how many. */
  readonly part: { readonly k: number; readonly n: number } | null;
}

/** Terms as the text of a reward's cell: "flat 20.00", "20 % of 1200.00; half away from zero; at most 150.00; part 3 of 12". */
export function printTerms(terms: RewardTerms, currency: Currency): string {
  const money = (amount: number) => toDecimal({ amount, currency });
  if (terms.kind === "flat") return `flat ${money(terms.amount)}`;
  const { percent, base, rounding, room, part } = terms;
  return [
    `${percentText(percent)} % of ${money(base)}`,
    rounding,
    ...(room === null ? [] : [`at most ${money(room)}`]),
    ...(part === null ? [] : [`part ${part.k} of ${part.n}`]),
  ].join("; ");
}

/** The terms in a reward's cell; undefined where it is blank (a flat or manual reward, as it was made) or broken. */
export function readTerms(text: string | null, currency: Currency): RewardTerms | undefined {
  const flat = /^flat (\S+)$/.exec(text ?? "")?.[1];
  if (flat !== undefined) {
    const amount = parseScaled(flat, exponentOf(currency));
    return amount.ok ? { kind: "flat", amount: amount.value } : undefined;
  }
  const [rate = "", word, ...rest] = (text ?? "").split("; ");
  const match = /^(\S+) % of (\S+)$/.exec(rate);
  const percent = parseScaled(match?.[1] ?? "", 4);
  const base = parseScaled(match?.[2] ?? "", exponentOf(currency));
  const rounding = roundings.find((each) => each === word);
  if (!percent.ok || !base.ok || !rounding) return undefined;
  const limit = rest.find((each) => each.startsWith("at most "))?.slice(8);
  const room = limit === undefined ? undefined : parseScaled(limit, exponentOf(currency));
  const part = rest.map((each) => /^part (\d+) of (\d+)$/.exec(each)).find((each) => each);
  return {
    kind: "percent",
    percent: percent.value as Percent,
    base: base.value,
    rounding,
    room: room?.ok ? room.value : null,
    part: part ? { k: Number(part[1]), n: Number(part[2]) } : null,
  };
}

/**
 * What the reward comes to where the customer kept so much of the sale: percent, round, split, then limit; a flat
 * amount stays (TARGET-1). Minor units.
 */
export function amountByTerms(terms: RewardTerms, kept: number): number {
  if (terms.kind === "flat") return terms.amount;
  const { percent, rounding, room, part } = terms;
  const whole = percentOf(kept, percent, rounding);
  const amount = part ? partOf(whole, part.k, part.n, rounding) : whole;
  return room === null ? amount : Math.min(amount, room);
}
