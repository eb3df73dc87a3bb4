import { type EventTable, eventTables } from "../judging/events";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { createProgramTable, type Program, type Row, type TableData } from "../program/program";
import { cameByCode } from "../sales/found-by-code";
import type { RecordOf, TableName } from "../tables";
import { markerOf } from "../tables/packed/marker";
import type { Past, PastRow } from "./past";

/** A program's table with its usable records changed, or left out where nothing is given back. */
export function withRecords<N extends TableName>(
  program: Program,
  name: N,
  change: (record: RecordOf<N>) => RecordOf<N> | undefined,
): Program {
  const data = program.tables[name] as TableData<N> | undefined;
  if (!data) return program;
  const rows = data.rows.flatMap((row): readonly Row<N>[] => {
    if (row.record === null) return [row];
    const record = change(row.record);
    return record ? [record === row.record ? row : { ...row, record }] : [];
  });
  const table = createProgramTable(rows as readonly Row[], data);
  return { ...program, tables: { ...program.tables, [name]: table } };
}

export const unlived = { judged: null, judgedAs: null, outcome: null };

/**
 * The program with these rows as before they were lived. *Archived on* stays, since each day minds it; a blank one is
 * today's.
 */
export function withoutLived(
  program: Program,
  isTaken: (table: EventTable, key: Key) => boolean,
  today: Day,
): Program {
  return eventTables.reduce(
    (current, table) =>
      withRecords(current, table, (record) => {
        const dated = isArchivedToday(record) ? { ...record, archivedOn: today } : record;
        if (!isTaken(table, record.key)) return dated as typeof record;
        // A marker that names another key stays: it tells of a row that was renamed.
        if (!markerOf(record)) return dated as typeof record;
        const bare = table === "partners" ? { judged: null, groupsJudged: null } : unlived;
        return { ...dated, ...bare } as typeof record;
      }),
    program,
  );
}

const isArchivedToday = (record: object): boolean => {
  const { status, archivedOn } = record as {
    readonly status?: string;
    readonly archivedOn?: unknown;
  };
  return status === "archived" && archivedOn === null;
};

/** The program before anything of its past was lived, beginning on a day; the partners in the groups they had then. */
export function bareProgram(program: Program, past: Past, start: Day, today: Day): Program {
  const taken = new Set(
    past.passes.flatMap(({ rows }) =>
      rows
        .filter((row) => !staysLived(row, program, start))
        .map(({ of }) => placeOf(of.table, of.row.key)),
    ),
  );
  const bare = withoutLived(program, (table, key) => taken.has(placeOf(table, key)), today);
  const unbound = withRecords(bare, "customers", (customer) => {
    const then = program.tables.customers?.byKey.get(customer.key)?.record;
    return then && cameByCode(then) ? { ...customer, partner: null, code: null } : customer;
  });
  const grouped = withRecords(unbound, "partners", (partner) => {
    const group = past.firstGroups.get(partner.key);
    const first = group === undefined ? partner.group : group;
    return { ...partner, group: first, groupJudged: first };
  });
  const empty = createProgramTable([]);
  const tables = { ...grouped.tables, rewards: empty, drips: empty, invoices: empty };
  const settings = { ...program.settings, programStart: start };
  return { ...grouped, settings, tables: tables as Program["tables"] };
}

/** What set-up found counts, and becomes an event only where the program is to begin before its own start. */
const staysLived = ({ isFound }: PastRow, { settings }: Program, start: Day): boolean =>
  isFound && start >= settings.programStart;

/** Names a row among those of all tables. */
export const placeOf = (table: EventTable, key: Key): string => `${table} ${key}`;
