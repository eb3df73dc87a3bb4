import { type EventRow, type EventTable, eventTables } from "../judging/events";
import { quoted } from "../kernel/cells";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import { plural, say } from "../kernel/say";
import { hasOtherKey, type Row, type TableData } from "../program/program";
import type { Work } from "../program/work";
import { type TableName, tableNames, tableOf } from "../tables";
import { foundMarker } from "../tables/packed/marker";
import { columnsThat } from "../tables/table";
import { isUndone } from "../timeline/agenda";
import { createMadeFor, createTakenKeys } from "../timeline/taken-key";
import { type Finding, finding, type HealthCheck } from "./health-check";

/** The columns that say that a row was judged, or is known; none where people type no rows that are. */
const saysJudged = (table: TableName) => columnsThat(tableOf(table), "saysJudged");
const isTyped = (table: TableName): boolean => saysJudged(table).length > 0;
const SAID = 5;

/**
 * Rows with another key than they were judged or made with (CELL-7). One finding a tab puts all its former keys back; of
 * rows that people type each may be a new one.
 */
export const changedKeys: HealthCheck = {
  label: "Keys that changed",
  find: (work) => {
    const takenOf = createTakenKeys(work);
    return tableNames.flatMap((table) => {
      const rows = changedRows(work, table);
      const [first] = rows;
      if (!first) return takenRows(work, table, takenOf);
      const all = {
        ...finding(table, first.said, "key", listed(table, rows), ["put back"]),
        id: table,
      };
      const news = isTyped(table) ? rows.map((row) => maybeNew(table, row)) : [];
      return [all, ...news, ...takenRows(work, table, takenOf)];
    });
  },
  repairs: {
    "put back": {
      label: "Put the old keys back",
      act: (work, { table }, env) => {
        const rows = changedRows(work, table);
        const back = new Set(rows.map(({ key }) => key));
        for (const row of rows) write(work, table, row, { key: row.key });
        const others = dataOf(work, table).filter(({ key, copy }) => copy > 0 && back.has(key));
        if (isTyped(table)) for (const row of others) makeNew(work, table, row, env);
        return say`Put ${plural(rows.length, "key")} of ${tableOf(table).sheet} back`;
      },
    },
    "is new": {
      label: "It is a new row",
      act: (work, { table, id }, env) => {
        const row =
          changedRows(work, table).find((each) => idOf(table, each) === id) ??
          dataOf(work, table).find((each) => each.copy === 0 && takenId(table, each.key) === id);
        return row ? makeNew(work, table, row, env) : "";
      },
    },
    "is same": {
      label: "It is the row that was processed",
      act: (work, { table, key }, env) => {
        const of = eventRowsOf(work, table).find(({ row }) => row.key === key);
        if (!of) return "";
        markAsBefore(work, of, env);
        return `Marked ${key} of ${tableOf(table).sheet} as processed before`;
      },
    },
  },
};

/** Rows without a marker whose key was another row's, as far as anybody knows (CELL-7e). */
function takenRows(
  work: Work,
  table: TableName,
  takenOf: ReturnType<typeof createTakenKeys>,
): readonly Finding[] {
  return eventRowsOf(work, table).flatMap((of) => {
    const { key } = of.row;
    const said = isUndone(work, of) ? takenOf(of) : undefined;
    if (!said) return [];
    const repairs = ["is new", "is same"] as const;
    return [{ ...finding(table, key, "key", said.message, repairs), id: takenId(table, key) }];
  });
}
const takenId = (table: TableName, key: Key): string => `${table} ${key} taken`;

const eventRowsOf = (work: Work, table: TableName): readonly EventRow[] =>
  isEventTable(table) ? work.all(table).map((row) => ({ table, row }) as unknown as EventRow) : [];
const isEventTable = (table: TableName): table is EventTable =>
  (eventTables as readonly TableName[]).includes(table);

/** What was made for it counts as its own; it is no event any more. */
function markAsBefore(work: Work, of: EventRow, { today }: Env): void {
  const made = createMadeFor(work)(of);
  const acted = made.map(({ trigger }) => trigger);
  const judged = { ...foundMarker(of.row.key, today), acted };
  if (of.table === "partners") {
    work.update("partners", of.row.key, { judged, groupJudged: of.row.group });
  } else if (of.table === "transactions") {
    const partner = made[0]?.partner ?? work.get("customers", of.row.customer)?.partner ?? null;
    work.update("transactions", of.row.key, { judged, partner, outcome: AS_BEFORE });
  } else work.update(of.table, of.row.key, { judged, outcome: AS_BEFORE });
}
const AS_BEFORE = "processed before";

const dataOf = (work: Work, table: TableName): readonly Row[] =>
  (work.program.tables[table] as TableData | undefined)?.rows ?? [];
const changedRows = (work: Work, table: TableName): readonly Row[] =>
  dataOf(work, table).filter((row) => row.copy === 0 && hasOtherKey(row));
const idOf = (table: TableName, { key }: Row): string => `${table} ${key}`;

function listed(table: TableName, rows: readonly Row[]): string {
  const pairs = rows.slice(0, SAID).map(({ key, said }) => `${quoted(key)} → ${quoted(said)}`);
  const more = rows.length > SAID ? ` and ${rows.length - SAID} more` : "";
  return `Rows of ${tableOf(table).sheet} have other keys than when they were processed: ${pairs.join(", ")}${more}. They count under the old ones, and what names one of these keys waits. If they were renumbered or sorted, put the old keys back, as plain text.`;
}

function maybeNew(table: TableName, row: Row): Finding {
  const message = `Was ${quoted(row.key)} renamed to ${quoted(row.said)}, or is this a new row, copied from one that is gone? A new row gets a new key and is processed.`;
  return {
    ...finding(table, row.said, "key", message, ["is new"]),
    id: idOf(table, row),
  };
}

/** A key that no row ever had, and nothing that says the row was judged. */
function makeNew(work: Work, table: TableName, row: Row, env: Env): string {
  const key = env.newId(tableOf(table).prefix);
  const none = saysJudged(table).map((id) => [id, null]);
  write(work, table, row, { ...Object.fromEntries(none), key });
  return `Gave a new row of ${tableOf(table).sheet} the key ${key}`;
}

function write(
  work: Work,
  table: TableName,
  row: Row,
  cells: Readonly<Record<string, string | null>>,
): void {
  if (row.record && work.get(table, row.key)) work.update(table, row.key, cells as never);
  else for (const [id, cell] of Object.entries(cells)) work.mark(row, table, id, cell ?? "");
}
