import type { Problem } from "../../engine/kernel/problem";
import type { Changeset } from "../../engine/program/changeset";
import { type TableName, tableNames } from "../../engine/tables";
import { appendRows } from "./append-rows";
import type { Book } from "./book";
import { type EmailEffect, sendEmails, unconfirmedEmails } from "./emails";
import { saveJournal } from "./journal-sheet";
import type { TableSheets } from "./load";
import { planTable, type RowEffect, type TablePlan } from "./plan-table";
import { refreshShared } from "./refresh-shared";
import { removeRows } from "./remove-rows";
import type { TableSheet } from "./table-sheet";
import { verifyTable } from "./verify";
import { writeCells } from "./write-cells";
import { type NoteEffect, writeNotes } from "./write-notes";

interface CommitOptions {
  /**
   * The changes come from a journal that a killed execution left: they are already saved there, and its mails may
   * have been sent.
   */
  readonly isResumed?: boolean;
  /** More parts may follow in this execution: Activity is verified after the last of them. */
  readonly more?: boolean;
}

/**
 * Carries out a changeset: journal → flush → write by key → flush → verify and repair → notes → mails (ADR-3). The
 * caller clears the journal. Returns what could not be done as decided.
 */
export function commit(
  book: Book,
  tables: TableSheets,
  changes: Changeset,
  { isResumed = false, more = false }: CommitOptions = {},
): readonly Problem[] {
  const { rows, notes, emails } = sortEffects(changes);
  if (!isResumed) saveJournal(book, changes);
  const touched = tableNames.flatMap((name) => {
    const table = tables.get(name);
    const effects = rows.get(name);
    return table && effects ? [{ name, table, effects }] : [];
  });
  if (!isResumed) for (const { table, effects } of touched) refreshShared(book, table, effects);
  const problems: Problem[] = [];
  const removals = touched.map(({ table, effects }) => {
    const plan = planTable(book, table, effects);
    writeCells(table, plan.changed);
    insertRows(table, plan.inserts);
    problems.push(...plan.problems);
    return { table, removes: plan.removes };
  });
  SpreadsheetApp.flush();
  problems.push(...verifyTables(book, tables, more ? "activity" : undefined));
  for (const [name, effects] of notes) {
    const table = tables.get(name);
    if (table) problems.push(...writeNotes(book, table, effects));
  }
  for (const { table, removes } of removals) {
    if (removes.length > 0) removeRows(book, table, removes);
  }
  if (isResumed) return [...problems, ...unconfirmedEmails(emails)];
  const { problems: refused, reverted: takenBack } = sendEmails(emails);
  problems.push(...refused);
  // All of the journal is done by now, so it may be overwritten.
  if (takenBack.length > 0) problems.push(...commit(book, tables, { effects: takenBack }));
  return problems;
}

/** Verifies, and repairs, each table that was written since its last verification. */
export function verifyTables(
  book: Book,
  tables: TableSheets,
  except?: TableName,
): readonly Problem[] {
  return [...tables].flatMap(([name, table]) =>
    name !== except && isUnverified(table) ? verifyTable(book, table) : [],
  );
}

function sortEffects({ effects }: Changeset) {
  const rows = new Map<TableName, RowEffect[]>();
  const notes = new Map<TableName, NoteEffect[]>();
  const emails: EmailEffect[] = [];
  const put = <T>(map: Map<TableName, T[]>, name: TableName, effect: T) => {
    const list = map.get(name);
    if (list) list.push(effect);
    else map.set(name, [effect]);
  };
  for (const effect of effects) {
    if (effect.kind === "email") emails.push(effect);
    else if (effect.kind === "notes") put(notes, effect.table, effect);
    else put(rows, effect.table, effect);
  }
  return { rows, notes, emails };
}

function insertRows(table: TableSheet, inserts: TablePlan["inserts"]): void {
  if (inserts.length === 0) return;
  const start = appendRows(
    table,
    inserts.map(({ row }) => row),
  );
  inserts.forEach(({ identity }, i) => {
    table.index.set(identity, start + i);
    table.unverified.inserted.add(identity);
  });
}

const isUnverified = ({ unverified }: TableSheet): boolean =>
  unverified.columns.size > 0 || unverified.inserted.size > 0;
