import { parseWorkbook, workbookText } from "../../../host/store";
import {
  createFilter,
  filterColumn,
  filterValues,
  removeFilter,
  sortRect,
} from "../../../host/workbook";
import { openCode } from "../../support/host";
import { sheetOf, valuesOf, write } from "./sheet-of";

const lines = [
  ["Key", "Amount", "Status"],
  ["c", 12, "open"],
  ["a", 7, "paid"],
  ["b", 20, "open"],
];
const all = { row: 1, column: 1, rows: 4, columns: 3 };
const filtered = ({ sheet }: ReturnType<typeof sheetOf>) =>
  sheet.rows.flatMap((row, n) => (row?.filtered ? [n + 1] : []));
const without = (...hidden: string[]) => ({ hidden, criteria: null, values: [] });

test("a filter hides what its columns say together, and shows all when it goes", () => {
  const bench = sheetOf(lines);
  const { book, sheet } = bench;
  createFilter(book, sheet, all);
  filterColumn(book, sheet, 3, without("paid"));
  expect(filtered(bench)).toEqual([3]);
  filterColumn(book, sheet, 2, { hidden: [], criteria: "NUMBER_GREATER_THAN", values: [15] });
  expect(filtered(bench)).toEqual([2, 3]);
  filterColumn(book, sheet, 3, null);
  expect(filtered(bench)).toEqual([2, 3]);
  expect(filterValues(book, sheet, 2).map(({ text }) => text)).toEqual(["7", "12", "20"]);
  removeFilter(book, sheet);
  expect(filtered(bench)).toEqual([]);
});

test("it follows a sort, is kept in the file, and hides nothing that is written later", () => {
  const bench = sheetOf(lines);
  const { book, sheet } = bench;
  createFilter(book, sheet, all);
  filterColumn(book, sheet, 3, without("paid"));
  sortRect(book, sheet, { ...all, row: 2, rows: 3 }, [{ column: 1, ascending: true }]);
  expect(valuesOf(bench, 2, 1)).toEqual(["a"]);
  expect(filtered(bench)).toEqual([2]);
  const again = parseWorkbook(workbookText(book), "x.json", {});
  expect(again.sheets[0]?.filter).toEqual(sheet.filter);
  expect(again.sheets[0]?.rows.map((row) => row?.filtered)).toEqual([false, true, false, false]);

  write(bench, 4, [["b", 20, "paid"]]);
  expect(filtered(bench)).toEqual([2]);
});

test("a second filter, a column outside and a condition that is not computed are refused", () => {
  const { book, sheet } = sheetOf(lines);
  expect(() => filterColumn(book, sheet, 1, null)).toThrow("has no filter");
  createFilter(book, sheet, all);
  expect(() => createFilter(book, sheet, all)).toThrow("already has a filter");
  expect(() => filterColumn(book, sheet, 4, null)).toThrow("outside the range of the filter");
  const byFormula = { hidden: [], criteria: "CUSTOM_FORMULA", values: ["=A1"] };
  expect(() => filterColumn(book, sheet, 1, byFormula)).toThrow("does not filter by");
});

test("a script makes, reads and removes a filter as on Google", async () => {
  const host = await openCode(`function main() {
    const sheet = SpreadsheetApp.getActive().getSheets()[0];
    sheet.getRange("A1:C4").setValues(${JSON.stringify(lines)});
    const filter = sheet.getRange("A1:C4").createFilter();
    const criteria = SpreadsheetApp.newFilterCriteria().setHiddenValues(["open"]).build();
    filter.setColumnFilterCriteria(3, criteria);
    const hidden = [2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
    const kept = sheet.getFilter().getColumnFilterCriteria(3);
    const told = [kept.getHiddenValues(), kept.getCriteriaType(), sheet.getFilter().getRange().getA1Notation()];
    filter.setColumnFilterCriteria(2, kept.copy().setHiddenValues([]).whenNumberLessThan(10).build());
    const type = String(sheet.getFilter().getColumnFilterCriteria(2).getCriteriaType());
    sheet.getFilter().remove();
    return { hidden, told, type, left: [sheet.getFilter(), sheet.isRowHiddenByFilter(2)] };
  }`);
  expect((await host.call("main")).result).toEqual({
    hidden: [true, false, true],
    told: [["open"], null, "A1:C4"],
    type: "NUMBER_LESS_THAN",
    left: [null, false],
  });
});
