import type { Key } from "../kernel/keys";
import { type TableName, tableOf } from "../tables";
import { printCell, type RawRow, sameCell } from "../tables/table";
import type { Effect } from "./changeset";
import type { Program, TableData } from "./program";

type AnyRecord = Readonly<Record<string, unknown>>;
/** What was done to rows: the columns that were written, or that the row is new or gone. */
export type Touched = Map<Key, Set<string> | "inserted" | "removed">;

/** One table's part of a changeset: its touched rows against what its cells hold. */
export function effectsOf(
  table: TableName,
  {
    records,
    touched: rows,
  }: { readonly records: ReadonlyMap<Key, AnyRecord>; readonly touched: Touched },
  data: TableData,
  program: Program,
): readonly Effect[] {
  const effects: Effect[] = [];
  for (const [key, touched] of rows) {
    const record = records.get(key) as AnyRecord;
    const print = (id: string) => printCell(tableOf(table), id, record, program.context);
    if (touched === "removed") effects.push({ kind: "remove", table, key });
    else if (touched === "inserted") {
      const ids = Object.keys(tableOf(table).columns);
      const cells = Object.fromEntries(
        ids.map((id) => [id, print(id)]).filter(([, cell]) => cell !== ""),
      );
      const { extra } = record as { readonly extra?: RawRow["extra"] };
      const isFilled = Object.keys(extra ?? {}).length > 0;
      effects.push({ kind: "insert", table, key, cells, ...(isFilled && { extra }) });
    } else {
      const raw = data.byKey.get(key)?.raw.cells ?? {};
      const changed = [...touched]
        .map((id) => [id, { from: raw[id] ?? "", to: print(id) }] as const)
        .filter(([, { from, to }]) => !sameCell(from, to));
      if (changed.length > 0) {
        effects.push({ kind: "update", table, key, copy: 0, cells: Object.fromEntries(changed) });
      }
    }
  }
  return effects;
}
