import fc from "fast-check";
import type { Program } from "../../src/engine/program/program";
import type { TableName } from "../../src/engine/tables";
import { sameCell } from "../../src/engine/tables/table";
import { edits, stages, tables, typedInto } from "../engine/edits/typed-cells";
import { law } from "../support/laws";
import { recordsOf } from "../support/program";
import { runOn } from "../support/run-on";

const editsIn = (program: Program) =>
  recordsOf(program, "activity").filter(({ who }) => who === "in the sheet").length;
const cellsOf = (program: Program, table: TableName) =>
  new Map(program.tables[table]?.rows.map(({ key, raw }) => [key, raw.cells]));

law(
  "whatever is typed over is taken over once, and a second run finds nothing more (EDIT-12)",
  fc.tuple(fc.constantFrom(...stages), edits),
  ([[program, on, next], given]) => {
    const first = runOn(typedInto(program, given), on);
    const second = runOn(first, next);
    expect(editsIn(second)).toBe(editsIn(first));
    const moved = tables.flatMap((table) => {
      const after = cellsOf(second, table);
      return [...cellsOf(first, table)].flatMap(([key, cells]) =>
        Object.entries(cells).flatMap(([id, value]) => {
          const now = after.get(key)?.[id] ?? "";
          const isSame = id === "problems" || sameCell(now, value);
          return isSame ? [] : [`${table} ${key} ${id}: ${JSON.stringify([value, now])}`];
        }),
      );
    });
    expect(moved).toEqual([]);
  },
);
