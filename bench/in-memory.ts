import { addDays, type Day, day } from "../src/engine/kernel/day";
import type { Env } from "../src/engine/kernel/env";
import type { Cell } from "../src/engine/kernel/fields";
import { englishMonths } from "../src/engine/kernel/locale-entry";
import { createProgram, type Program } from "../src/engine/program/program";
import { type TableName, tableNames, tableOf } from "../src/engine/tables";
import { START } from "./rows";

const today = addDays(START, 24);
export const benchEnv: Env = {
  today,
  now: { day: day(today) as Day, time: "" },
  user: "bench@example.com",
  seconds: 0,
  newId: (prefix) => prefix,
  mailsLeft: () => 0,
  refused: () => ({ problems: [], isHeld: false }),
  zones: () => () => 0,
  entry: () => ({ order: ["month", "day", "year"], months: englishMonths, today }),
};

type Rows = readonly Readonly<Record<string, Cell>>[];

/** A program of these rows by column id, without any sheets. */
export function benchProgram(given: { readonly [N in TableName]?: Rows }): Program {
  const all = { ...given, settings: [{ key: "program start", value: START }] };
  const tables = tableNames.map((name) => [name, rawTable(name, all[name] ?? [])]);
  return createProgram(Object.fromEntries(tables), ".");
}

function rawTable(name: TableName, rows: Rows) {
  const ids = Object.keys(tableOf(name).columns);
  const own = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (id) => !ids.includes(id),
  );
  const part = (row: Rows[number], isOwn: boolean) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => own.includes(id) === isOwn));
  return {
    rows: rows.map((row) => ({ cells: part(row, false), extra: part(row, true) })),
    ownHeaders: own,
  };
}
