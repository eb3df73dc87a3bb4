import fc from "fast-check";
import { numberOf, numberText } from "../../src/ui/format/number";

describe("a number as it is typed", () => {
  test.each([
    ["1,200.5", "en-US", 1200.5],
    ["1.200,5", "de-DE", 1200.5],
    ["-3", "de-DE", -3],
    ["12", undefined, 12],
    ["1 200,5", "fr-FR", 1200.5],
  ])("%s in %s is %d", (typed, locale, number) => {
    expect(numberOf(typed, locale)).toBe(number);
  });

  test.each([
    ["1,5", "en-US"],
    ["1.5", "de-DE"],
    ["1.", "en-US"],
    ["", "en-US"],
    ["1e5", "en-US"],
    ["12o", "en-US"],
  ])("%s in %s is not a number", (typed, locale) => {
    expect(numberOf(typed, locale)).toBeUndefined();
  });

  test("is read back as shown, in every locale", () => {
    const numbers = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100);
    fc.assert(
      fc.property(numbers, fc.constantFrom("en-US", "de-DE", "fr-FR"), (number, locale) => {
        expect(numberOf(numberText(number, locale), locale)).toBe(number);
      }),
    );
  });
});
