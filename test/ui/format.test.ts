import fc from "fast-check";
import { clockText, dayText, monthText, shortMonthText } from "../../src/ui/format/days";
import { localeOf } from "../../src/ui/format/locale";
import { moneyText } from "../../src/ui/format/money";
import { capitalize, count, daysLeftText } from "../../src/ui/format/words";

/** Intl separates with narrow and no-break spaces; a reader sees spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("the spreadsheet's locale", () => {
  test.each([
    ["en_US", "en-US"],
    ["de", "de"],
    ["sr_RS@latin", "sr-RS"],
    ["", undefined],
    [undefined, undefined],
    ["no such locale!", undefined],
  ])("%p is read as %p", (spelled, locale) => {
    expect(localeOf(spelled)).toBe(locale);
  });
});

describe("amounts", () => {
  test.each([
    ["1200.00", "USD", "en-US", "$1,200.00"],
    ["1200.00", "EUR", "de-DE", "1.200,00 €"],
    ["48000", "JPY", "en-US", "¥48,000"],
    ["0.093", "KWD", "en-US", "KWD 0.093"],
    ["-20.00", "USD", "en-US", "-$20.00"],
  ])("%s %s is written in %s as %s", (decimal, currency, locale, written) => {
    expect(plain(moneyText(decimal, currency, locale))).toBe(written);
  });

  test("without a known locale, the plain decimal stands with its code", () => {
    expect(moneyText("1200.00", "USD", undefined)).toBe("1200.00 USD");
  });

  test("a code that Intl refuses still shows", () => {
    expect(moneyText("5.00", "U$", "en-US")).toBe("5.00 U$");
  });

  test("no digit of an amount is lost or rounded", () => {
    const amounts = fc.tuple(
      fc.integer({ min: 0, max: 99_999_999_999 }),
      fc.integer({ min: 0, max: 99 }),
    );
    fc.assert(
      fc.property(amounts, ([whole, cents]) => {
        const decimal = `${whole}.${String(cents).padStart(2, "0")}`;
        const digits = moneyText(decimal, "USD", "en-US").replace(/\D/g, "");
        expect(digits).toBe(decimal.replace(".", ""));
      }),
    );
  });
});

describe("days", () => {
  test("a civil day stays the day that it is, in every zone of the reader", () => {
    expect(dayText("2026-01-15", "en-US")).toBe("Jan 15, 2026");
    expect(dayText("2026-01-15", "de-DE")).toBe("15. Jan. 2026");
  });

  test("a month is named with its year", () => {
    expect(monthText("2026-01", "en-US")).toBe("January 2026");
    expect(shortMonthText("2026-01", "en-US")).toBe("Jan 2026");
    expect(shortMonthText("2026-01", undefined)).toBe("2026-01");
  });

  test("without a known locale, the ISO text stands", () => {
    expect([dayText("2026-01-15", undefined), monthText("2026-01", undefined)]).toEqual([
      "2026-01-15",
      "2026-01",
    ]);
  });

  test("text that is no day is shown unchanged", () => {
    expect(dayText("soon", "en-US")).toBe("soon");
  });

  test("clock times are shown without seconds", () => {
    expect(clockText("06:12:40")).toBe("06:12");
  });
});

describe("words", () => {
  test.each([
    [0, "0 rewards"],
    [1, "1 reward"],
    [1204, "1,204 rewards"],
  ])("%d is counted as %s", (n, words) => {
    expect(count(n, "reward", "en-US")).toBe(words);
  });

  test("an irregular plural is given", () => {
    expect(count(2, "reward to review", "en-US", "rewards to review")).toBe("2 rewards to review");
  });

  test.each([
    [7, "7 days left"],
    [1, "1 day left"],
    [0, "Last day"],
    [-1, "1 day over"],
    [-3, "3 days over"],
  ])("with %d days to go a review says %s", (days, words) => {
    expect(daysLeftText(days)).toBe(words);
  });

  test("a word at the start of a line has a capital", () => {
    expect(capitalize("missed reward")).toBe("Missed reward");
  });
});
