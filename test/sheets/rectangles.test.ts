import fc from "fast-check";
import { rectanglesOf } from "../../src/sheets/workbook/rectangles";

const ROWS = 6;
const COLUMNS = 8;
const changedOf = (cells: readonly (readonly [row: number, column: number])[]) => {
  const changed = new Map<number, Set<number>>();
  for (const [row, column] of cells) {
    changed.set(column, (changed.get(column) ?? new Set()).add(row));
  }
  return changed;
};
const cellsOf = ({ whole }: ReturnType<typeof rectanglesOf>): readonly string[] =>
  whole.flatMap(({ rows, columns }) => {
    const cells: string[] = [];
    for (let row = rows.first; row <= rows.last; row++)
      for (let column = columns.first; column <= columns.last; column++)
        cells.push(`${row},${column}`);
    return cells;
  });

const system = fc.uniqueArray(fc.nat(COLUMNS - 1)).map((columns) => new Set(columns));
const cells = fc.uniqueArray(fc.tuple(fc.nat(ROWS - 1), fc.nat(COLUMNS - 1)), {
  selector: String,
  maxLength: 14,
});

test("each changed cell lies in one rectangle, and of people's columns no other cell in any", () => {
  fc.assert(
    fc.property(system, cells, fc.nat(12), (ours, changed, trip) => {
      const found = rectanglesOf(ours, changedOf(changed), Number.POSITIVE_INFINITY, trip);
      const written = cellsOf(found);
      expect(found.around).toEqual([]);
      expect(written.length).toBe(new Set(written).size);
      const wanted = new Set(changed.map(String));
      for (const cell of wanted) expect(written).toContain(cell);
      for (const cell of written) {
        expect([cell, wanted.has(cell) || ours.has(Number(cell.split(",")[1]))]).toEqual([
          cell,
          true,
        ]);
      }
    }),
  );
});

test("people's columns that change in too many pieces are left to be written around, and nothing else is", () => {
  fc.assert(
    fc.property(system, cells, fc.nat(2), fc.nat(12), (ours, changed, pieces, trip) => {
      const found = rectanglesOf(ours, changedOf(changed), pieces, trip);
      const written = new Set(cellsOf(found));
      const isAround = (column: number) =>
        found.around.some(({ first, last }) => first <= column && column <= last);
      for (const [row, column] of changed) {
        expect(written.has(`${row},${column}`)).toBe(!isAround(column));
        expect(isAround(column) && ours.has(column)).toBe(false);
      }
    }),
  );
});

test("a decision on rows that lie together is one write: status and reason with the program's columns beside them", () => {
  const rows = [1, 2, 3];
  const changed = changedOf(
    [2, 3, 5].flatMap((column) => rows.map((row) => [row, column] as const)),
  );
  expect(rectanglesOf(new Set([1, 4, 5, 6]), changed, 2).whole).toEqual([
    { rows: { first: 1, last: 3 }, columns: { first: 2, last: 5 } },
  ]);
});

test("our own columns are cut where that saves more cells than a range is worth, and nowhere else", () => {
  fc.assert(
    fc.property(system, cells, fc.nat(12), (ours, changed, trip) => {
      const own = changedOf(changed.filter(([, column]) => ours.has(column)));
      const cost = ({ whole }: ReturnType<typeof rectanglesOf>) =>
        whole.length * trip + cellsOf({ whole, around: [] }).length;
      const uncut = rectanglesOf(ours, own, 2, 1_000_000);
      expect(cost(rectanglesOf(ours, own, 2, trip))).toBeLessThanOrEqual(cost(uncut));
      expect(rectanglesOf(ours, own, 2, ROWS * COLUMNS)).toEqual(uncut);
    }),
  );
});

test("of 20,000 rows in which two columns far apart change now and then, two columns are written", () => {
  const rows = new Set(Array.from({ length: 1_000 }, (_, i) => i * 20));
  const ours = new Set(Array.from({ length: 30 }, (_, i) => i));
  const { whole } = rectanglesOf(
    ours,
    new Map([
      [2, rows],
      [28, rows],
    ]),
    2,
  );
  const span = { first: 0, last: 19_980 };
  expect(whole).toEqual([
    { rows: span, columns: { first: 2, last: 2 } },
    { rows: span, columns: { first: 28, last: 28 } },
  ]);
});

test("of 3,000 rows in which six change, those are written, and what lies between only where few rows do", () => {
  const rows = new Set([4, 5, 20, 2_000, 2_001, 2_990]);
  const ours = new Set(Array.from({ length: 12 }, (_, i) => i));
  const changed = new Map([...ours].map((column) => [column, rows]));
  const columns = { first: 0, last: 11 };
  expect(rectanglesOf(ours, changed, 2).whole).toEqual(
    [
      { first: 4, last: 20 },
      { first: 2_000, last: 2_001 },
      { first: 2_990, last: 2_990 },
    ].map((span) => ({ rows: span, columns })),
  );
});
