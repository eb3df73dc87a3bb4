import { day } from "../../../src/engine/kernel/day";
import { amountField, percentField } from "../../../src/engine/kernel/fields";
import { type Currency, exponentOf, parseCurrency } from "../../../src/engine/kernel/money";

const currencyOf = (code: string): Currency => parseCurrency(code) as Currency;

describe("currencies", () => {
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
});

describe("amounts in cells", () => {
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
    "an invalid amount of %s shows how to type one where decimals follow “%s”",
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
