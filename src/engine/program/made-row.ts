import { cellText, isErrorCell, quoted } from "../kernel/cells";
import type { Cell, FieldContext } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Problem, ProblemCode } from "../kernel/problem";
import { isBesideThePoint, isBlank, parseRow } from "../tables/parse-row";
import { columnContext, type ParsedRow, type RawRow, sameCell, type Table } from "../tables/table";
import { type Proof, proofOf } from "./proofs";

/** A row of which some cells are known besides, so that what is typed over them changes nothing. */
export interface MadeRow extends ParsedRow {
  /** Whether the record counts, its problems aside. */
  readonly isUsable: boolean;
  /** The columns that were typed over: they count as they were made, and the next run puts them back. */
  readonly putBack: readonly string[];
}

/**
 * Reads a row. What the program made and nobody may change (an invoice's month and currency, whom a payout pays, a
 * drip's terms and partner, a reward's currency) counts as it was made, whatever is typed over it (EDIT-8); what was
 * accepted last counts while its cell can't be read, so that no sum changes by a slip (EDIT-1). A row that was copied,
 * and given another key, counts for nothing, since it would pay again (EDIT-7).
 */
export function readMadeRow(table: Table, key: Key, raw: RawRow, context: FieldContext): MadeRow {
  const typed = parseRow(table, key, raw, context);
  const proof = proofOf(table.name, typed.record, key, raw);
  // Where only some columns were read, nothing is known of the others.
  const putBack = Object.keys(proof.fixed).filter(
    (id) =>
      id in table.columns && !saysStill(table, id, raw, typed, context, proof.fixed[id] ?? ""),
  );
  const stands = Object.entries(proof.judged ?? {}).filter(([id, kept]) =>
    isTypedOver(table, id, raw, typed, context, kept),
  );
  const asMade = (): RawRow => {
    const fixed = putBack.map((id) => [id, proof.fixed[id] ?? ""] as const);
    return { ...raw, cells: { ...raw.cells, ...Object.fromEntries([...stands, ...fixed]) } };
  };
  const read =
    putBack.length + stands.length === 0 ? typed : parseRow(table, key, asMade(), context);
  const told = putBack.map((id) => lockedCell(table, key, raw, id, proof.fixed[id] ?? ""));
  const alien = isAlien(key, proof) ? [alienKey(table, key, proof.madeAs ?? null)] : [];
  const unread = [...read.problems, ...errorsIn(table, key, raw, read.problems, proof)];
  const { record, isUsable } = countedAs(table, { record: read.record, problems: unread }, proof);
  const problems = [...unread, ...told, ...alien];
  return { record, problems, isUsable: isUsable && alien.length === 0, putBack };
}

/** Error values in cells of the program's, not put back: what was accepted last counts in their place (CELL-2d). */
function errorsIn(
  table: Table,
  key: Key,
  { cells }: RawRow,
  problems: readonly Problem[],
  { accepted, fixed }: Proof,
): readonly Problem[] {
  // Nearly no row shows one.
  if (!accepted || !Object.values(cells).some(isErrorCell)) return [];
  return Object.keys(accepted()).flatMap((id) => {
    const [column, cell = ""] = [table.columns[id], cells[id]];
    if (column?.filledBy !== "program" || !isErrorCell(cell) || id in fixed) return [];
    if (problems.some(({ at }) => at.column === column.header)) return [];
    const message = `${quoted(cell)} is an error, not a value. The row counts as it was made: put back what the cell said.`;
    return [problem("CELL_ERROR", table, key, id, message)];
  });
}

/** Whether a cell still says what was kept of it, in any spelling. */
function saysStill(
  table: Table,
  id: string,
  { cells }: RawRow,
  { record, problems }: ParsedRow,
  context: FieldContext,
  kept: Cell,
): boolean {
  const now = cells[id] ?? "";
  if (sameCell(now, kept)) return true;
  const column = table.columns[id];
  if (!column || now === "" || kept === "") return false;
  if (problems.some(({ at }) => at.column === column.header)) return false;
  const parsed = column.field.parse(kept, columnContext(column, record, context));
  return parsed.ok && parsed.value === record[id];
}

/**
 * Whether a cell can be read and says something else than the row was judged by. A blank currency still says the
 * program's, where the row was judged in that.
 */
function isTypedOver(
  table: Table,
  id: string,
  raw: RawRow,
  typed: ParsedRow,
  context: FieldContext,
  kept: Cell,
): boolean {
  const column = table.columns[id];
  if (!column || typed.problems.some(({ at }) => at.column === column.header)) return false;
  if (id === "currency" && isBlank(raw.cells[id]) && kept === context.currency) return false;
  return !saysStill(table, id, raw, typed, context, kept);
}

/** What was accepted last in place of what can't be read, if that is known of every such cell. */
function countedAs(
  table: Table,
  { record, problems }: ParsedRow,
  { accepted }: Proof,
): Pick<MadeRow, "record" | "isUsable"> {
  // Nearly every row can be read, and a copy of each record of a large program costs time.
  if (problems.length === 0) return { record, isUsable: true };
  const { columns } = table;
  const unread = problems.map(({ at }) => at.column);
  // A packed cell that a person broke is a problem, and its row counts without what it held.
  const bad = problems.filter((each) => !isBesideThePoint(table, each)).map(({ at }) => at.column);
  const isUnread = (id: string): boolean => unread.includes(columns[id]?.header ?? id);
  // An amount whose currency can't be read was read in the program's.
  const known = Object.entries(accepted?.() ?? {}).filter(([id]) => {
    const column = columns[id];
    return isUnread(id) || (column?.field.kind === "amount" && isUnread(column.currencyIn));
  });
  const isUsable = bad.every((header) => known.some(([id]) => columns[id]?.header === header));
  return { record: isUsable ? { ...record, ...Object.fromEntries(known) } : record, isUsable };
}

const isAlien = (key: Key, { madeAs = key }: Proof): boolean => key !== "" && madeAs !== key;

function alienKey(table: Table, key: Key, madeAs: Key | null): Problem {
  return madeAs === null
    ? problem(
        "RECORD_INCONSISTENT",
        table,
        key,
        "key",
        `${quoted(key)} is no invoice: its key says its month and currency, as in inv_2026-03_USD. Put the key back, or delete the row.`,
      )
    : problem(
        "KEY_DUPLICATE",
        table,
        key,
        "key",
        `This row was made as ${quoted(madeAs)}, so it counts for nothing under another key. Put that key back, or delete the row if it is a copy.`,
      );
}

/** What is said at a cell that never changes once its row is made, and says something else than was kept. */
export function lockedCell(
  table: Table,
  key: Key,
  { cells }: RawRow,
  id: string,
  kept: Cell,
): Problem {
  const typed = cells[id] ?? "";
  const what = cellText(typed).trim() === "" ? "It was emptied" : `${quoted(typed)} was typed`;
  const before = kept === "" ? "blank" : quoted(kept);
  const message = `${what}, but this never changes once the row is made. It counts as ${before}, and the next run puts that back.`;
  return problem("CELL_LOCKED", table, key, id, message);
}

const problem = (
  code: ProblemCode,
  { sheet, columns }: Table,
  row: Key,
  id: string,
  message: string,
): Problem => ({ code, at: { table: sheet, row, column: columns[id]?.header ?? id }, message });
