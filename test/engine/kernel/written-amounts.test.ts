import fc from "fast-check";
import { amountField, percentField } from "../../../src/engine/kernel/fields";
import type { Currency, Percent } from "../../../src/engine/kernel/money";
import { decimalMarkIn, millionOf } from "../../../src/sheets/codec/decimal-mark";

const read = (locale: string, text: string, currency = "USD") => {
  const million = millionOf(locale);
  const context = { million, decimalMark: decimalMarkIn(million), currency: currency as Currency };
  const parsed = amountField.parse(text, context);
  return parsed.ok ? parsed.value : parsed.code;
};

test.each([
  ["en_US", "1,234.56", 123_456],
  ["en_US", "1234.5", 123_450],
  ["en_US", "-1,234", -123_400],
  ["en_US", "−12.50", -1_250],
  ["en_US", "\u200b 1,200.00\u00a0", 120_000],
  ["en_GB", "12,345,678.90", 1_234_567_890],
  ["de_DE", "1.234,56", 123_456],
  ["de_DE", "1.500", 150_000],
  ["fr_FR", "1 234,56", 123_456],
  ["fr_FR", "1\u202f234\u00a0567,8", 123_456_780],
  ["de_CH", "1’234.56", 123_456],
  ["de_CH", "1'234'567.00", 123_456_700],
  ["en_IN", "1,23,456.50", 12_345_650],
  ["en_IN", "12,34,567", 123_456_700],
  ["en_IN", "1,234.5", 123_450],
  ["sv_SE", "1 234,56", 123_456],
  ["ja_JP", "1,234", 123_400],
] as const)("in %s “%s” is that amount (CELL-5)", (locale, text, amount) => {
  expect(read(locale, text)).toBe(amount);
});

test.each([
  ["en_US", "1.500", "CELL_TOO_MANY_DECIMALS"],
  ["en_US", "12.000", "CELL_TOO_MANY_DECIMALS"],
  ["en_US", "1.234,56", "CELL_AMBIGUOUS"],
  ["en_US", "1,50", "CELL_AMBIGUOUS"],
  ["en_US", "1 500", "CELL_AMBIGUOUS"],
  ["en_US", "1’500", "CELL_AMBIGUOUS"],
  ["en_US", "1,23,456.50", "CELL_AMBIGUOUS"],
  ["de_DE", "1,500", "CELL_TOO_MANY_DECIMALS"],
  ["de_DE", "1.50", "CELL_AMBIGUOUS"],
  ["de_DE", "1 234,56", "CELL_AMBIGUOUS"],
  ["fr_FR", "1.500", "CELL_AMBIGUOUS"],
  ["fr_FR", "1,234.56", "CELL_AMBIGUOUS"],
  ["de_CH", "1.500", "CELL_TOO_MANY_DECIMALS"],
  ["de_CH", "1,234.56", "CELL_AMBIGUOUS"],
  ["en_IN", "12,3456", "CELL_AMBIGUOUS"],
  ["en_US", "12.5.0", "CELL_AMBIGUOUS"],
  ["en_US", "1,,200", "CELL_AMBIGUOUS"],
  ["en_US", "$5", "CELL_NOT_A_NUMBER"],
  ["en_US", "1e3", "CELL_NOT_A_NUMBER"],
] as const)("in %s “%s” is no amount: %s (CELL-5)", (locale, text, code) => {
  expect(read(locale, text)).toBe(code);
});

test.each([
  ["KWD", "1.500", 1_500],
  ["JPY", "1,500", 1_500],
  ["JPY", "1500.0", "CELL_TOO_MANY_DECIMALS"],
  ["KWD", "1.5000", "CELL_TOO_MANY_DECIMALS"],
] as const)("of %s the written decimals of “%s” count (CELL-5)", (currency, text, wanted) => {
  expect(read("en_US", text, currency)).toBe(wanted);
});

const locales = [
  "en_US",
  "en_IN",
  "de_DE",
  "de_CH",
  "de_AT",
  "fr_FR",
  "fr_CH",
  "es_ES",
  "pt_BR",
  "pt_PT",
  "pl_PL",
  "sv_SE",
  "nb_NO",
  "it_IT",
  "nl_NL",
  "ja_JP",
  "en_ZA",
  "hu_HU",
  "tr_TR",
];

test("what a locale writes is read back unchanged in that locale, and never as another amount except by another locale's own marks (CELL-5)", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...locales),
      fc.constantFrom(...locales),
      fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }),
      (writer, reader, cents) => {
        const text = (cents / 100).toLocaleString(writer.replace("_", "-"), {
          minimumFractionDigits: 2,
        });
        expect(read(writer, text)).toBe(cents === 0 ? 0 : cents);
        const found = read(reader, text);
        // Two decimals can't be taken for thousands: in any other locale it is the same amount, or a problem.
        if (typeof found === "number") expect(found).toBe(cents === 0 ? 0 : cents);
      },
    ),
    { numRuns: 500 },
  );
});

test("a percent's decimals follow either mark, unless there are three of them (CELL-6a)", () => {
  const german = { decimalMark: ",", million: "1.234.567,8", currency: "EUR" as Currency } as const;
  expect(percentField.parse("2,9 %", german)).toEqual({ ok: true, value: 29_000 });
  expect(percentField.parse("2.9%", german)).toEqual({ ok: true, value: 29_000 });
  expect(percentField.parse("2,125", german)).toEqual({ ok: true, value: 21_250 });
  const thousands = percentField.parse("2.125%", german);
  expect(thousands).not.toMatchObject({ value: 21_250 });
  expect(percentField.parse("2.1.25", german)).toMatchObject({ ok: false });
});

test("a percent that the program wrote is the same after a change of locale (CELL-6a)", () => {
  const locales = ["en_US", "de_DE", "fr_CH", "en_IN", "de_CH", "ja_JP"].map((locale) => {
    const million = millionOf(locale);
    return { decimalMark: decimalMarkIn(million), million, currency: "EUR" as Currency };
  });
  fc.assert(
    fc.property(
      fc.nat(5_000_000),
      fc.constantFrom(...locales),
      fc.constantFrom(...locales),
      (value, writer, reader) => {
        const cell = percentField.print(value as Percent, writer);
        expect(percentField.parse(cell, reader)).toEqual({ ok: true, value });
      },
    ),
  );
});
