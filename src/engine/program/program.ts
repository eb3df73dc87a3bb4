import { cellWords } from "../kernel/cell-words";
import { asOneSentence, isErrorCell, plainLower, plainText, quoted } from "../kernel/cells";
import { type Cell, cellText, type FieldContext } from "../kernel/fields";
import { groupBy } from "../kernel/group-by";
import { type Key, keyForContent } from "../kernel/keys";
import type { Place, Problem } from "../kernel/problem";
import { type RecordOf, type TableName, tableOf } from "../tables";
import { hasContent, isBlank, isComplete } from "../tables/parse-row";
import { type Settings, stopsAll } from "../tables/setting-definitions";
import type { RawRow, Table } from "../tables/table";
import { withCustomers } from "./customer-names";
import { formerKeys, provenKey } from "./identities";
import { readMadeRow } from "./made-row";
import { readSettings } from "./read-settings";
import { withCauses } from "./reward-causes";

/** One row of a sheet, read. `record` is null where a problem keeps the row out. */
export interface Row<N extends TableName = TableName> {
  readonly key: Key;
  /** What its key cell says; another key than its own where it goes on under a former one (CELL-7). */
  readonly said: Key;
  /** 0 for the row that stands for its key; 1, 2, … for others with the same key, in the sheet's order. */
  readonly copy: number;
  readonly raw: RawRow;
  readonly record: RecordOf<N> | null;
  readonly problems: readonly Problem[];
  /** Columns that were typed over and never change: the next run puts them back. */
  readonly putBack: readonly string[];
  /** The cell was blank, and the key is calculated from what the row says. */
  readonly keyIsNew: boolean;
}
export interface TableData<N extends TableName = TableName> {
  readonly rows: readonly Row<N>[];
  /** The row that stands for each key, faulty ones included. */
  readonly byKey: ReadonlyMap<Key, Row<N>>;
  /** Headers of the team's own columns. */
  readonly ownHeaders: readonly string[];
  /** Ids of the columns that the team removed, as it may: nothing can be written there. */
  readonly absent: readonly string[];
  /** Keys of which nobody knows whose they are: those that rows have now and had when they were judged (CELL-7). */
  readonly doubted: ReadonlySet<Key>;
}
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly ownHeaders: readonly string[];
  readonly absent?: readonly string[];
  /** The table with the columns that were read; all of them where it is left out. */
  readonly table?: Table;
}
export type RawTables = { readonly [N in TableName]?: RawTable };

/** The records that a use case declared, read-only, with the settings (ADR-16). */
export interface Program {
  readonly context: FieldContext;
  readonly settings: Settings;
  /** Of settings that can't be read: those that stop everything, and others (SETTING-2). */
  readonly settingProblems: readonly Problem[];
  readonly tables: { readonly [N in TableName]?: TableData<N> };
}

/** Settings that can't be read and stop nothing are problems of their rows, as any other cell's. */
function withProblems(data: TableData, problems: readonly Problem[]): TableData {
  const found = groupBy(
    problems.filter(({ at }) => !stopsAll(at.row)),
    ({ at }) => at.row,
  );
  if (found.size === 0) return data;
  const rows = data.rows.map((row) => {
    const more = row.copy === 0 ? found.get(plainLower(row.key)) : undefined;
    // An error value is one already.
    if (!more || row.problems.length > 0) return row;
    const own = more.map((each) => ({ ...each, at: { ...each.at, row: row.key } }));
    return { ...row, problems: [...row.problems, ...own] };
  });
  return createProgramTable(rows, data);
}

/** Reads rows into records. Nothing is lost: what can't be read is kept as a row with problems. */
export function createProgram(
  raws: RawTables,
  decimalMark: "." | ",",
  million = decimalMark === "." ? "1,234,567.8" : "1.234.567,8",
  offsetAt?: FieldContext["offsetAt"],
): Program {
  const written = { decimalMark, million, ...(offsetAt && { offsetAt }) };
  const bare: FieldContext = { ...written, currency: "USD" as FieldContext["currency"] };
  const cells = new Map<string, Cell>();
  for (const { cells: row } of raws.settings?.rows ?? []) {
    const key = plainLower(cellText(row.key ?? ""));
    if (!cells.has(key)) cells.set(key, row.value ?? "");
  }
  const { settings, problems } = readSettings(cells, bare);
  const context: FieldContext = { ...written, currency: settings.programCurrency };
  const tables: Record<string, TableData> = {};
  for (const [name, raw] of Object.entries(raws) as [TableName, RawTable][]) {
    tables[name] = readTable(name, raw, context);
  }
  if (tables.settings) tables.settings = withProblems(tables.settings, problems);
  const named = withCauses(withCustomers(tables as Program["tables"]));
  return { context, settings, settingProblems: problems, tables: named };
}

function readTable(name: TableName, raw: RawTable, context: FieldContext): TableData {
  const table = raw.table ?? tableOf(name);
  const filled = raw.rows.filter(
    (row) => hasContent(table, row, context) || !isBlank(row.cells.problems),
  );
  const keyed = giveKeys(name, filled, context, table);
  const copies = groupBy(keyed, ({ key }) => sameFor(name, key));
  const numbers = new Map<RawRow, number>();
  for (const alike of copies.values())
    if (alike.length > 1) numberCopies(name, alike, context, numbers);
  const rows = keyed.map(({ key, row }) =>
    readRow(name, key, row, numbers.get(row) ?? 0, context, table),
  );
  return createProgramTable(rows, raw);
}

/** Rows with the look-up by key; the columns are those of another reading, the program's own where none is given. */
export function createProgramTable(
  rows: readonly Row[],
  { ownHeaders = [], absent = [] }: Partial<Omit<RawTable, "rows">> = {},
): TableData {
  const byKey = new Map<Key, Row>();
  const doubted = new Set<Key>();
  for (const row of rows) {
    if (row.copy === 0 && row.key !== "") byKey.set(row.key, row);
    if (hasOtherKey(row)) doubted.add(row.key).add(row.said);
  }
  return { rows, byKey, ownHeaders, absent, doubted };
}

/** Whether a row goes on under another key than its cell says (CELL-7). */
export const hasOtherKey = ({ key, said }: Pick<Row, "key" | "said">): boolean =>
  said !== "" && said !== key;

/** What keys of one row have in common: a setting is known by its name in any case. */
const sameFor = (name: TableName, key: Key): string =>
  name === "settings" ? key.toLowerCase() : key;
/**
 * What a row's key cell says. Keys that people type are compared as CELL-4 says; those that the program made are as they
 * were made.
 */
const keyText = ({ columns }: Table, { cells: { key = "" } }: RawRow): Key => {
  if (isErrorCell(key)) return "";
  const text = cellText(key).trim();
  return columns.key?.filledBy === "program" ? text : plainText(text);
};

/**
 * The keys under which rows go on: those that they were judged or made with (CELL-7), else those that they say. Blank
 * ones of rows that people type are filled in, once all that such a row needs can be read (CELL-1).
 */
function giveKeys(name: TableName, rows: readonly RawRow[], context: FieldContext, table: Table) {
  const said = rows.map((row) => ({ key: keyText(table, row), row }));
  const former = formerKeys(name, said, context);
  const taken = new Set(said.map(({ key, row }) => former.get(row) ?? key));
  for (const { key } of said) taken.add(key);
  return said.map(({ key: typed, row }) => {
    const key = former.get(row) ?? typed;
    const isMade = table.columns.key?.filledBy === "program";
    const isUnknown = isErrorCell(row.cells.key);
    if (key !== "" || isMade || isUnknown || !isComplete(table, row, context)) return { key, row };
    const content = Object.entries(table.columns)
      .filter(([id, each]) => id !== "key" && each.filledBy !== "program")
      .map(([id]) => cellText(row.cells[id] ?? ""));
    const own = Object.entries(row.extra).map(([header, cell]) => `${header}=${cellText(cell)}`);
    const text = [...content, ...own].join("\u0001");
    const filled = keyForContent(table.prefix, text, (candidate) => taken.has(candidate));
    taken.add(filled);
    return { key: filled, row };
  });
}

interface Keyed {
  readonly key: Key;
  readonly row: RawRow;
}
/** Numbers rows that share a key: 0 for the one that stands, the judged one, among unjudged ones the upper (SHEET-24). */
function numberCopies(
  name: TableName,
  alike: readonly Keyed[],
  context: FieldContext,
  numbers: Map<RawRow, number>,
): void {
  const judged = alike.find(({ key, row }) => provenKey(name, row, key, context) === key);
  const standing = (judged ?? alike[0])?.row;
  let copy = 0;
  for (const { row } of alike) numbers.set(row, row === standing ? 0 : ++copy);
}

/** Reads one row; see `Row`. Also used to read again a row that a changeset touched. */
export function readRow<N extends TableName>(
  name: N,
  key: Key,
  raw: RawRow,
  copy: number,
  context: FieldContext,
  table: Table = tableOf(name),
): Row<N> {
  const parsed = readMadeRow(table, key, raw, context);
  const said = keyText(table, raw);
  const at = { table: table.sheet, row: key, column: table.columns.key?.header ?? "Key" };
  const isKeyless = key === "";
  const isMade = table.columns.key?.filledBy === "program";
  const alone = ((): Problem | undefined => {
    if (isKeyless && isMade) return { code: "CELL_BLANK", at, message: noKey(table) };
    if (isKeyless || copy === 0) return undefined;
    const message = `Another row has the key ${quoted(key)} too, or had it when it was processed, and that one counts. Give this row a key of its own, or delete it.`;
    return { code: "KEY_DUPLICATE", at: { ...at, row: said }, message };
  })();
  const renamed = copy === 0 && hasOtherKey({ key, said }) ? [keyChanged(at, said)] : [];
  // Of a row that was cleared the program's own word on it goes, too.
  const isCleared = isKeyless && !hasContent(table, raw, context);
  // Whatever the key cell says: that it is another one is all that is said of it.
  const others = parsed.problems.filter(
    (each) => renamed.length === 0 || each.at.column !== at.column,
  );
  const own = alone ? [alone] : [...renamed, ...asOneProblem(others)];
  const problems = isCleared ? [] : own;
  const usable = copy === 0 && !isKeyless && parsed.isUsable;
  const record = usable ? (parsed.record as RecordOf<N>) : null;
  return {
    key,
    said,
    copy,
    raw,
    record,
    problems,
    putBack: parsed.putBack,
    keyIsNew: said === "" && key !== "" && !isErrorCell(raw.cells.key),
  };
}

const keyChanged = (at: Required<Place>, now: Key): Problem => ({
  code: "KEY_CHANGED",
  at: { ...at, row: now },
  message: `Renamed? This row was processed as ${quoted(at.row)}, and its key says ${quoted(now)} now. It still counts as ${quoted(at.row)}; what names either key waits. Put the old key back, or, if this is a new row, give it a new key: the health check does both.`,
});

const noKey = ({ sheet }: Table): string =>
  `This row has no key. Rows of ${sheet} are made by the program: restore the key from the version history, or delete the row and use the sidebar.`;

/** Half a line, such as a total, is one problem and no more, at the first cell that it lacks (CELL-1). */
function asOneProblem(problems: readonly Problem[]): readonly Problem[] {
  const first = problems.find(({ code }) => code === "CELL_BLANK");
  if (!first || problems.length === 1) return problems;
  const said = problems.map(({ message }) => cellWords(message));
  return [{ ...first, message: asOneSentence([...new Set(said)]) }];
}
