import { termsOfPart } from "../drips/terms-of-part";
import { percentOf } from "../kernel/money";
import { roundings } from "../kernel/vocabulary";
import { ownWhy } from "../program/made-by";
import type { Work } from "../program/work";
import { judgedAmountOf } from "../sales/net-of-refunds";
import type { Reward, Transaction } from "../tables";
import type { RewardTerms } from "../tables/packed/terms";
import type { Sum } from "../tables/packed/why";

type Terms = Reward["terms"];
type PercentSum = Extract<Sum, { kind: "percent" }>;

/**
 * A reward's terms as they were made, where they are blank or another row's: its drip's own frozen terms prove those of a
 * part; the arithmetic of *Why* those of a trigger's reward, what limits left, and a flat amount (EDIT-8). What nothing
 * proves stays as it reads.
 */
export function provenTerms(work: Work<"drips" | "settings">, reward: Reward): Terms {
  const { drip: of, occurrence, terms: typed, why } = reward;
  // An undone or judged-away reward comes to nothing.
  if (typed?.kind === "flat" && typed.amount === 0 && comesTo(reward).includes(0)) return typed;
  const own = ownWhy(reward.key, why);
  const left = own?.notes?.find((note) => note.kind === "cap")?.left;
  const room = left ?? roomAsTyped(typed, own?.sum);
  if (of !== null && occurrence !== null) {
    const drip = work.get("drips", of);
    if (!drip?.frozen) return typed;
    const terms = termsOfPart(drip, occurrence, room);
    if (terms) return terms;
  }
  if (own?.by === "trigger" && own.sum.kind === "percent") {
    return percentTerms(work, reward, own.sum, room) ?? typed;
  }
  const made = flatSum(own?.sum);
  if (made !== undefined) return flatTerms(reward, [Math.min(made, left ?? made)]);
  return why?.by === "person" ? flatTerms(reward, comesTo(reward)) : typed;
}

/** What a row says that its terms come to: beside a typed amount, beside another, or as the amount accepted last. */
function comesTo({ decisions, calculated, accepted, amount }: Reward): readonly number[] {
  const all = [decisions?.typed?.calculated, calculated, accepted?.amount ?? amount];
  return all.filter((each): each is number => typeof each === "number");
}

/** Room that did not cut what was made is said by no other cell; less than that is another row's. */
function roomAsTyped(typed: Terms, sum: Sum | null | undefined): number | null {
  const room = typed?.kind === "percent" ? typed.room : null;
  const is = sum?.kind === "percent" || sum?.kind === "part" ? sum.is : 0;
  return room !== null && room >= is ? room : null;
}

/** A flat amount, or a part of one, before limits; undefined where a row says no such: then it had terms from the start. */
export function flatSum(sum: Sum | null | undefined): number | undefined {
  if (sum?.kind === "part") return sum.total.kind === "flat" ? sum.is : undefined;
  return sum?.kind === "flat" ? sum.amount : undefined;
}

/** A flat amount is kept only once the row's own is another; before that blank terms mean the same. */
function flatTerms({ terms, calculated, accepted, amount }: Reward, may: readonly number[]): Terms {
  const [made = amount] = may;
  const isAsMade = calculated === null && (accepted?.amount ?? amount) === made;
  const isRight = terms?.kind === "flat" ? may.includes(terms.amount) : terms === null && isAsMade;
  if (isRight) return terms;
  return isAsMade ? null : { kind: "flat", amount: made };
}

/** The sale tells what the percent of another column was a part of; undefined where that can't be asked. */
function percentTerms(
  work: Work<"drips" | "settings">,
  { terms, transaction }: Reward,
  { percent, of: sum, is, column }: PercentSum,
  room: number | null,
): RewardTerms | undefined {
  const typed = terms?.kind === "percent" ? terms : undefined;
  const of = column === null ? null : sum;
  const isTyped = typed?.percent === percent && typed.of === of;
  const sale = () => work.program.tables.transactions?.byKey.get(transaction ?? "")?.record;
  const base = of === null ? sum : isTyped ? typed.base : baseOf(sale());
  if (base === undefined) return undefined;
  const { rounding: now } = work.settings;
  const likely = [typed?.rounding ?? now, now, ...roundings];
  const rounding = likely.find((each) => percentOf(sum, percent, each) === is) ?? now;
  return { kind: "percent", percent, base, of, rounding, room, part: null };
}

const baseOf = (sale: Transaction | null | undefined) => (sale ? judgedAmountOf(sale) : undefined);
