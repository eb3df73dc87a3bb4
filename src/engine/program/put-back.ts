import { type TableName, tableNames } from "../tables";
import type { Work } from "./work";

/** Writes the cells back that were typed over and never change (EDIT-8); the row says so until then. */
export function putBack(work: Work): void {
  for (const name of tableNames) for (const row of rowsOf(work, name)) putRowBack(work, name, row);
}

const rowsOf = ({ program }: Work, name: TableName) => program.tables[name]?.rows ?? [];

function putRowBack(
  work: Work,
  name: TableName,
  { key, record, putBack: ids }: { key: string; record: object | null; putBack: readonly string[] },
): void {
  if (record === null || ids.length === 0) return;
  const cells = Object.entries(record).filter(([id]) => ids.includes(id));
  work.update(name, key, Object.fromEntries(cells) as never);
}
