import {
  amountText,
  mayBe,
  readAmount,
  styleOf,
} from "../../../../src/engine/intake/import/read-amount";
import type { Currency } from "../../../../src/engine/kernel/money";

const read = (
  text: string,
  {
    currency = "EUR",
    locale = "." as "." | ",",
    file = [] as readonly string[],
    isMinor = false,
  } = {},
) => {
  const style = { ...styleOf([text, ...file]), localeMark: locale, isMinor };
  const amount = readAmount(text, currency as Currency, style);
  return amount.ok ? amount.amount : amount.reason;
};

test.each([
  ["427,25 €", 42_725],
  ["€427.25", 42_725],
  ["EUR 1.200,50", 120_050],
  ["1 200,50", 120_050],
  ["1 200,50 €", 120_050],
  ["1'200.50", 120_050],
  ["1’200.50", 120_050],
  ["1,23,456.50", 12_345_650],
  ["1.234.567", 123_456_700],
  ["(12.00)", -1_200],
  ["-12.00", -1_200],
  ["12,00-", -1_200],
  ["−12,5", -1_250],
  ["- 12.5", -1_250],
  ["€ -12.50", -1_250],
  ["12,-", 1_200],
  ["12.–", 1_200],
  ["Rs.500", 50_000],
  ["Fr. 12.50", 1_250],
  ["$12.00 USD", 1_200],
  ["12.5000", 1_250],
  ["0.500", 50],
  ["+5", 500],
  ["１２.５０", 1_250],
])("the amount %j is %d minor units", (text, amount) => {
  expect(read(text)).toBe(amount);
});

test.each(["12o.00", "1,2,3", "12 50", "--5", "-5-", "(-5)", "", "€", "1.2e3", "5 %,", "1/2"])(
  "%j is no amount",
  (text) => {
    expect(read(text)).toBe(`“${text}” is not an amount`);
  },
);

describe("one point or comma before three digits", () => {
  const twoWays = "“1.200” can be read in more than one way";

  test("is thousands if the locale or the file says so, three decimals only if the currency has them", () => {
    expect(read("1.200")).toBe(twoWays);
    expect(read("1.200", { locale: "," })).toBe(120_000);
    expect(read("1,200")).toBe(120_000);
    expect(read("1.200", { file: ["99,50"] })).toBe(120_000);
    expect(read("1,200", { file: ["99.50"] })).toBe(120_000);
    expect(read("1.250", { currency: "KWD" })).toBe(1_250);
    expect(read("1,250", { currency: "KWD", file: ["0,500"] })).toBe(1_250);
    expect(read("1.250", { currency: "JPY" })).toBe("“1.250” can be read in more than one way");
  });

  test("is never 1.20 by chance: not where other amounts have two decimals, nor where they contradict each other", () => {
    expect(read("1.200", { file: ["99.50"] })).toBe(twoWays);
    expect(read("1.200", { file: ["99.50", "99,50"] })).toBe(twoWays);
    expect(read("1.250", { currency: "KWD", locale: "," })).toBe(
      "“1.250” can be read in more than one way",
    );
  });

  test("has three decimals if other amounts prove it", () => {
    expect(read("1.200", { file: ["0.500"] })).toBe(120);
    expect(read("1.205", { file: ["0.500"] })).toBe("“1.205” has more decimals than EUR has (2)");
  });
});

test("minor units are whole numbers", () => {
  expect(read("1250", { isMinor: true })).toBe(1_250);
  expect(read("12.50", { isMinor: true })).toMatch(/more decimals than an amount in minor units/);
});

test("a sign beside an amount is of its currency, or of one of several", () => {
  const may = (text: string, currency: string) =>
    mayBe(amountText(text)?.money ?? [], currency as Currency);
  expect([may("€5", "EUR"), may("$5", "USD"), may("$5", "CAD"), may("5 kr.", "SEK")]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([may("€5", "USD"), may("$5", "EUR"), may("US$5", "CAD")]).toEqual([false, false, false]);
});
