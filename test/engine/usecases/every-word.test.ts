import fc from "fast-check";
import { addDays, day } from "../../../src/engine/kernel/day";
import { toDecimal } from "../../../src/engine/kernel/money";
import { dayTexts, everyWord } from "../../../src/engine/usecases/shared/every-word";
import { entryOf } from "../../../src/sheets/codec/entry-of";
import { dayText, monthText } from "../../../src/ui/format/days";
import { moneyText } from "../../../src/ui/format/money";

const locales = {
  "en-US": ".",
  "en-GB": ".",
  "de-DE": ",",
  "fr-FR": ",",
  "es-ES": ",",
  "nl-NL": ",",
} as const;
const locale = fc.constantFrom(...(Object.keys(locales) as (keyof typeof locales)[]));
const on = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(day("2024-01-01"), n));
const today = day("2026-03-02");
const entries = new Map<string, ReturnType<typeof entryOf>>();
const money = fc.record({
  amount: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  currency: fc.constantFrom("USD", "EUR", "GBP", "JPY") as fc.Arbitrary<never>,
});

/** Whether a search finds a row with this amount and day, in a spreadsheet of this locale. */
function finds(
  search: string,
  tag: keyof typeof locales,
  row: {
    readonly money?: { readonly amount: number; readonly currency: never };
    readonly on?: string;
  },
): boolean {
  const context = {
    decimalMark: locales[tag],
    currency: "USD" as never,
    million: new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).format(1234567.8),
  };
  const known = entries.get(tag) ?? entryOf(tag, today);
  entries.set(tag, known);
  const entry = () => known;
  const texts = [
    ...(row.money ? [toDecimal(row.money), row.money.currency] : []),
    ...dayTexts(row.on, entry),
  ];
  return everyWord(search, context, entry)(() => texts);
}

describe("a search finds amounts and days as people write them", () => {
  test("an amount as the sidebar shows it in the locale, and as plain decimals", () => {
    fc.assert(
      fc.property(money, locale, (given, tag) => {
        const decimal = toDecimal(given);
        expect([decimal, finds(decimal, tag, { money: given })]).toEqual([decimal, true]);
        const shown = moneyText(decimal, given.currency, tag);
        expect([shown, finds(shown, tag, { money: given })]).toEqual([shown, true]);
      }),
      { numRuns: 150 },
    );
  });

  test("a day as the sidebar shows it, in digits of the locale, and as ISO; a month in words", () => {
    fc.assert(
      fc.property(on, locale, (date, tag) => {
        const utc = new Date(`${date}T00:00:00Z`);
        const digits = new Intl.DateTimeFormat(tag, { timeZone: "UTC" }).format(utc);
        for (const search of [
          date,
          date.slice(0, 7),
          dayText(date, tag),
          digits,
          monthText(date.slice(0, 7), tag),
        ]) {
          expect([search, finds(search, tag, { on: date })]).toEqual([search, true]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("another amount and another day are not found", () => {
    fc.assert(
      fc.property(on, locale, fc.integer({ min: 1, max: 300 }), (date, tag, days) => {
        expect(finds(dayText(addDays(date, days), tag), tag, { on: date })).toBe(false);
      }),
      { numRuns: 100 },
    );
    const row = { money: { amount: 1980, currency: "USD" as never }, on: "2026-03-05" };
    expect(finds("19.80", "en-US", row)).toBe(true);
    expect(finds("19,80", "de-DE", row)).toBe(true);
    expect(finds("19.81", "en-US", row)).toBe(false);
    expect(finds("usd 19.8", "en-US", row)).toBe(true);
    expect(finds("5 mar", "en-US", row)).toBe(true);
    expect(finds("6 mar", "en-US", row)).toBe(false);
  });
});
