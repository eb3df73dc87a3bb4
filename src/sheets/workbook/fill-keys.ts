import type { Program, TableData } from "../../engine/program";
import type { Column } from "../../engine/tables/table";
import type { Book } from "./book";
import { type ChangedCells, changeCell } from "./changed-cells";
import { readProgram, type TableSheets, takeRows } from "./load";
import { contentOf, isBlankRow } from "./match-rows";
import { readRows } from "./read-rows";
import { identityOf, keyColumn, keyTextOf, type TableSheet } from "./table-sheet";
import { writeCells } from "./write-cells";

const ROUNDS = 5;
/** Separate pieces of blank keys that are written as such. */
const PIECES = 8;

/**
 * Fills blank keys before anything else is done with their rows (product.md §2): writes them into the blank
 * cells only, reads the table again, and sees by what the rows say that each key sits on its own row.
 * Returns the program as it then is.
 */
export function fillKeys(book: Book, tables: TableSheets): Program {
  for (let round = 0; ; round++) {
    const program = readProgram(book, tables);
    const fresh = [...tables].filter(([name]) =>
      (program.tables[name] as TableData).rows.some(({ keyIsNew }) => keyIsNew),
    );
    if (fresh.length === 0 || round === ROUNDS) return program;
    for (const [name, table] of fresh) placeKeys(book, table, program.tables[name] as TableData);
  }
}

function placeKeys(book: Book, table: TableSheet, { rows }: TableData): void {
  const column = keyColumn(table);
  const content = personColumns(table);
  const owners = new Map<string, string[]>();
  const made = new Set<string>();
  let changed: ChangedCells = new Map();
  for (const { key, copy, keyIsNew } of rows) {
    const place = table.index.get(identityOf(key, copy)) as number;
    const says = contentOf(table.rows[place] ?? [], content);
    const keys = owners.get(says);
    if (keys) keys.push(key);
    else owners.set(says, [key]);
    if (!keyIsNew) continue;
    made.add(key);
    changeCell(table, changed, place, column, key);
  }
  for (let round = 0; round < ROUNDS && changed.size > 0; round++) {
    writeCells(table, changed, PIECES);
    SpreadsheetApp.flush();
    takeRows(book, table, readRows(table));
    changed = misplacedKeys(table, content, owners, made);
  }
}

/** The columns that tell rows apart while their keys are in doubt: all that a person fills. */
function personColumns({ table, columns }: TableSheet): readonly number[] {
  const all = Object.entries(table.columns) as [string, Column<unknown>][];
  return all.flatMap(([id, { filledBy }]) =>
    id === "key" || filledBy === "program" ? [] : (columns.byId.get(id) ?? []),
  );
}

/** Puts into memory, and returns, the keys that stand on rows that are not theirs. */
function misplacedKeys(
  table: TableSheet,
  content: readonly number[],
  owners: ReadonlyMap<string, readonly string[]>,
  made: ReadonlySet<string>,
): ChangedCells {
  const column = keyColumn(table);
  const left = new Map([...owners].map(([says, keys]) => [says, [...keys]]));
  const doubtful: { readonly place: number; readonly says: string }[] = [];
  table.rows.forEach((row, place) => {
    if (isBlankRow(row)) return;
    const says = contentOf(row, content);
    const keys = left.get(says) ?? [];
    const at = keys.indexOf(keyTextOf(row[column] ?? ""));
    if (at >= 0) keys.splice(at, 1);
    else doubtful.push({ place, says });
  });
  const changed: ChangedCells = new Map();
  for (const { place, says } of doubtful) {
    const own = left.get(says)?.shift();
    const key = keyTextOf(table.rows[place]?.[column] ?? "");
    if (own !== undefined) changeCell(table, changed, place, column, own);
    else if (made.has(key)) changeCell(table, changed, place, column, "");
  }
  return changed;
}
