import fc from "fast-check";
import { displayValue } from "../../../host/workbook";
import { coerceText } from "../../../host/workbook/coercion/coerce-text";

const context = { locale: "en_US", today: () => 46085 };
const typed = (text: string, locale = "en_US", format = "") => {
  const coerced = coerceText(text, format, "script", { ...context, locale });
  return coerced.kind === "formula" ? coerced.formula : coerced.value;
};

test.each([
  ["01234", 1234],
  ["22 34", 2234],
  ["2.000", 2],
  ["1,000,000", 1000000],
  ["$2.99", 2.99],
  ["-€5", -5],
  ["(5)", -5],
  ["+5", 5],
  ["50%", 0.5],
  ["1e3", 1000],
  [".5", 0.5],
  ["1,00", "1,00"],
  ["1.2.3", "1.2.3"],
  ["12a", "12a"],
  ["TRUE", true],
  ["false", false],
  ["cus_1", "cus_1"],
  ["  padded text", "  padded text"],
  [" 12 ", 12],
  ["-", "-"],
  ["=", "="],
])("typing %j in an American sheet gives %j", (text, value) => {
  expect(typed(text)).toBe(value);
});

test.each([
  ["1.200,00", 1200],
  ["1,5", 1.5],
  ["1.200", 1200],
  ["4.3.2026", 46085],
  ["4. März 2026", 46085],
])("typing %j in a German sheet gives %j", (text, value) => {
  expect(typed(text, "de_DE")).toBe(value);
});

test.each([
  ["2026-03-04", "en_US", 46085],
  ["3/4/2026", "en_US", 46085],
  ["3/4/26", "en_US", 46085],
  ["3/4", "en_US", 46085],
  ["4/3/2026", "en_GB", 46085],
  ["Mar 4, 2026", "en_US", 46085],
  ["4 March 2026", "en_GB", 46085],
  ["2026-03-04 06:00", "en_US", 46085.25],
  ["07:30", "en_US", 0.3125],
  ["7:30 pm", "en_US", 0.8125],
  ["36:00:00", "en_US", 1.5],
])("%j is a date or a time in %s", (text, locale, serial) => {
  expect(typed(text, locale)).toBeCloseTo(Number(serial), 9);
});

test.each(["2026-02-30", "13/13/2026", "2026-03-04T07:00:00Z", "May be 3", "25:99"])(
  "%j stays text",
  (text) => {
    expect(typed(text)).toBe(text);
  },
);

test.each([
  ["=A1", "=A1"],
  ["+Dri7", "=+Dri7"],
  ["-x", "=-x"],
  ["@handle", "=@handle"],
])("%j becomes the formula %j", (text, formula) => {
  expect(typed(text)).toBe(formula);
});

test("an apostrophe keeps the rest as text and is not part of the value", () => {
  expect(typed("'01234")).toBe("01234");
  expect(typed("'=A1")).toBe("=A1");
  expect(typed("'=A1", "en_US", "@")).toBe("=A1");
});

test("a plain-text cell keeps everything but a script's formula as text", () => {
  expect(typed("01234", "en_US", "@")).toBe("01234");
  expect(typed("+5", "en_US", "@")).toBe("+5");
  expect(typed("=A1", "en_US", "@")).toBe("=A1");
  expect(coerceText("=A1", "@", "script", context).kind).toBe("formula");
  expect(coerceText("=A1", "@", "person", context).kind).toBe("value");
});

test("a text escaped with an apostrophe always arrives unchanged", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.constantFrom("", "@"), (text, format) => {
      expect(typed(`'${text}`, "en_US", format)).toBe(text);
    }),
  );
});

test("a number is recovered from what its cell shows", () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  fc.assert(
    fc.property(cents, fc.constantFrom("en_US", "de_DE", "fr_FR", "sv_SE"), (amount, locale) => {
      expect(typed(displayValue(amount / 100, "#,##0.00", locale), locale)).toBe(amount / 100);
    }),
  );
});
