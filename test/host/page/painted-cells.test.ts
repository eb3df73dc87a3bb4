import { paintedCells } from "../../../host/page/server/painted-cells";
import {
  createWorkbook,
  insertColumns,
  moveColumns,
  type Row,
  type Sheet,
  writeBlock,
} from "../../../host/workbook";

const format = (criteria: string, values: readonly unknown[], background: string) => ({
  rects: [{ row: 2, column: 1, rows: 3, columns: 2 }],
  data: { criteria, values, background },
});
const book = createWorkbook({ now: () => Date.UTC(2026, 2, 10, 12) } as never);
const painted = (formats: readonly object[], cells: readonly unknown[], at = 2) => [
  ...paintedCells(
    book,
    { conditionalFormats: formats } as unknown as Sheet,
    { cells } as unknown as Row,
    at,
  ),
];

test.each([
  ["TEXT_EQUAL_TO", ["Paid"], "paid", true],
  ["TEXT_EQUAL_TO", ["paid"], "unpaid", false],
  ["TEXT_CONTAINS", ["pai"], "unpaid", true],
  ["TEXT_STARTS_WITH", ["un"], "unpaid", true],
  ["TEXT_ENDS_WITH", ["un"], "unpaid", false],
  ["CELL_EMPTY", [], "", true],
  ["CELL_NOT_EMPTY", [], "", false],
  ["NUMBER_GREATER_THAN", [3], 4, true],
  ["NUMBER_GREATER_THAN", [3], "4", false],
  ["NUMBER_BETWEEN", [1, 3], 3, true],
  ["NUMBER_NOT_BETWEEN", [1, 3], 3, false],
  ["CUSTOM_FORMULA", ["=TRUE"], "x", true],
  ["CUSTOM_FORMULA", ["=1/0"], "x", false],
] as const)("%s %j of %j is painted: %s", (criteria, values, cell, isPainted) => {
  const row = criteria.startsWith("CELL") ? [cell, cell] : [cell, null];
  expect(painted([format(criteria, values, "#ff0000")], row).length > 0).toBe(isPainted);
});

test("of several that hold the first counts, and only in their rows", () => {
  const formats = [
    format("TEXT_EQUAL_TO", ["a"], "#111111"),
    format("TEXT_CONTAINS", ["a"], "#222222"),
  ];
  expect(painted(formats, ["a", "ab"])).toEqual([
    [0, { background: "#111111" }],
    [1, { background: "#222222" }],
  ]);
  expect(painted(formats, ["a", "ab"], 5)).toEqual([]);
});

test("a rule's own formula is read for each cell as if it were copied there, and follows columns that move", () => {
  const sheet = book.sheets[0] as Sheet;
  const rect = { row: 1, column: 1, rows: 4, columns: 2 };
  // Serials: 46,091 is 10 March 2026, the day on which this workbook is looked at.
  const cells = ["on", "status", 46_090, "open", 46_090, "paid", 46_091, "open"];
  writeBlock(book, sheet, rect, { cells, dates: [] });
  sheet.conditionalFormats = [
    {
      rects: [{ row: 2, column: 1, rows: 3, columns: 1 }],
      data: {
        criteria: "CUSTOM_FORMULA",
        values: ['=($A2<TODAY())*($A2>0)*($B2<>"paid")'],
        background: "#111111",
      },
    },
  ];
  const paintedRows = () =>
    [2, 3, 4, 5].flatMap((at) =>
      [...paintedCells(book, sheet, (sheet.rows[at - 1] ?? { cells: [] }) as Row, at).keys()].map(
        (column) => [at, column],
      ),
    );
  expect(paintedRows()).toEqual([[2, 0]]);

  insertColumns(book, sheet, 1, 1);
  moveColumns(book, sheet, 3, 1, 1);
  expect(sheet.conditionalFormats[0]?.data.values).toEqual([
    '=($C2<TODAY())*($C2>0)*($A2<>"paid")',
  ]);
  expect(paintedRows()).toEqual([[2, 2]]);
});
