import { day } from "../../src/engine/kernel/day";
import { amountField, percentField } from "../../src/engine/kernel/fields";
import {
  type Currency,
  exponentOf,
  type Percent,
  parseCurrency,
  parseScaled,
  partOf,
  percentOf,
  toDecimal,
} from "../../src/engine/kernel/money";
import type { Rounding } from "../../src/engine/kernel/vocabulary";

const currencyOf = (code: string): Currency => parseCurrency(code) as Currency;

function minor(decimal: string, code: string): number {
  const context = { decimalMark: ".", currency: currencyOf(code) } as const;
  const parsed = amountField.parse(decimal, context);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function percentText(
  percent: string,
  of: string,
  code: string,
  rounding: Rounding = "half away from zero",
): string {
  const rate = parseScaled(percent, 4);
  if (!rate.ok) throw new Error(rate.reason);
  const amount = percentOf(minor(of, code), rate.value as Percent, rounding);
  return toDecimal({ amount, currency: currencyOf(code) });
}

describe("money (product.md §7)", () => {
  test.each([
    ["20", "458.92", "USD", "91.78"],
    ["20", "258.83", "USD", "51.77"],
    ["20", "405.33", "USD", "81.07"],
    ["20", "30.31", "USD", "6.06"],
    ["10", "0.15", "USD", "0.02"],
    ["10", "0.25", "USD", "0.03"],
    ["10", "-0.25", "USD", "-0.03"],
    ["20", "0.03", "USD", "0.01"],
    ["2.9", "5.00", "USD", "0.15"],
    ["15", "1000", "JPY", "150"],
    ["15", "999", "JPY", "150"],
    ["7.5", "1.234", "KWD", "0.093"],
  ])("%s %% of %s %s is %s", (percent, of, code, expected) => {
    expect(percentText(percent, of, code)).toBe(expected);
  });

  test.each([
    ["JPY", 0],
    ["USD", 2],
    ["KWD", 3],
    ["CLF", 4],
    ["KRW", 0],
    ["TND", 3],
    ["MGA", 2],
    ["MRU", 2],
  ])("%s has the %d decimals of ISO 4217", (code, decimals) => {
    expect(exponentOf(currencyOf(code))).toBe(decimals);
  });

  test("half to even rounds 10 % of 0.25 to 0.02, alike for a negative amount", () => {
    expect(percentText("10", "0.25", "USD", "half to even")).toBe("0.02");
    expect(percentText("10", "-0.25", "USD", "half to even")).toBe("-0.02");
    expect(percentText("10", "0.15", "USD", "half to even")).toBe("0.02");
  });

  test("20.00 in 12 parts is 1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67", () => {
    const parts = Array.from({ length: 12 }, (_, i) =>
      toDecimal({
        amount: partOf(2000, i + 1, 12, "half away from zero"),
        currency: currencyOf("USD"),
      }),
    );
    expect(parts.join(" ")).toBe("1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67 1.67 1.66 1.67");
  });

  test("300.00 in 6 parts is six times 50.00", () => {
    const parts = Array.from({ length: 6 }, (_, i) =>
      partOf(30_000, i + 1, 6, "half away from zero"),
    );
    expect(parts).toEqual([5000, 5000, 5000, 5000, 5000, 5000]);
  });
});

describe("amounts in cells (product.md §7)", () => {
  const read = (cell: number | string, code = "USD", decimalMark: "." | "," = ".") =>
    amountField.parse(cell, { decimalMark, currency: currencyOf(code) });

  test("a cell's number is taken at 15 significant digits, so =3*1.1 is 3.30", () => {
    expect(read(3 * 1.1)).toEqual({ ok: true, value: 330 });
  });

  test("more decimals than the currency has is a problem, never rounded", () => {
    expect(read(12.345)).toMatchObject({ ok: false, code: "CELL_TOO_MANY_DECIMALS" });
    expect(read(10.5, "JPY")).toMatchObject({ ok: false, code: "CELL_TOO_MANY_DECIMALS" });
    expect(read(1.234, "KWD")).toEqual({ ok: true, value: 1234 });
  });

  test("text amounts are read by the spreadsheet's locale only", () => {
    expect(read("1,200.50")).toEqual({ ok: true, value: 120_050 });
    expect(read("1.200,50", "USD", ",")).toEqual({ ok: true, value: 120_050 });
    expect(read("1.200,50")).toMatchObject({ ok: false, code: "CELL_AMBIGUOUS" });
    expect(read("$5")).toMatchObject({ ok: false, code: "CELL_NOT_A_NUMBER" });
    expect(read({ day: day("2026-01-02"), time: "" } as never)).toMatchObject({ ok: false });
  });

  test.each([
    ["USD", ".", "“much” is not a number. Type it in digits, for example 12.50."],
    ["EUR", ",", "“much” is not a number. Type it in digits, for example 12,50."],
    ["JPY", ".", "“much” is not a number. Type it in digits, for example 12."],
  ] as const)(
    "what is no amount of %s says how one is typed where decimals follow “%s”",
    (code, mark, message) => {
      expect(read("much", code, mark)).toMatchObject({ ok: false, message });
      const example = /example (.*)\.$/.exec(message)?.[1] ?? "";
      expect(read(example, code, mark)).toMatchObject({ ok: true });
    },
  );

  test("a percent has up to four decimals, and a bare fraction is ambiguous", () => {
    const context = { decimalMark: ".", currency: currencyOf("USD") } as const;
    expect(percentField.parse("2.9%", context)).toEqual({ ok: true, value: 29_000 });
    expect(percentField.parse("0.0001", context)).toEqual({ ok: true, value: 1 });
    expect(percentField.parse("0.00001", context)).toMatchObject({ ok: false });
    expect(percentField.parse(0.2, context)).toMatchObject({ ok: false, code: "CELL_AMBIGUOUS" });
  });
});
