import fc from "fast-check";
import Papa from "papaparse";
import { csvLine, looksLikeFormula } from "../../../src/engine/kernel/csv";
import { badLinesCsv } from "../../../src/ui/import/outcome";

/** How programs in different places part the cells of a line. */
const openings = [",", ";", "\t"] as const;

/** A cell that a spreadsheet would compute: a sign before anything but a number (whole or a cell), whatever stands unseen before it. */
const computes = (cell: string): boolean => {
  const bare = cell.normalize("NFKC").replace(/^[\s\p{Cf}\p{Cc}\p{Z}\p{Mn}"]+/u, "");
  return /^[=+\-@]/.test(bare) && !/^[+-]?\d[\d.]*(?:[,"]|\s*$)/.test(bare);
};

/** The cells that an opening of the text shows, quotation marks honoured and not. */
const cellsOf = (text: string): string[] => [
  ...openings.flatMap((delimiter) => Papa.parse<string[]>(text, { delimiter }).data.flat()),
  ...text.split(/[;\t\r\n]/),
];

const piece = fc.constantFrom(
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "﹦",
  "﹢",
  "﹣",
  "﹫",
  "\u200b",
  "\ufeff",
  "\u00ad",
  "\u2060",
  "\u202e",
  "\u0301",
  "\u00a0",
  "\u3000",
  " ",
  "\t",
  "\r",
  "\n",
  "\u0000",
  ";",
  ",",
  '"',
  "'",
  "1",
  "1+1",
  "cmd|' /C calc'!A0",
  "HYPERLINK(1)",
  "Ada",
  "12.50",
  "|",
  "；",
);
const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));

it("no cell of a line that we write is computed, whatever program opens it", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
      const line = csvLine(cells);
      expect(cellsOf(line).filter(computes)).toEqual([]);
      expect(line.split(/\r\n|\r|\n/)).toHaveLength(2);
      expect(Papa.parse<string[]>(line.trimEnd(), { delimiter: "," }).data[0] ?? [""]).toHaveLength(
        cells.length,
      );
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ["=1+1", "'=1+1"],
  ["＝1+1", "'＝1+1"],
  ["\u200b=1+1", "'\u200b=1+1"],
  ["\t=1+1", "'=1+1"],
  ["\r@SUM(A1)", "'@SUM(A1)"],
  ["－2+3", "'－2+3"],
])("%j stands as %j", (given, stands) => {
  expect(csvLine([given])).toBe(`${stands}\r\n`);
});

it("after a semicolon too, and text that is no formula is not changed", () => {
  expect(csvLine(["Doe;=1+1"])).toBe(`"Doe;'=1+1"\r\n`);
  expect(csvLine(['Doe; "=1'])).toBe(`"Doe;' ""=1"\r\n`);
  expect(csvLine(["-12.50", "+4", "Ada; Bo", "a=b", "10;-3", "x - y"])).toBe(
    `-12.50,+4,"Ada; Bo",a=b,"10;-3",x - y\r\n`,
  );
});

it("only what looks like a formula is neutralised", () => {
  fc.assert(
    fc.property(text, (given) => {
      const plain = given.replace(/\p{Cc}+/gu, " ").trim();
      const escaped = csvLine([plain.replace(/'/g, "")]).includes("'");
      expect(escaped).toBe(looksLikeFormula(plain.replace(/'/g, "")));
    }),
    { numRuns: 500 },
  );
});

it("the lines that an import leaves out are written by the same function", () => {
  const file = {
    columns: [{ header: "＝Key" }, { header: "Amount" }],
    body: [{ line: 2, cells: ["\u200b=HYPERLINK(1)", "-12.50"] }],
  } as unknown as Parameters<typeof badLinesCsv>[0];
  const csv = badLinesCsv(file, [{ line: 2, reasons: ["Amount: @SUM is no number"] }] as never);
  expect(csv).toContain("'＝Key,Amount,Line");
  expect(csv).toContain("'\u200b=HYPERLINK(1),-12.50,2,");
  expect(cellsOf(csv).filter(computes)).toEqual([]);
});
