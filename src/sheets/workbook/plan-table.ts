import type { Cell } from "../../engine/kernel/fields";
import type { Problem } from "../../engine/kernel/problem";
import { cellChangedSince, rowNotFound } from "../../engine/program/aside";
import { copyOf, type RowEffect } from "../../engine/program/changeset";
import type { TableName } from "../../engine/tables";
import type { Column } from "../../engine/tables/table";
import { sameCell } from "../../engine/tables/table";
import type { Raw } from "../codec/codec";
import type { Book } from "./book";
import { type ChangedCells, changeCell } from "./changed-cells";
import { headerName } from "./columns";
import { emptyRow } from "./empty-row";
import { identityOf, keyColumn, type TableSheet } from "./table-sheet";

type Insert = Extract<RowEffect, { kind: "insert" }>;
type Update = Extract<RowEffect, { kind: "update" }>;

export interface TablePlan {
  readonly changed: ChangedCells;
  readonly inserts: readonly { readonly identity: string; readonly row: readonly Raw[] }[];
  /** Identities of rows to delete. */
  readonly removes: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Calculates which cells of a table must be written, and sets their values in memory. A repeated insert only fills in
 * what is missing; a shared cell that a person has changed in the meantime is left and reported (EDIT-9).
 */
export function planTable(book: Book, table: TableSheet, effects: readonly RowEffect[]): TablePlan {
  const changed: ChangedCells = new Map();
  const inserts: { identity: string; row: readonly Raw[] }[] = [];
  const removes: string[] = [];
  const problems: Problem[] = [];
  for (const effect of effects) {
    const identity = identityOf(effect.key, copyOf(effect));
    const place = table.index.get(identity);
    switch (effect.kind) {
      case "remove":
        if (place !== undefined) removes.push(identity);
        break;
      case "insert":
        if (place === undefined) inserts.push({ identity, row: newRow(book, table, effect) });
        else fillRow(book, table, changed, place, effect);
        break;
      case "update":
        if (place === undefined) problems.push(rowNotFound(table.table.sheet, effect.key));
        else {
          problems.push(...updateRow(book, table, changed, place, effect));
          table.unverified.updated.add(identity);
        }
        break;
      default:
        effect satisfies never;
    }
  }
  for (const column of changed.keys()) table.unverified.columns.add(column);
  return { changed, inserts, removes, problems };
}

function newRow({ codec }: Book, table: TableSheet, effect: Insert): readonly Raw[] {
  const row = emptyRow(table);
  for (const [column, cell] of placedCells(table, effect)) row[column] = codec.toRaw(cell);
  return row;
}

/** The cells of a new row by their columns; those of the team's own columns are noted, so that they are written too. */
function placedCells(
  { columns, unverified }: TableSheet,
  { cells, extra = {} }: Insert,
): readonly (readonly [column: number, cell: Cell])[] {
  const own = Object.entries(extra).flatMap(([header, cell]) => {
    const found = columns.own.find(([each]) => headerName(each) === headerName(header));
    if (found) unverified.own.add(found[1]);
    return found ? [[found[1], cell] as const] : [];
  });
  const ours = Object.entries(cells).flatMap(([id, cell]) => {
    const column = columns.byId.get(id);
    return column === undefined ? [] : [[column, cell] as const];
  });
  return [...ours, ...own];
}

function fillRow(
  { codec }: Book,
  table: TableSheet,
  changed: ChangedCells,
  place: number,
  effect: Insert,
): void {
  for (const [column, cell] of placedCells(table, effect)) {
    if (column === keyColumn(table)) continue;
    const isBlank = (table.rows[place]?.[column] ?? "") === "";
    if (isBlank) changeCell(table, changed, place, column, codec.toRaw(cell));
  }
}

function updateRow(
  { codec }: Book,
  table: TableSheet,
  changed: ChangedCells,
  place: number,
  { key, cells }: Update,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, { from, to }] of Object.entries(cells)) {
    const column = table.columns.byId.get(id);
    if (column === undefined) continue;
    const definition = table.table.columns[id] as Column<unknown>;
    const now = codec.toCell(table.rows[place]?.[column] ?? "");
    if (sameCell(now, to)) continue;
    if (definition.filledBy === "program" || sameCell(now, from)) {
      changeCell(table, changed, place, column, codec.toRaw(to));
    } else {
      problems.push(cellChangedSince(table.table.name as TableName, key, definition, now, to));
    }
  }
  return problems;
}
