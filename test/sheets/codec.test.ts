import fc from "fast-check";
import { type CoercionContext, coerceText } from "../../host/workbook/coercion/coerce-text";
import type { Day } from "../../src/engine/kernel/day";
import { createCodec, sameRaw, toWritten } from "../../src/sheets/codec/codec";
import { fromDateCell, toDateCell } from "../../src/sheets/codec/date-cell";
import { decimalMarkIn, millionOf } from "../../src/sheets/codec/decimal-mark";
import { safeText } from "../../src/sheets/codec/safe-text";
import { memoZoneOffset, offsetFromText } from "../../src/sheets/codec/zone-offset";

/** A zone's offset by Intl, in the place of Utilities.formatDate; `asked` counts the look-ups. */
function zone(timeZone: string) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  const counter = { asked: 0 };
  const exact = (instant: number) => {
    counter.asked += 1;
    return offsetFromText(format.format(instant).replace(" ", "T"), instant);
  };
  return { exact, offsetAt: memoZoneOffset(exact), counter };
}

const zones = ["Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "UTC"];
const instants = fc.integer({
  min: Date.UTC(2010, 0, 1) / 1000,
  max: Date.UTC(2030, 0, 1) / 1000,
});

describe.each(zones)("in %s", (name) => {
  const { exact, offsetAt } = zone(name);

  test("a cached offset is exact at every instant", () => {
    fc.assert(
      fc.property(instants, (second) => {
        expect(offsetAt(second * 1000)).toBe(exact(second * 1000));
      }),
    );
  });

  test("a date read from a cell and written back is the same instant's day and time", () => {
    fc.assert(
      fc.property(instants, (second) => {
        const cell = toDateCell(second * 1000, offsetAt);
        expect(toDateCell(fromDateCell(cell, offsetAt).getTime(), offsetAt)).toEqual(cell);
      }),
    );
  });
});

test("the hours around a change of clocks are read exactly", () => {
  const { offsetAt } = zone("Europe/Berlin");
  const before = Date.UTC(2026, 2, 29, 0, 59, 59);
  expect(toDateCell(before, offsetAt)).toEqual({ day: "2026-03-29", time: "01:59:59" });
  expect(toDateCell(before + 1000, offsetAt)).toEqual({ day: "2026-03-29", time: "03:00:00" });
});

test("a midnight that the clocks skip is written as the first moment of that day", () => {
  const { offsetAt } = zone("America/Sao_Paulo");
  const day = "2017-10-15" as Day;
  const instant = fromDateCell({ day, time: "" }, offsetAt).getTime();
  expect(toDateCell(instant, offsetAt)).toEqual({ day, time: "01:00:00" });
});

test("100,000 dates of two years cost under 400 look-ups", () => {
  const { offsetAt, counter } = zone("Europe/Berlin");
  const start = Date.UTC(2025, 0, 1);
  for (let i = 0; i < 100_000; i++) toDateCell(start + i * 631_000, offsetAt);
  expect(counter.asked).toBeLessThan(400);
});

test("a time blurred by a serial number is read to the second", () => {
  const { offsetAt } = zone("UTC");
  const blurred = Date.UTC(2026, 0, 5, 9, 30) - 0.4;
  expect(toDateCell(blurred, offsetAt)).toEqual({ day: "2026-01-05", time: "09:30:00" });
});

test("cells that are no dates pass the codec unchanged", () => {
  const codec = createCodec(zone("UTC").offsetAt);
  for (const value of ["", "=1", 12.5, true]) {
    expect(codec.toRaw(codec.toCell(value))).toBe(value);
  }
});

const context = (locale: string): CoercionContext => ({ locale, today: () => 46_000 });
const risky = [
  "=1+1",
  "+49 30 1234",
  "-",
  "@sum",
  "\ttab",
  "\rreturn",
  "'quoted",
  "''",
  "00123",
  "1e5",
  "2026-01",
  "2026-03-04",
  "TRUE",
  "false ",
  "12.5%",
  "$5",
  "May 5",
  "5 May",
  "Jan 2026",
  "09:30",
  "1.234,5",
  "(5)",
  " 7",
  "1/2",
];

describe.each(["en_US", "de_DE"])("under %s", (locale) => {
  describe.each(["", "@"])("in a cell of format “%s”", (format) => {
    const arrives = (text: string) => coerceText(safeText(text), format, "script", context(locale));

    test.each(risky)("the text “%s” stays that text", (text) => {
      expect(arrives(text)).toMatchObject({ kind: "value", value: text });
    });

    test("any text stays that text", () => {
      const text = fc.oneof(
        fc.string(),
        fc.string({ unit: fc.constantFrom(..."=+-@'%$€().,:/0123456789eE TRUEMay\t") }),
      );
      fc.assert(
        fc.property(text, (given) => {
          expect(arrives(given)).toMatchObject({ kind: "value", value: given });
        }),
        { numRuns: 2_000 },
      );
    });
  });
});

test("plain words and the program's own keys are written without an apostrophe", () => {
  for (const text of ["active", "trx_9/trg_2", "drip_7#3", "inv_2026-03_USD", '{"all":[]}']) {
    expect(safeText(text)).toBe(text);
  }
});

test("the decimal mark follows the spreadsheet's locale", () => {
  expect(
    ["en_US", "de_DE", "fr_FR", "de_CH", "nonsense locale"].map(millionOf).map(decimalMarkIn),
  ).toEqual([".", ",", ",", ".", "."]);
});

test("a number in a date cell that is no date counts as an error value, and is never written as a date (CELL-1c)", () => {
  const { toCell } = createCodec(() => 0);
  const none = [
    new Date(Number.NaN),
    new Date(8.64e15),
    new Date(-8.64e15),
    new Date(Date.UTC(10_000, 0, 1)),
  ];

  expect(none.map(toCell)).toEqual(none.map(() => "#DATE!"));
  expect(none.map((each) => toWritten(each))).toEqual(none.map(() => "#DATE!"));
  expect(none.every((date) => sameRaw(date, new Date(date.getTime())))).toBe(true);
  expect(toCell(new Date(Date.UTC(9999, 11, 30)))).toEqual({ day: "9999-12-30", time: "" });
});
