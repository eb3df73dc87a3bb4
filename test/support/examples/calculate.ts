import {
  type Currency,
  exponentOf,
  type Percent,
  parseScaled,
  percentOf,
  type Scaled,
  toDecimal,
} from "../../../src/engine/kernel/money";
import type { CalculationJson } from "./format";

function scaledValue(scaled: Scaled): number {
  if (!scaled.ok) throw new Error(scaled.reason);
  return scaled.value;
}

/** What the engine makes of a percent of an amount, as decimal text. */
export function calculate({ percent, of, currency, rounding }: CalculationJson): string {
  const code = currency as Currency;
  const rate = scaledValue(parseScaled(percent, 4)) as Percent;
  const base = scaledValue(parseScaled(of, exponentOf(code)));
  return toDecimal({
    amount: percentOf(base, rate, rounding ?? "half away from zero"),
    currency: code,
  });
}
