import { clip, quoted } from "../kernel/cells";
import { type Cell, cellText } from "../kernel/fields";
import { groupBy } from "../kernel/group-by";
import type { Problem } from "../kernel/problem";
import { type TableName, tableOf } from "../tables";
import { type Column, sameCell } from "../tables/table";
import { type Changeset, copyOf, type Effect, type RowEffect } from "./changeset";
import type { Program, TableData } from "./program";

/** A write that Google refused: one cell of a row, or the row as a whole. */
export interface RefusedWrite {
  readonly effect: RowEffect;
  /** The column's id; null for the whole row: no room, or a cell that it can't do without. */
  readonly column: string | null;
  /** What Google said. */
  readonly reason: string;
}

/** What remains to be done of refused writes, in the form in which it is set aside and tried again (REFUSAL-1). */
export function remaining(refused: readonly RefusedWrite[]): Changeset {
  const rest = new Map<string, Effect>();
  for (const { effect, column } of refused) {
    const { kind, table, key } = effect;
    const id = rowOf(effect);
    if (column === null || kind === "remove") {
      rest.set(id, effect);
      continue;
    }
    const change =
      kind === "insert" ? { from: "", to: effect.cells[column] ?? "" } : effect.cells[column];
    if (!change) continue;
    const before = rest.get(id);
    const cells = { ...(before?.kind === "update" ? before.cells : {}), [column]: change };
    const copy = copyOf(effect);
    rest.set(id, { kind: "update", table, key, copy, cells });
  }
  return { effects: [...rest.values()] };
}

/**
 * Parts changes from those of cells and rows that are set aside: these are only to be changed there, since Google has
 * just refused them.
 */
export function apart(
  aside: Changeset,
  { effects }: Changeset,
): { readonly free: Changeset; readonly kept: Changeset } {
  if (aside.effects.length === 0) return { free: { effects }, kept: aside };
  const byRow = new Map(aside.effects.map((effect) => [rowOf(effect), effect]));
  const free: Effect[] = [];
  const kept: Effect[] = [];
  for (const effect of effects) {
    const there = byRow.get(rowOf(effect));
    if (!there || effect.kind === "email" || effect.kind === "notes") free.push(effect);
    else if (effect.kind !== "update" || there.kind !== "update") kept.push(effect);
    else {
      const cells = Object.entries(effect.cells);
      for (const [list, isThere] of [
        [kept, true],
        [free, false],
      ] as const) {
        const some = cells.filter(([id]) => id in there.cells === isThere);
        if (some.length > 0) list.push({ ...effect, cells: Object.fromEntries(some) });
      }
    }
  }
  return { free: { effects: free }, kept: { effects: kept } };
}

const rowOf = (effect: Effect): string =>
  effect.kind === "email" ? "" : JSON.stringify([effect.table, effect.key, copyOf(effect)]);

/**
 * Of what was set aside, what still fits the sheets as they are now: a cell that a person has changed since is theirs,
 * and a row that is gone stays gone. `strict` is for changes that are old: it asks the
 * same of the program's own cells, and puts no reward on an invoice that is final by now.
 */
export function fitting(
  program: Program,
  { effects }: Changeset,
  { strict = false } = {},
): { readonly changes: Changeset; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const kept: Effect[] = [];
  for (const effect of effects) {
    if (effect.kind === "email" || effect.kind === "notes") continue;
    const { table, key, kind } = effect;
    const data = program.tables[table] as TableData | undefined;
    const copy = copyOf(effect);
    const isLate = (id: string, to: Cell) =>
      strict && table === "rewards" && id === "invoice" && isFinal(program, to);
    const row =
      copy === 0
        ? data?.byKey.get(key)
        : data?.rows.find((each) => each.key === key && each.copy === copy);
    if (!row || kind === "remove") {
      if (kind === "update") problems.push(rowNotFound(tableOf(table).sheet, key));
      else if (kind === "insert" && isLate("invoice", effect.cells.invoice ?? ""))
        kept.push({ ...effect, cells: { ...effect.cells, invoice: "" } });
      else if (row || kind === "insert") kept.push(effect);
      continue;
    }
    const cells: Record<string, { from: Cell; to: Cell }> = {};
    for (const [id, change] of Object.entries(effect.cells)) {
      const { from, to } =
        kind === "insert" ? { from: "", to: change as Cell } : (change as { from: Cell; to: Cell });
      const column = tableOf(table).columns[id];
      const now = row.raw.cells[id] ?? "";
      if (!column || id === "key" || sameCell(now, to)) continue;
      const isOurs = column.filledBy === "program" && !strict && kind === "update";
      const late = isLate(id, to);
      if (!late && (isOurs || sameCell(now, from))) cells[id] = { from: now, to };
      else if (kind === "update")
        problems.push(
          late ? finalSince(table, key, column, to) : cellChangedSince(table, key, column, now, to),
        );
    }
    if (Object.keys(cells).length > 0) kept.push({ kind: "update", table, key, copy, cells });
  }
  return { changes: { effects: kept }, problems };
}

/** An invoice that became final since: what old changes put on it no payout would pay. */
const isFinal = ({ tables }: Program, invoice: Cell): boolean =>
  !!tables.invoices?.byKey.get(cellText(invoice))?.record?.finalizedOn;

export const rowNotFound = (sheet: string, row: string, isTakenBack = false): Problem => ({
  code: "ROW_NOT_FOUND",
  at: { table: sheet, row },
  message: `The row ${row} of ${sheet} was deleted, or its key was changed, while it was being written. Its changes were left out${isTakenBack ? ", and what was made for it was taken back" : ""}.`,
});

export const cellChangedSince = (
  table: TableName,
  row: string,
  { header }: Column<unknown>,
  now: Cell,
  to: Cell,
): Problem => ({
  code: "CELL_CHANGED_MEANWHILE",
  at: { table: tableOf(table).sheet, row, column: header },
  message: `${header} was changed to “${cellText(now)}” in the meantime, so it was not set to “${cellText(to)}”.`,
});

const finalSince = (
  table: TableName,
  row: string,
  { header }: Column<unknown>,
  to: Cell,
): Problem => ({
  code: "CELL_CHANGED_MEANWHILE",
  at: { table: tableOf(table).sheet, row, column: header },
  message: `The invoice “${cellText(to)}” has become final, so this was not put on it: it goes on the next one.`,
});

/** One problem for each column, or table, that Google refuses: its first row, what was to be written, how to allow it. */
export function refusedProblems(refused: readonly RefusedWrite[]): readonly Problem[] {
  const groups = groupBy(refused, ({ effect, column }) =>
    JSON.stringify([effect.table, effect.kind === "remove", column]),
  );
  return [...groups.values()].map((group): Problem => {
    const { effect, column, reason } = group[0] as RefusedWrite;
    const { sheet, columns } = tableOf(effect.table);
    const header = column === null ? undefined : columns[column]?.header;
    const others = group.length - 1;
    const more =
      others === 0 ? "" : ` The same goes for ${others} more ${others === 1 ? "row" : "rows"}.`;
    return {
      code: "WRITE_REFUSED",
      at: { table: sheet, row: effect.key, ...(header === undefined ? {} : { column: header }) },
      message: `Google refused ${wanted(effect, column)}: ${clip(reason, 300)} ${howToAllow(reason)} It is kept and tried again at each run.${more}`,
    };
  });
}

/** What was to be written. */
function wanted(effect: RowEffect, column: string | null): string {
  if (effect.kind === "remove") return "to delete this row";
  if (column !== null) {
    const cell = effect.kind === "insert" ? effect.cells[column] : effect.cells[column]?.to;
    return `to write ${quoted(cellText(cell ?? ""))} here`;
  }
  if (effect.kind === "update") return "to write this row";
  const { columns } = tableOf(effect.table);
  const told = Object.entries(effect.cells).filter(([id]) => columns[id]?.required && id !== "key");
  const cells = told.map(([id, cell]) => `${columns[id]?.header} ${clip(cellText(cell), 60)}`);
  return `to add this row (${cells.join(", ")})`;
}

/** How to allow what Google refused with such words. */
export function howToAllow(reason: string): string {
  if (/typed column|table/i.test(reason)) return "Change the column's type in the Table's menu.";
  if (/validation/i.test(reason)) return "Change the rule in Data › Data validation.";
  if (/protected/i.test(reason)) return "Allow it in Data › Protect sheets and ranges.";
  if (/cells/i.test(reason)) return "Delete rows or tabs that nobody needs.";
  return "Allow it, or wait a while.";
}
