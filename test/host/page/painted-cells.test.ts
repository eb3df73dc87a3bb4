import { paintedCells } from "../../../host/page/server/painted-cells";
import type { Row, Sheet } from "../../../host/workbook";

const format = (criteria: string, values: readonly unknown[], background: string) => ({
  rects: [{ row: 2, column: 1, rows: 3, columns: 2 }],
  data: { criteria, values, background },
});
const painted = (formats: readonly object[], cells: readonly unknown[], at = 2) => [
  ...paintedCells(
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
  ["CUSTOM_FORMULA", ["=TRUE"], "x", false],
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
