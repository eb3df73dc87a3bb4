import type { Day } from "../engine/kernel/day";
import { addDays } from "../engine/kernel/day";
import type { Env } from "../engine/kernel/env";
import { fingerprint, type Key } from "../engine/kernel/keys";
import type { Program, TableData } from "../engine/program/program";
import { SCHEMA } from "../engine/program/schema";
import { begin } from "../engine/program/work";
import { type TableName, tableNames, tableOf } from "../engine/tables";
import { isSettled, restsUntil } from "../engine/usecases/program/rest";
import { isDate, type Raw, valuesOf } from "./codec/codec";
import { lookText } from "./codec/formats";
import { type Book, findTab, type Sheet } from "./workbook/book";
import type { TableSheets } from "./workbook/load";
import { CELLS_OF_A_TRIP } from "./workbook/rectangles";
import { unlessRefused } from "./workbook/refusal";
import { identityOf, type TableSheet } from "./workbook/table-sheet";

/** Defined by the build. */
declare const VERSION: string;

/**
 * What a run leaves that found nothing to do (RUN-22), in the document's properties: one with all that is told at each run, and one
 * a tab with the prints of its stretches of rows. The number goes up when the shape changes.
 */
const PREFIX = "tributary rest 1";
/** Rows that are settled are compared within so many runs. */
const TURNS = 7;
/** The most stretches of a tab, so that their prints fit one property (PLATFORM-71), and the fewest rows in one. */
const MOST_STRETCHES = 400;
const FEWEST_ROWS = 20;
/** What a run writes itself, and has read anyway. */
const own = ["settings", "activity"] as const;
const others = tableNames.filter((name) => !(own as readonly TableName[]).includes(name));

export interface Rest {
  /** The run since which nothing was changed, and its day. */
  readonly run: Key;
  readonly on: Day;
  readonly until: Day;
  /** How many runs have compared since. */
  readonly turn: number;
  /** What the cells' values depend on besides the cells. */
  readonly under: string;
  /** The prints of the tabs that the run itself wrote. */
  readonly own: readonly string[];
}
/** The same with the properties that hold the prints of the other tabs. */
export interface RestRead extends Rest {
  readonly prints: Readonly<Record<string, string>>;
}

const store = () => PropertiesService.getDocumentProperties();
const propertyOf = (name: TableName): string => `${PREFIX} ${name}`;

/** Called before anything is written. Where Google refuses it, the comparison finds what was written. */
export const forgetRest = (): void => unlessRefused(() => store().deleteProperty(PREFIX));

/** What an earlier run left, if it is of use on this day under what holds now, and no tab has more or fewer rows. Reads no cells. */
export function readRest(book: Book, { today }: Pick<Env, "today">): RestRead | undefined {
  const text = store().getProperty(PREFIX);
  const rest = text === null ? undefined : (JSON.parse(text) as Rest);
  const isNear = rest && rest.on <= today && today <= addDays(rest.on, 1) && today <= rest.until;
  if (!isNear || rest.under !== under(book)) return undefined;
  const prints = store().getProperties();
  const isSize = others.every((name) => {
    const [rows, width] = (prints[propertyOf(name)] ?? "").split(" ").map(Number);
    const sheet = findTab(book, tableOf(name).sheet);
    return sheet && sheet.getLastRow() === Number(rows) + 1 && sheet.getLastColumn() === width;
  });
  return isSize ? { ...rest, prints } : undefined;
}

const under = ({ zone, locale, shownLook }: Book): string =>
  [VERSION, SCHEMA, zone, locale, shownLook].join(" ");

/** Whether all that is compared in this run is as it was (RUN-22a). `tables`: with those that the run itself writes. */
export function stillRests(book: Book, tables: TableSheets, rest: RestRead): boolean {
  return (
    book.shownLook === lookText(book.look) &&
    own.every((name, n) => printOf(tables.get(name)?.rows ?? []) === rest.own[n]) &&
    others.every((name) => isAsKept(book, name, rest.prints[propertyOf(name)] ?? "", rest.turn))
  );
}

/** Compares a tab with its prints: the headers, stretches with rows not settled, and those whose turn it is. */
function isAsKept(book: Book, name: TableName, kept: string, turn: number): boolean {
  const sheet = findTab(book, tableOf(name).sheet) as Sheet;
  const [count, width, header, ...prints] = kept.split(" ");
  const rows = Number(count);
  const height = heightOf(rows);
  const wanted = prints.flatMap((print, n) =>
    print.startsWith("!") || Math.floor((n * TURNS) / prints.length) === turn % TURNS ? [n] : [],
  );
  return readsOf(wanted, height, rows, Number(width)).every(({ first, last }) => {
    const read = valuesOf(sheet.getRange(first + 1, 1, last - first + 1, Number(width)));
    if (first === 0 && printOf([read[0] ?? []]) !== header) return false;
    return prints.every((print, n) => {
      const [from, to] = [n * height + 1, Math.min((n + 1) * height, rows)];
      if (from < first || to > last) return true;
      return printOf(read.slice(from - first, to - first + 1)) === print.replace("!", "");
    });
  });
}

/** From row 0, the header, in which pieces the stretches are read: together where a trip costs more than what lies between. */
function readsOf(stretches: readonly number[], height: number, rows: number, width: number) {
  const reads = [{ first: 0, last: 0 }];
  for (const n of stretches) {
    const [first, last] = [n * height + 1, Math.min((n + 1) * height, rows)];
    const before = reads[reads.length - 1] as { first: number; last: number };
    if ((first - before.last - 1) * width <= CELLS_OF_A_TRIP) before.last = last;
    else reads.push({ first, last });
  }
  return reads;
}

const heightOf = (rows: number): number => Math.max(FEWEST_ROWS, Math.ceil(rows / MOST_STRETCHES));

const printOf = (rows: readonly (readonly Raw[])[]): string =>
  fingerprint(rows.map((row) => row.map(textOf).join("\u0001")).join("\u0002"));

const textOf = (raw: Raw): string =>
  typeof raw === "string" ? `'${raw}` : isDate(raw) ? `d${raw.getTime()}` : String(raw);

/** A finished run that found nothing to do. */
interface Rested {
  readonly run: Key;
  readonly program: Program;
  readonly env: Env;
  /** What it found left, if it compared with that only. */
  readonly rest: Rest | undefined;
  /** The rows of the tabs as the run saw them: nothing is left where any were read again since, for a person may have changed them. */
  readonly asRead: readonly (readonly Raw[][])[];
  /** Whether there is time for one more look ahead. */
  readonly isTime: () => boolean;
}

/** Leaves what the next run needs to find out with few cells that there is nothing to do; nothing where there may be. */
export function keepRest(
  book: Book,
  tables: TableSheets,
  { run, program, env, rest, asRead, isTime }: Rested,
): void {
  if ([...tables.values()].some(({ rows }) => !asRead.includes(rows))) return;
  const until = rest?.until ?? restsUntil(program, env, run, isTime);
  if (until === null) return;
  const kept: Rest = {
    run,
    on: env.today,
    until,
    turn: rest ? rest.turn + 1 : 0,
    under: under(book),
    own: own.map((name) => printOf(tables.get(name)?.rows ?? [])),
  };
  const prints = rest
    ? []
    : others.map((name) => [propertyOf(name), printsOf(program, tables.get(name) as TableSheet)]);
  unlessRefused(() => {
    // What makes the others count is written last.
    if (!rest) store().setProperties(Object.fromEntries(prints));
    store().setProperty(PREFIX, JSON.stringify(kept));
  });
}

/** A tab's size and prints; the last stretch is always compared, so that rows that moved are noticed. */
function printsOf(program: Program, table: TableSheet): string {
  const { rows, headers, index } = table;
  const name = table.table.name as TableName;
  const work = begin(program);
  const settled = new Set<number | undefined>();
  for (const { key, copy, record, problems } of (program.tables[name] as TableData).rows) {
    if (record && problems.length === 0 && isSettled(work, name, record as never))
      settled.add(index.get(identityOf(key, copy)));
  }
  const height = heightOf(rows.length);
  const prints: string[] = [];
  for (let at = 0; at < rows.length; at += height) {
    const own = rows.slice(at, at + height);
    const isCompared = at + height >= rows.length || own.some((_, i) => !settled.has(at + i));
    prints.push(`${isCompared ? "!" : ""}${printOf(own)}`);
  }
  return [rows.length, headers.length, printOf([headers]), ...prints].join(" ");
}
