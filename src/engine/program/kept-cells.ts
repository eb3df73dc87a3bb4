import { cellText, quoted } from "../kernel/cells";
import type { Cell, FieldContext } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import {
  columnContext,
  type ParsedRow,
  parseRow,
  type RawRow,
  sameCell,
  type Table,
} from "../tables/table";

/** A row of which some cells are known besides, so that what is typed over them changes nothing. */
export interface MadeRow extends ParsedRow {
  /** Whether the record counts, its problems aside. */
  readonly isUsable: boolean;
  /** The columns that were typed over: they count as they were made, and the next run puts them back. */
  readonly putBack: readonly string[];
}

/** Cells as the program made them, by column id; they never change. */
export type KeptCells = Readonly<Record<string, Cell>>;
type Say = (column: string, typed: Cell, kept: Cell) => string;

/**
 * Reads a row in which the cells that its record says to keep count, whatever was typed over them; `say` tells a person
 * what was done.
 */
export function parseKept(
  table: Table,
  key: Key,
  raw: RawRow,
  context: FieldContext,
  keptOf: (record: ParsedRow["record"]) => KeptCells,
  say: Say = typedOver,
): MadeRow {
  const typed = parseRow(table, key, raw, context);
  const kept = keptOf(typed.record);
  const others = Object.keys(kept).filter((id) => !counts(table, id, raw, typed, context, kept));
  if (others.length === 0) return { ...typed, isUsable: isUsable(typed.problems), putBack: [] };
  const cells = { ...raw.cells };
  for (const id of others) cells[id] = kept[id] ?? "";
  const { record, problems } = parseRow(table, key, { ...raw, cells }, context);
  const told = others.map((id): Problem => {
    const column = table.columns[id]?.header ?? id;
    const message = say(id, raw.cells[id] ?? "", kept[id] ?? "");
    return { code: "CELL_LOCKED", at: { table: table.sheet, row: key, column }, message };
  });
  return {
    record,
    problems: [...problems, ...told],
    isUsable: isUsable(problems),
    putBack: others,
  };
}

/** A packed cell that a person broke is a problem, and its row counts without what it held. */
const isUsable = (problems: readonly Problem[]): boolean =>
  problems.every(({ code }) => code === "CELL_BROKEN");

/** Whether a cell still says what was kept of it, in any spelling. */
function counts(
  table: Table,
  id: string,
  { cells }: RawRow,
  { record, problems }: ParsedRow,
  context: FieldContext,
  kept: KeptCells,
): boolean {
  const [now, before] = [cells[id] ?? "", kept[id] ?? ""];
  if (sameCell(now, before)) return true;
  const column = table.columns[id];
  if (!column || now === "" || before === "") return false;
  if (problems.some(({ at }) => at.column === column.header)) return false;
  const parsed = column.field.parse(before, columnContext(column, record, context));
  return parsed.ok && parsed.value === record[id];
}

function typedOver(_: string, typed: Cell, kept: Cell): string {
  const what = cellText(typed).trim() === "" ? "It was emptied" : `${quoted(typed)} was typed`;
  const before = kept === "" ? "blank" : quoted(kept);
  return `${what}, but this never changes once the row is made. It counts as ${before}, and the next run puts that back.`;
}
