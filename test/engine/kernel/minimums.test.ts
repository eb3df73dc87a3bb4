import fc from "fast-check";
import type { Currency } from "../../../src/engine/kernel/money";
import { minimumsField } from "../../../src/engine/kernel/setting-fields";
import { context } from "../../support/shapes";

const read = (text: string) => {
  const parsed = minimumsField.parse(text, context);
  return parsed.ok ? parsed.value : parsed.code;
};

test.each([
  ["USD 50, EUR 40", { USD: 5_000, EUR: 4_000 }],
  ["usd 30.5; JPY 1000", { USD: 3_050, JPY: 1_000 }],
  ["KWD 1.500", { KWD: 1_500 }],
  ["none", {}],
])("the minimum payouts “%s” are read", (text, minimums) => {
  expect(read(text)).toEqual(minimums);
});

test.each([
  "USD 1.500",
  "JPY 1.5",
  "USD 50.",
  "USD 1,500",
  "USD 1.500,00",
  "USD 50, USD 60",
  "USD 50, usd 50",
  "USD 50 EUR 40",
  "USD -5",
  "50",
])("the minimum payouts “%s” can be read in more than one way, or in none (CELL-5)", (text) => {
  expect(read(text)).toBe("SETTING_INVALID");
});

test("what the program writes of minimum payouts is read back", () => {
  const currencies = ["USD", "EUR", "JPY", "KWD"] as Currency[];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...currencies), fc.nat(10_000_000)), (minimums) => {
      const cell = minimumsField.print(minimums, context);
      if (cell !== "") expect(read(String(cell))).toEqual({ ...minimums });
    }),
  );
});
