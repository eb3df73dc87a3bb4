import { dayField, type FieldContext, momentField } from "../../../src/engine/kernel/fields";
import { isoMoment } from "../../../src/engine/kernel/zoned";
import { offsetsOf } from "../../support/program";

const newYork = offsetsOf("America/New_York")("");
const read = (text: string) => {
  const moment = isoMoment(text, newYork);
  return moment && `${moment.day} ${moment.time}`.trim();
};

test.each([
  ["2026-02-01T03:30:00Z", "2026-01-31 22:30:00"],
  ["2026-02-01T03:30:00.123Z", "2026-01-31 22:30:00"],
  ["2026-02-01T09:00:00+09:00", "2026-01-31 19:00:00"],
  ["2026-02-01T09:00+0900", "2026-01-31 19:00:00"],
  ["2026-01-31 23:30:00 -05:00", "2026-01-31 23:30:00"],
  ["2026-02-01T05:00:00Z", "2026-02-01"],
  ["2026-02-01T03:30:00", "2026-02-01 03:30:00"],
  ["2026-02-01 03:30", "2026-02-01 03:30:00"],
  ["2026-07-01T03:30:00Z", "2026-06-30 23:30:00"],
])("the text %s in a date cell is %s in New York (IMPORT-13)", (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

test.each([
  "2026-02-30T03:30:00Z",
  "2026-02-01T25:00Z",
  "2026-02-01T03:30 soon",
  "T03:30Z",
  "03:30",
])("%s is no date", (text) => {
  expect(read(text)).toBeUndefined();
});

test("a date cell takes it as a day, or as a day with its clock", () => {
  const context = { decimalMark: ".", currency: "USD", offsetAt: newYork } as FieldContext;
  const text = "2026-02-01T03:30:00Z";

  expect(dayField.parse(text, context)).toEqual({ ok: true, value: "2026-01-31" });
  expect(momentField.parse(text, context)).toEqual({
    ok: true,
    value: { day: "2026-01-31", time: "22:30:00" },
  });
});

test("a time of another zone is a problem where the spreadsheet's own is not known", () => {
  const context = { decimalMark: ".", currency: "USD" } as FieldContext;

  expect(momentField.parse("2026-02-01T03:30:00Z", context)).toMatchObject({ ok: false });
  expect(momentField.parse("2026-02-01T03:30:00", context)).toMatchObject({ ok: true });
});
