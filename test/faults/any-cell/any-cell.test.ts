import fc from "fast-check";
import { isErrorCell } from "../../../src/engine/kernel/cells";
import type { Cell } from "../../../src/engine/kernel/fields";
import type { RawTables } from "../../../src/engine/program/program";
import { type TableName, tableNames, tableOf } from "../../../src/engine/tables";
import type { RawRow } from "../../../src/engine/tables/table";
import { readAll } from "./every-reading-call";
import { oddValues } from "./odd-values";
import { belasRows, livedRows, rawsOf, reread, runOn } from "./two-halves";

/** Every place is tried with `ANY_CELL=all npx jest any-cell`; else so many are drawn. */
const isLong = process.env.ANY_CELL === "all";
const DRAWN = 40;

const lived = livedRows();
/** What comes of the rows that were not judged, and of the next month's. */
const live = (raws: RawTables) => {
  const first = runOn(reread(raws), "2026-03-23");
  return runOn(reread(rawsOf(first)), "2026-04-10");
};
const expected = belasRows(live(lived));

interface Place {
  readonly table: TableName;
  /** Of Ada's rows the one with this index in the tab; -1 for a new row below all, with nothing else in it. */
  readonly row: number;
  readonly column: string;
  readonly isOwn: boolean;
  readonly odd: string;
}

const rowsOf = (table: TableName): readonly RawRow[] => lived[table]?.rows ?? [];
const isAdas = ({ cells }: RawRow): boolean =>
  !`${cells.key}`.includes("bela") && !`${cells.key}`.includes("_EUR");

/** Blank rules always hold, and so do rules of nothing: such a trigger of Ada's rightly acts on Bela's rows, too. */
const isAlways = (table: TableName, column: string, odd: string): boolean =>
  table === "triggers" &&
  column === "rules" &&
  ["nothing", "spaces", "invisible characters", "a no-break space", "JSON"].includes(odd);

/** Each column with each odd value, in one of Ada's rows after the other and in a row of its own. */
const places: readonly Place[] = tableNames.flatMap((table) => {
  const adas = rowsOf(table).flatMap((row, at) => (isAdas(row) ? [at] : []));
  const columns = [
    ...Object.keys(tableOf(table).columns).map((column) => ({ column, isOwn: false })),
    ...(lived[table]?.ownHeaders ?? []).map((column) => ({ column, isOwn: true })),
  ];
  return columns.flatMap((each, c) =>
    Object.keys(oddValues).flatMap((odd, o) =>
      isAlways(table, each.column, odd)
        ? []
        : [adas[(c + o) % adas.length] ?? -1, -1].map((row) => ({ table, row, ...each, odd })),
    ),
  );
});

function withOdd({ table, row, column, isOwn, odd }: Place): { raws: RawTables; changed: RawRow } {
  const blank = Object.fromEntries(Object.keys(tableOf(table).columns).map((id) => [id, ""]));
  const before: RawRow = rowsOf(table)[row] ?? { cells: blank, extra: {} };
  const cell = { [column]: oddValues[odd] as Cell };
  const changed = isOwn
    ? { cells: before.cells, extra: { ...before.extra, ...cell } }
    : { cells: { ...before.cells, ...cell }, extra: before.extra };
  const rows = rowsOf(table).map((each, at) => (at === row ? changed : each));
  const all = row === -1 ? [...rows, changed] : rows;
  return { raws: { ...lived, [table]: { ...lived[table], rows: all } }, changed };
}

function holds(place: Place): void {
  const { raws, changed } = withOdd(place);
  const program = reread(raws);
  const row = program.tables[place.table]?.rows.find(({ raw }) => raw === changed);
  expect(row?.problems.length ?? 0).toBeLessThanOrEqual(1);
  readAll(program, "2026-03-22");
  // A setting that can't be read refuses each run by name, and nothing is written (SETTING-2).
  if (program.settingProblems.length > 0) {
    expect(place.table).toBe("settings");
    return;
  }
  const after = live(raws);
  // Where a trigger's rules are unknown, Bela's rows wait, too (CELL-2c).
  const mayWait =
    place.table === "triggers" && place.column === "rules" && isErrorCell(oddValues[place.odd]);
  if (place.table !== "settings" && !mayWait) expect(belasRows(after)).toEqual(expected);
}

function told(place: Place): void {
  try {
    holds(place);
  } catch (cause) {
    const { table, row, column, odd } = place;
    throw new Error(
      `${table} row ${row}, ${column}: ${odd}\n${(cause as Error).stack}\n${((cause as Error).cause as Error)?.stack ?? ""}`,
    );
  }
}

if (isLong) {
  for (const table of tableNames) {
    test(`any cell of ${table} may hold anything: everything goes on, and no other row's money changes (CELL-1)`, () => {
      const failed: string[] = [];
      for (const place of places.filter((each) => each.table === table)) {
        try {
          told(place);
        } catch (thrown) {
          failed.push((thrown as Error).message);
        }
      }
      expect(failed.slice(0, 20)).toEqual([]);
    }, 3_600_000);
  }
} else {
  test("any cell may hold anything: runs and screens go on, and no other row's money changes (CELL-1)", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        told(place);
      }),
      { numRuns: DRAWN },
    );
  });
}
