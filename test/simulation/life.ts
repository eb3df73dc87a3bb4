import type { Driver } from "../../host";
import type { Dice } from "./dice";

/** A row by header; dates as `YYYY-MM-DD` in the spreadsheet's zone. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** What a life came to, to be told at its end. */
export interface Tally {
  executions: number;
  kills: number;
  faults: number;
  /** How often each oddity came: a refusal, a version restored, a header typed over. */
  readonly oddities: Record<string, number>;
  readonly acts: Record<string, Record<string, number>>;
}

/** A program, the person before it, the dice, and what must be remembered from outside the sheets. */
export interface Life {
  /** The spreadsheet that is the program's home: another one, once a copy of it has become that. */
  host: Driver;
  readonly dice: Dice;
  readonly tally: Tally;
  /** The cells that people typed, by the mark of their row and the header: nobody else may change them. */
  readonly typed: Map<string, Map<string, unknown>>;
  /** Notes that people wrote in columns of their own, by tab and key. */
  readonly notes: Map<string, string>;
  /** Paid rewards and payouts as they stood a month ago. */
  readonly paid: Map<string, string>;
  /** What was typed that can't be read, by how a person puts it right before the books are checked. */
  readonly wrong: Map<string, () => void>;
  /** What Google refuses for a while. */
  readonly refused: Refused;
  /** Earlier versions of the spreadsheet, to one of which a person may go back. */
  readonly versions: Version[];
  /** Payouts that left the house and of which the spreadsheet knows nothing, since an older version was restored. */
  readonly lost: Set<string>;
  /** Tabs whose keys were numbered again. */
  readonly renumbered: Set<string>;
  /** What was done that nobody had been asked about: said at the end of the month. */
  readonly outrages: string[];
  /** Whether a header is typed over just now, or a tab deleted: nothing runs before it is fixed. */
  isTabBroken: boolean;
  /** Called when the home has changed, where somebody watches. */
  moved: (() => void) | undefined;
  today: string;
  /** How many rows were ever typed: it names the next one. */
  count: number;
}

export interface Refused {
  /** A service call that is refused, whoever makes it. */
  call: string;
  /** Columns that had a validation which nothing passes, by tab and header. */
  readonly columns: Set<string>;
}

/** The sheets as they once were, and what a person then knew of them. */
export interface Version {
  readonly book: Pick<Driver["workbook"], "sheets" | "namedRanges" | "metadata">;
  readonly typed: Life["typed"];
  readonly notes: Life["notes"];
  readonly paid: Life["paid"];
  readonly wrong: Life["wrong"];
  readonly renumbered: Life["renumbered"];
  readonly refused: Refused;
}

/** Keys of rows that are none: a total below a table, or a word that somebody left there. */
export const strays = ["Total", "see below", "-", "tbd"] as const;
export const isStray = (key: unknown): boolean => (strays as readonly unknown[]).includes(key);

const formats = new Map<string, Intl.DateTimeFormat>();
const format = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
  formats.set(zone, made);
  return made;
};

/** The rows of a tab that hold a key, as a person sees them; without totals and stray words. */
export function rowsOf(life: Life, tab: string): readonly Row[] {
  const { host } = life;
  const shown = format(host.workbook.timeZone);
  if (life.isTabBroken && !host.sheetNames().includes(tab)) return [];
  return host
    .rows(tab)
    .filter(({ Key }) => Key !== "" && Key !== undefined && !isStray(Key))
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([header, cell]) => [
          header,
          cell instanceof Date ? shown.format(cell) : cell,
        ]),
      ),
    );
}

/** One of the rows that pass the test, or undefined. */
export function someRow(life: Life, tab: string, test: (row: Row) => boolean): Row | undefined {
  const rows = rowsOf(life, tab).filter(test);
  return rows.length === 0 ? undefined : life.dice.of(rows);
}

/** Counts an oddity that has come. */
export function count({ tally: { oddities } }: Life, what: string): void {
  oddities[what] = (oddities[what] ?? 0) + 1;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}
type Reply =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly error: Refusal };

/** What a program may never answer, whatever it was asked. */
const NEVER = new Set([
  "UNEXPECTED",
  "CALL_UNKNOWN",
  "HEADER_MISSING",
  "TABLE_MISSING",
  "SETTINGS_INVALID",
]);

/** Calls the door as the sidebar does, and counts what came of it. A refusal is an answer; a fault is thrown. */
export async function ask(life: Life, name: string, input: object): Promise<Reply> {
  const reply = (await life.host.rpc(name, input)) as Reply;
  const outcome = reply.ok ? "done" : reply.error.code;
  life.tally.acts[name] ??= {};
  const counts = life.tally.acts[name] as Record<string, number>;
  counts[outcome] = (counts[outcome] ?? 0) + 1;
  const isOfTab = life.isTabBroken && !reply.ok && /^(HEADER|TABLE)_/.test(reply.error.code);
  if (!reply.ok && NEVER.has(reply.error.code) && !isOfTab) {
    const { code, message } = reply.error;
    const executions = life.host.executions();
    const logs = executions[executions.length - 1]?.logs.map(({ text }) => text) ?? [];
    throw new Error([name, JSON.stringify(input), code, message, ...logs].join("\n"));
  }
  return reply;
}
