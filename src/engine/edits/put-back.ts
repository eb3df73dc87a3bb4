import { logEdits, type NoticedEdit } from "../activity/log-edits";
import { cellText } from "../kernel/cells";
import type { Env } from "../kernel/env";
import type { Row } from "../program/program";
import type { Work } from "../program/work";
import { type TableName, tableNames, tableOf } from "../tables";
import { printCell } from "../tables/table";

/** Writes the cells back that were typed over and never change, and logs it (EDIT-8, EDIT-5); the row says so until then. */
export function putBack(work: Work, env: Env, run: string): void {
  for (const name of tableNames) {
    const rows: readonly Row[] = work.program.tables[name]?.rows ?? [];
    const edits = rows.flatMap((row) => putRowBack(work, name, row) ?? []);
    logEdits(work, env, run, name, edits);
  }
}

function putRowBack(
  work: Work,
  name: TableName,
  { key, record, raw, putBack: ids }: Row,
): NoticedEdit | undefined {
  if (record === null || ids.length === 0) return undefined;
  const values: Readonly<Record<string, unknown>> = record;
  work.update(name, key, Object.fromEntries(ids.map((id) => [id, values[id]])) as never);
  const table = tableOf(name);
  const said = (id: string, typed: string): string => {
    const kept = cellText(printCell(table, id, values, work.program.context)) || "blank";
    return `${table.columns[id]?.header} ${kept}${typed}`;
  };
  const typedIn = (id: string) => ` (typed ${cellText(raw.cells[id] ?? "") || "blank"})`;
  return {
    key,
    from: ids.map((id) => said(id, "")).join(", "),
    to: ids.map((id) => said(id, typedIn(id))).join(", "),
  };
}
