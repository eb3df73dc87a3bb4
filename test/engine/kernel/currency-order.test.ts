import { currencyOrder } from "../../../src/engine/kernel/currency-order";
import type { Currency } from "../../../src/engine/kernel/money";

test("the program's currency stands first, the others by their codes", () => {
  const given = ["USD", "JPY", "EUR", "KWD"];
  expect([...given].sort(currencyOrder("KWD" as Currency))).toEqual(["KWD", "EUR", "JPY", "USD"]);
  expect([...given].sort(currencyOrder("CHF" as Currency))).toEqual(["EUR", "JPY", "KWD", "USD"]);
});
