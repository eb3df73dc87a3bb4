import fc from "fast-check";
import {
  type Currency,
  exponentOf,
  HUNDRED_PERCENT,
  numberToDecimal,
  type Percent,
  parseScaled,
  partOf,
  percentOf,
  toCellNumber,
  toDecimal,
} from "../../src/engine/kernel/money";
import { roundings } from "../../src/engine/kernel/vocabulary";
import { amountByTerms, termsField } from "../../src/engine/tables/packed/terms";
import { law } from "../support/laws";
import { context } from "../support/shapes";

const minor = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });
const percent = fc.integer({ min: 0, max: 3 * HUNDRED_PERCENT }).map((n) => n as Percent);
const rounding = fc.constantFrom(...roundings);
const currency = fc.constantFrom(...(["USD", "JPY", "KWD", "EUR", "UYW"] as Currency[]));

describe("laws of money", () => {
  law(
    "the parts of a split sum to its total, and every prefix is within one unit of fair",
    fc.tuple(minor, fc.integer({ min: 1, max: 600 }), rounding),
    ([total, n, how]) => {
      let sum = 0;
      for (let k = 1; k <= n; k++) {
        sum += partOf(total, k, n, how);
        expect(Math.abs(sum * n - total * k)).toBeLessThanOrEqual(n);
      }
      expect(sum).toBe(total);
    },
  );

  law(
    "a percent of a negative amount is the negative of the percent",
    fc.tuple(minor, percent, rounding),
    ([amount, rate, how]) => {
      const plus = percentOf(amount, rate, how);
      const minus = percentOf(-amount, rate, how);
      expect(plus + minus).toBe(0);
    },
  );

  law(
    "a percent is rounded once: at most half a unit from the exact value",
    fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), percent, rounding),
    ([amount, rate, how]) => {
      const exact = BigInt(amount) * BigInt(rate);
      const rounded = BigInt(percentOf(amount, rate, how)) * BigInt(HUNDRED_PERCENT);
      const off = exact > rounded ? exact - rounded : rounded - exact;
      expect(off * 2n <= BigInt(HUNDRED_PERCENT)).toBe(true);
    },
  );

  law(
    "a larger amount never has a smaller percent",
    fc.tuple(minor, minor, percent, rounding),
    ([a, b, rate, how]) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      expect(percentOf(less, rate, how)).toBeLessThanOrEqual(percentOf(more, rate, how));
    },
  );

  law(
    "decimal text and cell numbers read back as the same amount",
    fc.tuple(minor, currency),
    ([amount, code]) => {
      const money = { amount, currency: code };
      const same = { ok: true, value: amount };
      expect(parseScaled(toDecimal(money), exponentOf(code))).toEqual(same);
      expect(toCellNumber(money)).toBe(Number(toDecimal(money)));
      expect(parseScaled(numberToDecimal(toCellNumber(money)), exponentOf(code))).toEqual(same);
    },
  );

  law(
    "a reward's terms read back as they were, and never come to more than their room",
    fc.tuple(
      percent,
      fc.nat(99_999_999),
      fc.option(fc.nat(99_999_999)),
      rounding,
      fc.option(fc.nat(9_999_999)),
      fc.option(fc.record({ k: fc.integer({ min: 1, max: 12 }), n: fc.constant(12) })),
      currency,
    ),
    ([rate, base, of, how, room, part, code]) => {
      const terms = {
        kind: "percent",
        percent: rate,
        base,
        of,
        rounding: how,
        room,
        part,
      } as const;
      const at = { ...context, currency: code };
      expect(termsField.parse(termsField.print(terms, at), at)).toEqual({ ok: true, value: terms });
      expect(amountByTerms(terms, base)).toBeLessThanOrEqual(room ?? Number.MAX_SAFE_INTEGER);
    },
  );
});
