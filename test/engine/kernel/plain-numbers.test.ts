import fc from "fast-check";
import { numberToDecimal, parseScaled, plainlyScaled } from "../../../src/engine/kernel/money";

/** Numbers as cells hold them: typed amounts, what sums and products of them come to, and any other. */
const cell = fc.oneof(
  fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4)).map(([n, digits]) => n / 10 ** digits),
  fc.tuple(fc.integer({ max: 1e6 }), fc.nat(1e4)).map(([a, b]) => (a / 100) * (b / 1000)),
  fc.constantFrom(-0, 0.1 + 0.2, 3 * 1.1, 1.005, 0.615, 999_999_999_999_999, 1e15, 1e21, 5e-324),
  fc.double(),
);

test("what is read of a number without its text is what its text says (MONEY-3, MONEY-4)", () => {
  fc.assert(
    fc.property(cell, fc.nat(4), (number, scale) => {
      const plain = plainlyScaled(number, scale);
      if (plain === undefined) return;
      expect(parseScaled(numberToDecimal(number), scale)).toEqual({ ok: true, value: plain });
    }),
    { numRuns: 5_000 },
  );
});

test("amounts that people type are read without their text", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      expect(plainlyScaled(cents / 100, 2)).toBe(cents);
    }),
  );
});
