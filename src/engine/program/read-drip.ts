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
  const read = parseKept(table, key, raw, context, keptOf);
  const madeAs = frozenIn(read.record)?.key ?? key;
  if (madeAs === key || key === "") return read;
  return { ...read, isUsable: false, problems: [...read.problems, copied(table, key, madeAs)] };
}

const frozenIn = (record: MadeRow["record"]) => (record as unknown as Drip).frozen;

function keptOf(record: MadeRow["record"]): KeptCells {
  const frozen = frozenIn(record);
  return frozen ? Object.fromEntries(FROZEN.map((id) => [id, frozen.cells[id] ?? ""])) : {};
}
