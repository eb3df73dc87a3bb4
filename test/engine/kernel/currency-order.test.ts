import { byCurrency, currenciesOf } from "../../../src/engine/kernel/currency-order";
import type { Currency } from "../../../src/engine/kernel/money";

const given = ["USD", "JPY", "EUR", "KWD", "JPY"] as Currency[];

test("each currency stands once: the program's first, the others by their codes", () => {
  expect(currenciesOf(given, "KWD" as Currency)).toEqual(["KWD", "EUR", "JPY", "USD"]);
  expect(currenciesOf(given, "CHF" as Currency)).toEqual(["EUR", "JPY", "KWD", "USD"]);
});

test("rows by currency are in the same order, each group in its own", () => {
  const rows = given.map((currency, amount) => ({ currency, amount }));
  expect(byCurrency(rows, "USD" as Currency)).toEqual([
    ["USD", [{ currency: "USD", amount: 0 }]],
    ["EUR", [{ currency: "EUR", amount: 2 }]],
    [
      "JPY",
      [
        { currency: "JPY", amount: 1 },
        { currency: "JPY", amount: 4 },
      ],
    ],
    ["KWD", [{ currency: "KWD", amount: 3 }]],
  ]);
});
