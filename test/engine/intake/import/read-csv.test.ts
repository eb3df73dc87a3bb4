import fc from "fast-check";
import Papa from "papaparse";
import { findTable } from "../../../../src/engine/intake/import/find-table";
import { readCsv } from "../../../../src/engine/intake/import/read-csv";

const cellsOf = (text: string, mark: string) => readCsv(text, mark).map(({ cells }) => cells);

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
      expect(cellsOf(mark + text, delimiter)).toEqual(lines);
    }),
  );
});

test.each([
  ["a;b;c, d\n1;2;3,5", ["a", "b", "c, d"], [["1", "2", "3,5"]]],
  ["sep=;\r\na;b,c\r\n1;2", ["a", "b,c"], [["1", "2"]]],
  [
    "Umsatz, Januar\nNr;Kunde;Datum;Betrag\n1;Ada;01.02.2026;3,5",
    ["Nr", "Kunde", "Datum", "Betrag"],
    [["1", "Ada", "01.02.2026", "3,5"]],
  ],
  [
    "id\tdate\tamount\n1\tJan 2, 2026\t1,200.00",
    ["id", "date", "amount"],
    [["1", "Jan 2, 2026", "1,200.00"]],
  ],
])("the separator of %j is detected", (text, headers, rows) => {
  const table = findTable(text);
  expect(table.headers).toEqual(headers);
  expect(table.body.map(({ cells }) => cells)).toEqual(rows);
});

test("a line keeps its number in the file, whatever blank or multi-line rows come before it", () => {
  expect(readCsv('a,b\n\n"x\ny",1\r\n2,3\r4,5', ",").map(({ line }) => line)).toEqual([1, 3, 5, 6]);
});

test("titles, group headers, a second header row, totals and notes are not rows", () => {
  const text = [
    "Report of January;;;;",
    ";;;;",
    "Order;;Customer;Payment;",
    "Id;Date;Name;Amount;Currency",
    ";(UTC);;(EUR);",
    "1;2026-01-02;Ada;3,50;EUR",
    "2;2026-01-03;Total Energies;4,50;EUR",
    "Total;;;8,00;EUR",
    "made by the shop;;;;",
  ].join("\n");

  expect(findTable(text)).toEqual({
    headers: ["Id", "Date (UTC)", "Name", "Amount (EUR)", "Currency"],
    body: [
      { line: 6, cells: ["1", "2026-01-02", "Ada", "3,50", "EUR"] },
      { line: 7, cells: ["2", "2026-01-03", "Total Energies", "4,50", "EUR"] },
    ],
    aside: [1, 3, 8, 9].map((line) => expect.objectContaining({ line })),
  });
});
