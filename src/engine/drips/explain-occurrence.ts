import type { Day } from "../kernel/day";
import { percentOf } from "../kernel/money";
import type { Rounding } from "../kernel/vocabulary";
import type { Drip } from "../tables";
import { percentedOf } from "../tables/packed/terms";
import type { Note, Sum, Why } from "../tables/packed/why";
import { type DripPrice, priceOf } from "./price";

/** An occurrence as it is made; minor units of the drip's currency. */
interface Making {
  readonly k: number;
  readonly due: Day;
  /** What was left of the base after refunds; null for a flat drip. */
  readonly net: number | null;
  /** Before limits. */
  readonly full: number;
  /** The limit that cut it. */
  readonly note: Note | undefined;
}

/** Why an occurrence's reward exists: the drip, the date, the arithmetic on what was left of the sale by then. */
export function explainOccurrence(drip: Drip, { k, due, net, full, note }: Making): Why {
  const { key, trigger, triggerVersion: version, occurrences: n, base } = drip;
  const isRefunded = base !== null && net !== null && net !== base;
  const notes: readonly Note[] = [
    ...(isRefunded ? [{ kind: "kept", kept: net, of: base } as const] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return {
    by: "drip",
    drip: key,
    trigger,
    version,
    k,
    n,
    due,
    sum: sumOf(drip, { k, net, full }),
    notes: notes.length > 0 ? notes : null,
  };
}

function percentSum(
  { base, of: atStart, percent, column }: Extract<DripPrice, { kind: "percent" }>,
  net: number,
  rounding: Rounding,
) {
  const of = percentedOf({ of: atStart, base, rounding }, net);
  return { kind: "percent", percent, of, is: percentOf(of, percent, rounding), column } as const;
}

function sumOf(drip: Drip, { k, net, full: is }: Pick<Making, "k" | "net" | "full">): Sum {
  const { rounding, mode, occurrences: n } = drip;
  const price = priceOf(drip);
  const whole = price.kind === "flat" ? price : percentSum(price, net ?? 0, rounding);
  return mode === "split a total" ? { kind: "part", total: whole, k, n, is } : whole;
}
