import fc from "fast-check";
import Papa from "papaparse";
import { readCsv } from "../../../../src/engine/intake/import/read-csv";

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('say "hi"', "a,b", "x;y", "two\nlines", "tab\there", "é", "", " "),
);
const table = fc.record({
  headers: fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 5 }),
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
  delimiter: fc.constantFrom(",", ";", "\t"),
  newline: fc.constantFrom("\n", "\r\n"),
  mark: fc.constantFrom("", "\ufeff"),
});

test("a file is read as papaparse reads it, whatever stands in its cells; blank lines are left out", () => {
  fc.assert(
    fc.property(table, ({ headers, rows, delimiter, newline, mark }) => {
      const text = Papa.unparse([headers, ...rows], { delimiter, newline });
      const said = Papa.parse<string[]>(text, { delimiter, newline }).data;
      const lines = said.filter((row) => row.some((each) => each.trim() !== ""));
      expect(readCsv(mark + text)).toEqual(lines);
    }),
  );
});

test("the sign that parts the cells is the one that stands most often in the first line", () => {
  expect(readCsv("a;b;c, d\n1;2;3,5")).toEqual([
    ["a", "b", "c, d"],
    ["1", "2", "3,5"],
  ]);
});
