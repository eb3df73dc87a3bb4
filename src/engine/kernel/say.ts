import type { Day, Month } from "./day";
import type { Sentence, Value } from "./message";
import { type Money, toDecimal } from "./money";

/** What may stand in a template: a day or month only as `{ day }` or `{ month }`, so that the edge knows what it is. */
type Said<V> = V extends Day | Month ? never : V;

/**
 * A sentence from a template: say`It ends on ${{ day }}: ${money} are lost`. Amounts are in minor units. One with
 * nothing but texts in it is its words.
 */
export const say = <V extends (Value | Money)[]>(
  template: readonly string[],
  ...values: { readonly [K in keyof V]: Said<V[K]> }
): Sentence => {
  const all = (values as V).map(typed);
  const [only] = all;
  if (template.join("{}") === "{}" && typeof only === "object" && "code" in only) return only;
  if (!all.every((value) => typeof value === "string"))
    return { code: template.join("{}"), values: all };
  return template.map((part, at) => part + (all[at] ?? "")).join("");
};

const typed = (value: Value | Money): Value =>
  typeof value === "object" && "amount" in value
    ? { decimal: toDecimal(value), currency: value.currency }
    : value;

/** A number of things in words: 1 reward, 2 rewards. */
export const plural = (count: number, one: string, several = `${one}s`) => ({
  count,
  one,
  many: several,
});

/** Sentences one after the other. */
export function listed(list: readonly Sentence[], between = "; "): Value {
  const [only] = list;
  if (only !== undefined && list.length === 1) return only;
  return list.every((each) => typeof each === "string") ? list.join(between) : { list, between };
}
