import { type Day, day } from "../../src/engine/kernel/day";
import type { Env } from "../../src/engine/kernel/env";
import type { Cell } from "../../src/engine/kernel/fields";
import { englishMonths } from "../../src/engine/kernel/locale-entry";
import type { ZoneOffset } from "../../src/engine/kernel/zoned";
import { apply } from "../../src/engine/program/changeset";
import { createProgram, type Program, type RawTables } from "../../src/engine/program/program";
import { type RecordOf, type TableName, tableNames, tableOf } from "../../src/engine/tables";
import type { UseCase } from "../../src/engine/usecases/shared/use-case";

/** Cells of a row by column id; days may be given as `YYYY-MM-DD` text. */
export type Given = { readonly [N in TableName]?: readonly Readonly<Record<string, Cell>>[] };

/** A program with these rows, as they would be read from the sheets; amounts as cells show them. */
export function programOf(given: Given = {}, decimalMark: "." | "," = "."): Program {
  const raws: Record<string, RawTables[TableName]> = {};
  for (const name of tableNames) {
    const ids = Object.keys(tableOf(name).columns);
    const own = new Set<string>();
    const rows = (given[name] ?? []).map((row) => {
      const extra: Record<string, Cell> = {};
      for (const [id, cell] of Object.entries(row)) {
        if (ids.includes(id)) continue;
        own.add(id);
        extra[id] = cell;
      }
      return { cells: Object.fromEntries(ids.map((id) => [id, row[id] ?? ""])), extra };
    });
    raws[name] = { rows, ownHeaders: [...own] };
  }
  return createProgram(raws, decimalMark);
}

/** The usable records of a table. */
export function recordsOf<N extends TableName>(program: Program, name: N): readonly RecordOf<N>[] {
  const rows = program.tables[name]?.rows ?? [];
  return rows.flatMap(({ record }) => (record ? [record as RecordOf<N>] : []));
}

/** The cells of a table's rows by column id, in key order: what a person would see. */
export function cellsOf(
  program: Program,
  name: TableName,
): readonly Readonly<Record<string, Cell>>[] {
  const rows = [...(program.tables[name]?.rows ?? [])];
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ raw }) => raw.cells);
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  formats.set(timeZone, format);
  return format;
}
/** The offsets of zones as the platform knows them; the spreadsheet's own is the given one ("" is UTC). */
export const offsetsOf =
  (own: string) =>
  (name: string): ZoneOffset | undefined => {
    const format = formatIn(name || own || "UTC");
    if (!format) return undefined;
    return (at) =>
      Date.parse(`${format.format(at).replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;
  };

/** What the world is on a day. Ids count up, so that a test can name them. */
export function envOn(today: string): Env {
  let ids = 0;
  return {
    today: day(today) as Day,
    now: { day: day(today) as Day, time: "09:00:00" },
    user: "ann@example.com",
    seconds: 1,
    newId: (prefix) => `${prefix}_new${++ids}`,
    mailsLeft: () => 100,
    refused: () => ({ problems: [], isHeld: false }),
    entry: () => ({ order: ["month", "day", "year"], months: englishMonths, today: day(today) }),
    zones: offsetsOf(""),
  };
}

/** Carries a use case out to its end, as the door does. */
export function carryOut(
  program: Program,
  useCase: Pick<UseCase, "decide">,
  input: object,
  env: Env,
): { readonly program: Program; readonly output: unknown } {
  let current = program;
  for (;;) {
    const { output, changes, more } = useCase.decide(current, input as never, env);
    current = apply(current, changes);
    if (!more) return { program: current, output };
  }
}
