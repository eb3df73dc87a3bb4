import {
  addSheet,
  deleteRows,
  growTo,
  insertRows,
  readBlock,
  readFormulas,
  removeSheet,
  renameSheet,
  writeBlock,
} from "../../../host/workbook";
import { cellAt, sheetOf, shownAt, valueAt, write } from "./sheet-of";

const table = [
  ["Key", "Partner", "Amount", "Paid at"],
  ["a", "Ann", 10, "2026-01-05"],
  ["b", "Bob", 20.5, "2026-02-10"],
  ["c", "Ann", 30, ""],
  ["d", "Cy", "text", "2026-03-04"],
];

function computed(formula: string, locale = "en_US") {
  const bench = sheetOf(table, { locale });
  writeBlock(bench.book, bench.sheet, cellAt(1, 7), { cells: [formula], dates: [] });
  return { value: valueAt(bench, 1, 7), shown: shownAt(bench, 1, 7) };
}

test.each([
  ["=1+2*3^2", 19],
  ["=-2^2", 4],
  ["=(1+2)*3%", 0.09],
  ['="a"&1&TRUE', "a1TRUE"],
  ["=C2>5", true],
  ['=B2="ann"', true],
  ["=SUM(C:C)", 60.5],
  ["=SUM(C2:C3,1)", 31.5],
  ["=SUM($C$2:C)", 60.5],
  ["=AVERAGE(C2:C4)", 60.5 / 3],
  ["=MIN(C:C)", 10],
  ["=MAX(C2:C4)", 30],
  ["=MAX(F:F)", 0],
  ["=COUNT(C:C)", 3],
  ["=COUNTA(B:B)", 5],
  ['=SUMIF(B:B,"Ann",C:C)', 40],
  ['=SUMIF(C:C,">15")', 50.5],
  ['=SUMIFS(C:C,B:B,"a*",C:C,"<>10")', 30],
  ['=COUNTIF(B:B,"<>Ann")-1', 997],
  ['=COUNTIFS(B2:B5,"Ann",C2:C5,">=10")', 2],
  ['=COUNTIF(D:D,">=2026-02-01")', 2],
  ['=IF(C2>5,"big","small")', "big"],
  ['=IFERROR(1/0,"none")', "none"],
  ["=AND(C2=10,NOT(C3=10),OR(FALSE,TRUE))", true],
  ['=VLOOKUP("b",A2:C5,3,FALSE)', 20.5],
  ['=INDEX(C:C,MATCH("c",A:A,0))', 30],
  ['=XLOOKUP("zz",A:A,C:C,"no")', "no"],
  ["=ROUND(1.005,2)", 1.01],
  ["=ROUNDUP(1.2,0)", 2],
  ["=ABS(-3)+MOD(7,3)", 4],
  ["=SUMPRODUCT(C2:C4,C2:C4)", 1420.25],
  ['=TEXT(1234.5,"#,##0.00")', "1,234.50"],
  ['=TEXT(D2,"yyyy-mm")', "2026-01"],
  ['=LEFT("abc",2)&RIGHT("abc",1)&MID("abc",2,1)&LEN("abc")', "abcb3"],
  ['=TRIM("  a  b ")&UPPER("x")&LOWER("Y")', "a bXy"],
  ['=CONCATENATE(B2," ",A2)', "Ann a"],
  ['=SUBSTITUTE("a-b-c","-","+",2)', "a-b+c"],
  ["=YEAR(D2)*100+MONTH(D3)", 202602],
  ["=IFS(C2>50,1,TRUE,2)", 2],
  ['=SWITCH(B2,"Bob",1,"Ann",2)', 2],
])("%s gives %j", (formula, value) => {
  expect(computed(formula).value).toEqual(
    typeof value === "number" ? expect.closeTo(value, 9) : value,
  );
});

test.each([
  ["=1/0", "#DIV/0!"],
  ["=NOSUCH(1)", "#NAME?"],
  ["=nosuchname", "#NAME?"],
  ["=B2+1", "#VALUE!"],
  ["=Other!A1", "#REF!"],
  ['=VLOOKUP("x",A:B,2,FALSE)', "#N/A"],
  ["=G1+1", "#REF!"],
  ["=SUM(1", "#ERROR!"],
  ["=- item", "#NAME?"],
])("%s shows %s", (formula, error) => {
  expect(computed(formula).value).toBe(error);
});

test("a formula that gives a date makes its cell a date", () => {
  expect(computed("=TODAY()").shown).toBe("3/4/2026");
  expect(computed("=EOMONTH(D2,1)").shown).toBe("2/28/2026");
  expect(computed("=MAX(D:D)").shown).toBe("2026-03-04");
  expect(computed("=TODAY()-D2").value).toBe(58);
});

test("arguments are separated by ; if the decimal mark is a comma", () => {
  expect(computed("=ROUND(1,26;1)", "de_DE").value).toBe(1.3);
});

test("a formula follows what it reads, and what reads it follows too", () => {
  const bench = sheetOf([[1, "=A1*2", "=B1+1"]]);
  expect(valueAt(bench, 1, 3)).toBe(3);
  write(bench, 1, [[5]]);
  expect(valueAt(bench, 1, 3)).toBe(11);
});

test("TODAY follows the workbook's clock without any change of a cell", () => {
  let at = Date.UTC(2026, 0, 1);
  const bench = sheetOf([["=DAY(TODAY())"]], { now: () => at });
  expect(valueAt(bench, 1, 1)).toBe(1);
  at = Date.UTC(2026, 0, 2);
  expect(valueAt(bench, 1, 1)).toBe(2);
});

test("inserted and deleted rows shift the references of formulas", () => {
  const bench = sheetOf([[1], [2], [3], ["=SUM(A1:A3)", "=A2", '=$A$3&"A3"', "=A:A"]]);
  insertRows(bench.book, bench.sheet, 2, 2);
  const texts = () => readFormulas(bench.sheet, { row: 6, column: 1, rows: 1, columns: 4 });
  expect(texts()).toEqual(["=SUM(A1:A5)", "=A4", '=$A$5&"A3"', "=A:A"]);
  deleteRows(bench.book, bench.sheet, 4, 1);
  const after = readFormulas(bench.sheet, { row: 5, column: 1, rows: 1, columns: 3 });
  expect(after).toEqual(["=SUM(A1:A4)", "=#REF!", '=$A$4&"A3"']);
  expect(valueAt(bench, 5, 1)).toBe(4);
  expect(valueAt(bench, 5, 2)).toBe("#REF!");
});

test("a chain of formulas is computed at any length, whichever way it runs", () => {
  const length = 5000;
  const lines = Array.from({ length }, (_, index) =>
    index === length - 1 ? ["=1"] : [`=A${index + 2}+1`],
  );
  const bench = sheetOf([]);
  growTo(bench.book, bench.sheet, length, 26);
  write(bench, 1, lines);
  expect(valueAt(bench, 1, 1)).toBe(length);
});

test("a cycle of formulas shows #REF! in each of its cells, however long it is", () => {
  const bench = sheetOf(
    Array.from({ length: 400 }, (_, index) => [`=A${((index + 1) % 400) + 1}`]),
  );
  const rect = { row: 1, column: 1, rows: 400, columns: 1 };
  expect(new Set(readBlock(bench.book, bench.sheet, rect).cells)).toEqual(new Set(["#REF!"]));
});

test("a formula nested too deeply is an error of its cell only", () => {
  const bench = sheetOf([[`=${"(".repeat(20000)}1${")".repeat(20000)}`, "=1+1"]]);
  expect(valueAt(bench, 1, 2)).toBe(2);
  expect(valueAt(bench, 1, 1)).toBe("#ERROR!");
});

test("formulas follow a sheet that is renamed, and lose one that is removed", () => {
  const bench = sheetOf([["=Other!A1+1", '="Other!A1"']]);
  const other = addSheet(bench.book, "Other");
  writeBlock(bench.book, other, cellAt(1, 1), { cells: [4], dates: [] });
  renameSheet(bench.book, other, "It's new");
  const texts = () => readFormulas(bench.sheet, { row: 1, column: 1, rows: 1, columns: 2 });
  expect(texts()).toEqual(["='It''s new'!A1+1", '="Other!A1"']);
  expect(valueAt(bench, 1, 1)).toBe(5);
  removeSheet(bench.book, other);
  expect(texts()).toEqual(["=#REF!+1", '="Other!A1"']);
  expect(valueAt(bench, 1, 1)).toBe("#REF!");
});
