import { isDateFormat } from "numfmt";
import { displayValue } from "../../../host/workbook";

test.each([
  [1234.5, "", "en_US", "1234.5"],
  [0.1 + 0.2, "", "en_US", "0.3"],
  [1 / 3, "", "de_DE", "0,3333333333"],
  [1e15, "", "en_US", "1E+15"],
  [1234.5, "#,##0.00", "en_US", "1,234.50"],
  [1234.5, "#,##0.00", "de_DE", "1.234,50"],
  [1.005, "0.00", "en_US", "1.01"],
  [-0.001, "0.00", "en_US", "0.00"],
  [-5, "0.00;(0.00)", "en_US", "(5.00)"],
  [0, '0;-0;"none"', "en_US", "none"],
  [0.256, "0.0%", "en_US", "25.6%"],
  [1234567, '"$"#,##0', "en_US", "$1,234,567"],
  [12, "[$€-407] 0", "en_US", "€ 12"],
  [7, "000", "en_US", "007"],
  [1.5, "0.##", "en_US", "1.5"],
  [12345, "0.00E+00", "en_US", "1.23E+04"],
  [1234567, "#,##0,", "en_US", "1,235"],
  [1234567.891, "", "en_US", "1234567.891"],
  [-1e-8, "", "de_DE", "-0,00000001"],
  [999999999999.995, "#,##0.00", "en_US", "1,000,000,000,000.00"],
  [1234.5, "[$€-407] #,##0.00", "en_US", "€ 1,234.50"],
  [12345, "##0.0E+0", "en_US", "12.3E+3"],
  [1.25, "# ?/?", "en_US", "1 1/4"],
  [-5, "0.0;;", "en_US", ""],
  [1234.5, '_("$"* #,##0.00_)', "en_US", " $1,234.50 "],
  [3, "[Red", "en_US", "######"],
  [true, "", "en_US", "TRUE"],
  ["a", '0;-0;0;"is "@', "en_US", "is a"],
] as const)("%j under %j in %s shows %j", (value, format, locale, shown) => {
  expect(displayValue(value, format, locale)).toBe(shown);
});

test.each([
  [46085, "yyyy-mm-dd", "en_US", "2026-03-04"],
  [46085, "d mmmm yyyy", "de_DE", "4 März 2026"],
  [46085, "ddd, mmm d yy", "en_US", "Wed, Mar 4 26"],
  [46085.8125, "m/d/yyyy h:mm:ss am/pm", "en_US", "3/4/2026 7:30:00 PM"],
  [46085.8125, "h:mm a/p", "en_US", "7:30 P"],
  [1.5, "[h]:mm:ss", "en_US", "36:00:00"],
  [-1.5, "[h]:mm", "en_US", "-36:00"],
  [-36522, "yyyy-mm-dd", "en_US", "1800-01-01"],
  [60, "yyyy-mm-dd", "en_US", "1900-02-28"],
  [1e15, "yyyy-mm-dd", "en_US", "1E+15"],
  [0.3125, "h:mm", "en_US", "7:30"],
] as const)("the serial %d under %j in %s shows %j", (serial, format, locale, shown) => {
  expect(displayValue(serial, format, locale)).toBe(shown);
});

test.each([
  ["yyyy-mm-dd", true],
  ["[h]:mm", true],
  ['"day" 0', false],
  ["[Red]0.00", false],
  ["@", false],
  ["", false],
  ["0.00E+00", false],
])("the format %j is a date format: %j", (format, answer) => {
  expect(isDateFormat(format)).toBe(answer);
});
