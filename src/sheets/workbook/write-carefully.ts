import { clip, quoted } from "../../engine/kernel/cells";
import type { Problem } from "../../engine/kernel/problem";
import type { RefusedWrite } from "../../engine/program/aside";
import { copyOf, type RowEffect } from "../../engine/program/changeset";
import type { Column } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import { formatRows } from "./append-rows";
import type { Book } from "./book";
import { emptyRow } from "./empty-row";
import { layRows, placeBelow } from "./last-row";
import { readProgram, replaceRows, type TableSheets } from "./load";
import { planTable, type TablePlan } from "./plan-table";
import { readRows } from "./read-rows";
import { refusalOf, unlessSheetRefuses } from "./refusal";
import { spansOf } from "./spans";
import { identitiesOf, identityOf, keyColumn, type TableSheet } from "./table-sheet";
import { filledColumns, rangeOf, writeCells } from "./write-cells";

/** After so many refusals of one column in a row, the rest of its cells is taken for refused too. */
const ENOUGH = 60;

/** Reads tables again, whatever of a write has arrived, and finds their rows. */
export function readAgain(book: Book, tables: TableSheets): void {
  for (const table of tables.values()) replaceRows(book, table, readRows(table));
  readProgram(book, tables);
}

interface Carefully {
  readonly plan: TablePlan;
  readonly refused: readonly RefusedWrite[];
  /** What else was to be written of rows whose *Judged* was refused. */
  readonly waiting: readonly RowEffect[];
}

/**
 * Writes what Google refused when it was written together: column by column and, where one is refused, in ever smaller
 * pieces, so that all that may be written is. Of a row whose *Judged* is refused nothing else is written, so that it never looks
 * like one whose mark was emptied (CELL-7e). The table must have been read again. Memory holds what the sheet holds.
 */
export function writeCarefully(
  book: Book,
  table: TableSheet,
  effects: readonly RowEffect[],
): Carefully {
  const before = table.rows.map((row) => [...row]);
  const plan = planTable(book, table, effects);
  const idOf = new Map([...table.columns.byId].map(([id, column]) => [column, id]));
  const effectOf = new Map(
    effects.map((effect) => [identityOf(effect.key, copyOf(effect)), effect]),
  );
  const identityAt = identitiesOf(table);
  const refused: RefusedWrite[] = [];
  const write = (column: number, rows: readonly number[]) => {
    const failed = writeColumn(table, column, rows, before);
    for (const [place, reason] of failed) {
      const effect = effectOf.get(identityAt.get(place) ?? "");
      if (effect) refused.push({ effect, column: idOf.get(column) ?? null, reason });
    }
    return [...failed.keys()];
  };
  const judged = table.columns.byId.get("judged") ?? -1;
  const unmarked = new Set(write(judged, [...(plan.changed.get(judged) ?? [])]));
  const waiting = [...unmarked].flatMap((place) =>
    withoutMark(effectOf.get(identityAt.get(place) ?? "")),
  );
  for (const [column, rows] of plan.changed) {
    if (column === judged) continue;
    for (const place of unmarked) {
      if (rows.has(place)) (table.rows[place] as Raw[])[column] = before[place]?.[column] ?? "";
    }
    write(
      column,
      [...rows].filter((place) => !unmarked.has(place)),
    );
  }
  const inserted = insertCarefully(table, plan.inserts, effectOf);
  refused.push(...inserted.refused);
  return {
    plan: { ...plan, problems: [...plan.problems, ...inserted.problems] },
    refused,
    waiting,
  };
}

/** What else an update writes than *Judged*. */
function withoutMark(effect: RowEffect | undefined): readonly RowEffect[] {
  if (effect?.kind !== "update") return [];
  const { judged, ...cells } = effect.cells;
  return Object.keys(cells).length > 0 ? [{ ...effect, cells }] : [];
}

/** Writes cells of one column; those that Google refuses get their former value in memory, and its reason is given. */
export function writeColumn(
  table: TableSheet,
  column: number,
  rows: readonly number[],
  before: readonly (readonly Raw[])[],
): ReadonlyMap<number, string> {
  const refused = new Map<number, string>();
  let inARow = 0;
  let last = "";
  const refuse = (row: number, reason: string) => {
    (table.rows[row] as Raw[])[column] = before[row]?.[column] ?? "";
    refused.set(row, reason);
  };
  const attempt = (some: readonly number[]) => {
    if (inARow >= ENOUGH) {
      for (const row of some) refuse(row, last);
      return;
    }
    const reason = refusalOf(() => writeCells(table, new Map([[column, new Set(some)]])));
    if (reason === undefined) inARow = 0;
    else if (some.length === 1) {
      inARow++;
      last = reason;
      refuse(some[0] as number, reason);
    } else {
      const half = some.length >> 1;
      attempt(some.slice(0, half));
      attempt(some.slice(half));
    }
  };
  if (rows.length > 0) attempt([...rows].sort((a, b) => a - b));
  return refused;
}

/** Adds rows column by column, the key first. A row whose key, or what it can't do without, is refused is taken out again. */
function insertCarefully(
  table: TableSheet,
  inserts: TablePlan["inserts"],
  effectOf: ReadonlyMap<string, RowEffect>,
): { readonly refused: readonly RefusedWrite[]; readonly problems: readonly Problem[] } {
  const refused: RefusedWrite[] = [];
  const problems: Problem[] = [];
  if (inserts.length === 0) return { refused, problems };
  const add = (identity: string, column: string | null, reason: string) => {
    const effect = effectOf.get(identity);
    if (effect) refused.push({ effect, column, reason });
  };
  const { sheet } = table;
  const { last, taken } = placeBelow(table, inserts.length);
  const grid = sheet.getMaxRows();
  const lacking = last + inserts.length - grid;
  const full = lacking > 0 ? refusalOf(() => sheet.insertRowsAfter(grid, lacking)) : undefined;
  const fitting = full === undefined ? inserts : inserts.slice(0, Math.max(0, grid - last));
  for (const { identity } of inserts.slice(fitting.length)) add(identity, null, full ?? "");
  if (fitting.length === 0) return { refused, problems };
  unlessSheetRefuses(() =>
    formatRows(
      table,
      last + 1,
      fitting.map(({ row }) => row),
    ),
  );
  const start = layRows(
    table,
    last,
    fitting.map(() => emptyRow(table)),
  );
  const blank = table.rows.map(() => emptyRow(table));
  const failed = new Map<number, string>();
  for (const [id, column] of inOrder(table)) {
    if (taken.has(column)) continue;
    // Memory holds only what is written, since a span of rows may take along those between.
    const rows = fitting.flatMap(({ row }, i) => {
      const cell = row[column] ?? "";
      if (cell === "" || failed.has(start + i)) return [];
      (table.rows[start + i] as Raw[])[column] = cell;
      return [start + i];
    });
    for (const [at, reason] of writeColumn(table, column, rows, blank)) {
      const { identity = "", row = [] } = fitting[at - start] ?? {};
      if (id === "")
        problems.push(ownRefused(table, effectOf.get(identity), { column, row, reason }));
      else if (isVital(table, id)) failed.set(at, reason);
      else add(identity, id, reason);
    }
  }
  fitting.forEach(({ identity }, i) => {
    const reason = failed.get(start + i);
    if (reason === undefined) {
      table.index.set(identity, start + i);
      table.unverified.inserted.add(identity);
      return;
    }
    add(identity, null, reason);
  });
  blankRows(table, [...failed.keys()]);
  const leftOut = new Set(
    refused.flatMap(({ effect, column }) => (column === null ? effect.key : [])),
  );
  return {
    refused: refused.filter(({ effect, column }) => column === null || !leftOut.has(effect.key)),
    problems: problems.filter(({ at }) => !leftOut.has(at.row ?? "")),
  };
}

/** What an import could not write into a column of the team's own: it is told with its value, since nothing tries it again. */
function ownRefused(
  { table, headers }: TableSheet,
  effect: RowEffect | undefined,
  { column, row, reason }: { column: number; row: readonly Raw[]; reason: string },
): Problem {
  const header = String(headers[column] ?? "");
  return {
    code: "CELL_CHANGED_MEANWHILE",
    at: { table: table.sheet, row: effect?.key ?? "", column: header },
    message: `Google refused to write ${quoted(String(row[column] ?? ""))} here: ${clip(reason, 300)} Type it in.`,
  };
}

/** What a row can't do without: its key, and cells that may not be blank. */
const isVital = ({ table }: TableSheet, id: string): boolean =>
  id === "key" || (table.columns[id] as Column<unknown>).required;

/** Our columns, the key first, and then those of the team that an import fills, without an id. */
function inOrder(table: TableSheet): readonly (readonly [id: string, column: number])[] {
  const rank = ([id]: readonly [string, number]) => (id === "key" ? 0 : isVital(table, id) ? 1 : 2);
  const own = [...table.unverified.own].map((column) => ["", column] as const);
  return [...[...table.columns.byId].sort((a, b) => rank(a) - rank(b)), ...own];
}

/**
 * Empties what was written of rows, in the sheet and in memory; the team's cells and those of formulas stay (CELL-9). Column by
 * column, since what may not be written may not be emptied either.
 */
function blankRows(table: TableSheet, places: readonly number[]): void {
  for (const column of filledColumns(table)) {
    const written = places.filter((place) => (table.rows[place]?.[column] ?? "") !== "");
    for (const rows of spansOf(written)) {
      unlessSheetRefuses(() =>
        rangeOf(table, rows, { first: column, last: column }).clearContent(),
      );
    }
    for (const place of written) (table.rows[place] as Raw[])[column] = "";
  }
  if (places.length > 0) table.unverified.columns.add(keyColumn(table));
}
