import { groupBy } from "../../engine/kernel/group-by";
import type { Problem } from "../../engine/kernel/problem";
import { apart, type RefusedWrite, remaining } from "../../engine/program/aside";
import { type Changeset, combine, type RowEffect } from "../../engine/program/changeset";
import type { TableName } from "../../engine/tables";
import { appendRows } from "./append-rows";
import type { Book } from "./book";
import { cutOffEmails, noteClaim, sendEmails } from "./emails";
import { saveJournal } from "./journal-sheet";
import { type PlaceBelow, placeBelow } from "./last-row";
import type { TableSheets } from "./load";
import { checkZone, datesBefore, mendZone, noDates } from "./mend-zone";
import { planTable, type TablePlan } from "./plan-table";
import { refreshShared } from "./refresh-shared";
import { refusalOf, unlessRefused } from "./refusal";
import { removeRows } from "./remove-rows";
import { renewTyped } from "./renew-formats";
import type { TableSheet } from "./table-sheet";
import { verifyTable } from "./verify";
import { readAgain, writeCarefully } from "./write-carefully";
import { writeCells } from "./write-cells";
import { writeNotes } from "./write-notes";

/**
 * The order in which tabs are written: what is owed before the marks that say it was made, so that losing the journal
 * loses nothing and doubles nothing (REFUSAL-1).
 */
const writeOrder: readonly TableName[] = [
  "rewards",
  "drips",
  "payouts",
  "invoices",
  "activity",
  "triggers",
  "transactions",
  "customers",
  "actions",
  "partners",
  "settings",
];
/** Where the marks are of what became a reward or drip: they wait where that was refused. */
const marking: ReadonlySet<TableName> = new Set([
  "drips",
  "transactions",
  "customers",
  "actions",
  "partners",
  "settings",
]);

export interface CommitOptions {
  /**
   * The changes come from a journal that a killed execution left: they are already saved there, and its mails may
   * have been sent.
   */
  readonly isResumed?: boolean;
  /** The time zone in which that execution wrote. */
  readonly zone?: string;
  /** More parts may follow in this execution: Activity is verified after the last of them. */
  readonly more?: boolean;
  /** Called with changes once they stand in the sheets, before any mail of theirs goes, and for mails taken back; of a journal, for those alone. */
  readonly onWritten?: (changes: Changeset) => void;
}
interface Touched {
  readonly name: TableName;
  readonly table: TableSheet;
  readonly effects: readonly RowEffect[];
}
export interface Committed {
  /** What could not be done as decided. */
  readonly problems: readonly Problem[];
  /** What Google refused; it is in `book.aside` now. */
  readonly refused: readonly RefusedWrite[];
}

/**
 * Carries out a changeset: journal → flush → write by key → flush → verify and repair → notes → mails (ADR-3). What
 * Google refuses is set aside in `book.aside`, and rows that are there already are only changed there (REFUSAL-1). The
 * caller clears the journal. Throws ZONE_CHANGED before anything is changed.
 */
export function commit(
  book: Book,
  tables: TableSheets,
  changes: Changeset,
  { isResumed = false, zone = book.zone, more = false, onWritten }: CommitOptions = {},
): Committed {
  if (!isResumed) {
    checkZone(book);
    noteClaim(changes.effects.filter((each) => each.kind === "email"));
    saveJournal(book, changes);
  }
  const { free, kept } = apart(book.aside, changes);
  book.aside = combine(book.aside, kept);
  const { rows, notes, emails } = sortEffects(free);
  const touched = inOrder(tables, rows).map((each) => ({
    ...each,
    // What is resumed was read in the zone of now.
    before: isResumed ? noDates : datesBefore(each.table),
  }));
  if (!isResumed) for (const { table, effects } of touched) refreshShared(book, table, effects);
  const written = writeTables(book, touched);
  const problems = [...written.problems];
  const refused = [...written.refused];
  problems.push(...verifyTables(book, tables, more ? "activity" : undefined));
  for (const [name, effects] of notes) {
    const table = tables.get(name);
    if (table) unlessRefused(() => problems.push(...writeNotes(book, table, effects)));
  }
  for (const { table, effects, removes } of written.removals) {
    const reason = removes.length > 0 ? removeRows(book, table, removes) : undefined;
    if (reason === undefined) continue;
    for (const effect of effects) {
      if (effect.kind === "remove") refused.push({ effect, column: null, reason });
    }
  }
  mendZone(book, touched, zone);
  const rest = remaining(refused);
  book.aside = combine(book.aside, combine(rest, { effects: written.waiting }));
  if (!isResumed) onWritten?.(changes);
  const mails = isResumed ? cutOffEmails(emails) : sendEmails(emails, rest);
  problems.push(...mails.problems);
  // All of the journal is done by now, so it may be overwritten.
  if (mails.reverted.length > 0) {
    const again = commit(book, tables, { effects: mails.reverted }, onWritten ? { onWritten } : {});
    return { problems: [...problems, ...again.problems], refused: [...refused, ...again.refused] };
  }
  return { problems, refused };
}

/** An invoice comes before the rewards that name it; what is changed of it, such as its being final, comes after them. */
function inOrder(
  tables: TableSheets,
  rows: ReadonlyMap<TableName, readonly RowEffect[]>,
): readonly Touched[] {
  const part = (name: TableName, holds: (effect: RowEffect) => boolean): readonly Touched[] => {
    const table = tables.get(name);
    const effects = rows.get(name)?.filter(holds) ?? [];
    return table && effects.length > 0 ? [{ name, table, effects }] : [];
  };
  const isNewInvoice = ({ table, kind }: RowEffect) => table === "invoices" && kind === "insert";
  return [
    ...part("invoices", isNewInvoice),
    ...writeOrder.flatMap((name) => part(name, (effect) => !isNewInvoice(effect))),
  ];
}

interface Written extends Committed {
  readonly removals: readonly (Touched & { readonly removes: readonly string[] })[];
  /** Marks that wait for what was refused. */
  readonly waiting: readonly RowEffect[];
}

/** Writes all tables at once; where Google refuses that, again in pieces, and tells what it refuses. */
function writeTables(book: Book, touched: readonly Touched[]): Written {
  const planOf = (each: Touched) => {
    const plan = planTable(book, each.table, each.effects);
    const count = plan.inserts.length;
    return { ...each, ...plan, place: count > 0 ? placeBelow(each.table, count) : undefined };
  };
  let planned: readonly ReturnType<typeof planOf>[] = [];
  const reason = refusalOf(() => {
    // All is asked before anything is written: a question in between would part what Google commits in one go (PLATFORM-51a).
    planned = touched.map(planOf);
    for (const { table, changed, inserts, place } of planned) {
      writeCells(table, changed);
      if (place) insertRows(table, inserts, place);
    }
    for (const { table, changed } of planned) renewTyped(table, changed);
  });
  if (reason === undefined) {
    const problems = planned.flatMap((each) => each.problems);
    return { problems, removals: planned, refused: [], waiting: [] };
  }
  readAgain(book, new Map(touched.map(({ name, table }) => [name, table])));
  const problems: Problem[] = [];
  const refused: RefusedWrite[] = [];
  const waiting: RowEffect[] = [];
  const removals: Written["removals"][number][] = [];
  let isShort = false;
  for (const each of touched) {
    if (isShort && marking.has(each.name)) {
      waiting.push(...each.effects);
      continue;
    }
    const { plan, refused: here, waiting: late } = writeCarefully(book, each.table, each.effects);
    problems.push(...plan.problems);
    refused.push(...here);
    waiting.push(...late);
    removals.push({ ...each, removes: plan.removes });
    const isOwed = each.name === "rewards" || each.name === "drips";
    isShort ||=
      isOwed && here.some(({ effect, column }) => effect.kind === "insert" && column === null);
  }
  return { problems, removals, refused, waiting };
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
  const inSheet = effects.filter((each) => each.kind !== "email");
  const tableOfEffect = ({ table }: { readonly table: TableName }) => table;
  return {
    rows: groupBy(
      inSheet.filter((each) => each.kind !== "notes"),
      tableOfEffect,
    ),
    notes: groupBy(
      inSheet.filter((each) => each.kind === "notes"),
      tableOfEffect,
    ),
    emails: effects.filter((each) => each.kind === "email"),
  };
}

function insertRows(table: TableSheet, inserts: TablePlan["inserts"], place: PlaceBelow): void {
  const rows = inserts.map(({ row }) => row);
  const start = appendRows(table, rows, place);
  inserts.forEach(({ identity }, i) => {
    table.index.set(identity, start + i);
    table.unverified.inserted.add(identity);
  });
}

const isUnverified = ({ unverified }: TableSheet): boolean =>
  unverified.columns.size > 0 || unverified.inserted.size > 0;
