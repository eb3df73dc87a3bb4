import { type Cell, cellText } from "../kernel/cells";
import type { FieldContext } from "../kernel/fields";
import type { Key } from "../kernel/keys";
import type { Drip } from "../tables";
import type { RawRow, Table } from "../tables/table";
import { copied } from "./copied";
import { type KeptCells, type MadeRow, parseKept } from "./kept-cells";

/** What never changes once a drip has started (DRIP-6), in the order in which its row keeps it. */
export const FROZEN = [
  "customer",
  "transaction",
  "occurrences",
  "currency",
  "amount",
  "percent",
  "base",
  "mode",
  "rounding",
  "eventDate",
  "delay",
  "delayUnit",
  "cycle",
  "cycleUnit",
  "limitCurrency",
  "limitPerReward",
  "limitPerCustomer",
  "limitPerMonth",
  "trigger",
  "triggerVersion",
  "continues",
  "after",
  "later",
] as const satisfies readonly (keyof Drip)[];

/**
 * Reads a drip's row. Terms that were typed over count as they were frozen; a row that was copied, and given
 * another key, counts for nothing, since it would pay again.
 */
export function readDrip(table: Table, key: Key, raw: RawRow, context: FieldContext): MadeRow {
  const [madeAs, ...terms] = frozenIn(cellText(raw.cells.frozen ?? ""));
  const kept = madeAs === undefined ? {} : keptCells(terms);
  const read = parseKept(table, key, raw, context, kept);
  if (madeAs === undefined || madeAs === key || key === "") return read;
  return { ...read, isUsable: false, problems: [...read.problems, copied(table, key, madeAs)] };
}

const keptCells = (terms: readonly Cell[]): KeptCells =>
  Object.fromEntries(FROZEN.map((id, place) => [id, terms[place] ?? ""]));

/** What a row keeps of its terms; nothing where the cell is blank or broken. */
function frozenIn(text: string): readonly [] | readonly [Key, ...Cell[]] {
  if (!text.startsWith("[")) return [];
  try {
    const all = JSON.parse(text) as readonly [Key, ...Cell[]];
    return all.length === FROZEN.length + 1 ? all : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
