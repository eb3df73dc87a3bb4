import type { Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import type { ReportTab } from "../kernel/report-tab";
import { type RecordOf, type TableName, tableOf } from "../tables";
import { noExtra, sameCell } from "../tables/table";
import type { Changeset, Effect } from "./changeset";
import { effectsOf, type Touched } from "./effects-of";
import { addTo, indexOf } from "./indexes";
import { type Namesake, withNames } from "./names";
import type { Program, Row, TableData } from "./program";
import type { NameIn, WholeIn } from "./reads";

type AnyRecord = Readonly<Record<string, unknown>>;
/**
 * Something added up over a table's records, by bucket; a record without a bucket is left out. Kept by
 * identity, so a measure is a constant. `get` reaches other records of the same table, `look` those of any table: only
 * what does not change of them while the measure is in use.
 */
export interface Measure<N extends TableName, R = RecordOf<N>> {
  readonly table: N;
  readonly bucketOf: (record: R, get: Get<R, N>, look: Look) => string | undefined;
  readonly amountOf: (record: R, get: Get<R, N>, look: Look) => number;
}
type Get<R, N extends TableName> = (key: Key<N> | null) => R | undefined;
type Look = <N extends TableName>(table: N, key: Key<NoInfer<N>> | null) => RecordOf<N> | undefined;

/** A new row: what is left out is blank, or the column's fallback. */
export type NewRecord<N extends TableName> = Partial<RecordOf<N>> & { readonly key: Key<N> };

/** A working copy of whole tables. */
export type Work<T extends TableName = TableName> = WorkOn<{ readonly [N in T]: RecordOf<N> }>;

/**
 * A working copy of a program: decisions are made on it one after the other, each seeing those before, and come out as one
 * changeset. The program itself never changes. `Rows`: what is there of each table's records, as it was declared (ADR-16).
 */
export interface WorkOn<Rows> {
  /** Never set: by it the compiler refuses a copy of fewer tables or columns than are read. */
  readonly rows?: Rows;
  readonly program: Program;
  readonly settings: Program["settings"];
  get<N extends NameIn<Rows>>(table: N, key: Key<NoInfer<N>> | null): Rows[N] | undefined;
  /** Whether any row, a faulty one included, has this key. */
  has<N extends NameIn<Rows>>(table: N, key: Key<NoInfer<N>>): boolean;
  all<N extends NameIn<Rows>>(table: N): readonly Rows[N][];
  /** The records whose column holds the value; an index is built when first asked, and kept up. */
  where<N extends NameIn<Rows>, C extends keyof Rows[N] & string>(
    table: N,
    column: C,
    value: Rows[N][C],
  ): readonly Rows[N][];
  /** The sum in a bucket; calculated over the table when first asked, and kept up. */
  sum<N extends NameIn<Rows>>(measure: Measure<N, Rows[N]>, bucket: string): number;
  insert<N extends WholeIn<Rows>>(table: N, record: NewRecord<NoInfer<N>>): RecordOf<N>;
  update<N extends WholeIn<Rows>>(
    table: N,
    key: Key<NoInfer<N>>,
    patch: Partial<RecordOf<N>>,
  ): RecordOf<N>;
  remove<N extends WholeIn<Rows>>(table: N, key: Key<NoInfer<N>>): void;
  /** The keys of the rows that were inserted, updated or removed so far; a table is not read for it. */
  touched(table: NameIn<Rows>): readonly Key[];
  /** Says that a cell or row needs a person; see `problems`. */
  report(problem: Problem): void;
  problems(): readonly Problem[];
  add(effect: Extract<Effect, { kind: "email" | "notes" }>): void;
  /** Wants a report as a new tab; one a use case. */
  writeTab(tab: ReportTab): void;
  tab(): ReportTab | undefined;
  /** Writes one column of a row that has no record (a faulty or doubled one). */
  mark(row: Row, table: NameIn<Rows>, column: string, text: string): void;
  changes(): Changeset;
}

type AnyMeasure = Measure<never>;
interface Sheet {
  readonly records: Map<Key, AnyRecord>;
  readonly touched: Touched;
  readonly indexes: Map<string, Map<unknown, Set<Key>>>;
  readonly sums: Map<AnyMeasure, Map<string, number>>;
  list: readonly AnyRecord[] | undefined;
  /** Its part of the changeset, while nothing is changed further: a run's is asked for twice. */
  effects: readonly Effect[] | undefined;
}

/** Whether nobody knows which row a key means: rows have other keys than when they were judged (CELL-7). */
export const isDoubted = (work: Pick<Work, "program">, table: TableName, key: Key): boolean =>
  (work.program.tables[table] as TableData | undefined)?.doubted.has(key) ?? false;

/** Starts a working copy of the program. */
export function begin<T extends TableName = TableName>(program: Program): Work<T> {
  const sheets = new Map<TableName, Sheet>();
  const extras: Effect[] = [];
  const reported: Problem[] = [];
  let wanted: ReportTab | undefined;

  const data = (table: TableName): TableData => {
    const found = program.tables[table] as TableData | undefined;
    if (!found) throw new RangeError(`The use case did not declare that it reads ${table}`);
    return found;
  };
  const sheetOf = (table: TableName): Sheet => {
    const known = sheets.get(table);
    if (known) return known;
    const records = new Map<Key, AnyRecord>();
    for (const row of data(table).rows) if (row.record) records.set(row.key, row.record);
    const sheet: Sheet = {
      records,
      touched: new Map(),
      indexes: new Map(),
      sums: new Map(),
      list: undefined,
      effects: undefined,
    };
    sheets.set(table, sheet);
    return sheet;
  };
  const look = ((table: TableName, key: Key | null) =>
    key === null ? undefined : sheetOf(table).records.get(key)) as Look;
  const reindex = (sheet: Sheet, key: Key, before?: AnyRecord, after?: AnyRecord) => {
    sheet.list = undefined;
    sheet.effects = undefined;
    for (const [column, index] of sheet.indexes) {
      if (before && after && before[column] === after[column]) continue;
      if (before) index.get(before[column])?.delete(key);
      if (after) addTo(index, after[column], key);
    }
    for (const [measure, totals] of sheet.sums) {
      if (before) addUp(sheet, look, measure, totals, before, -1);
      if (after) addUp(sheet, look, measure, totals, after, 1);
    }
  };
  const put = (table: TableName, key: Key, after: AnyRecord) => {
    const sheet = sheetOf(table);
    const before = sheet.records.get(key);
    sheet.records.set(key, after);
    reindex(sheet, key, before, after);
  };

  const namesake: Namesake = (of, key) => (program.tables[of] && look(of, key)) ?? {};
  const work = {
    program,
    settings: program.settings,
    get: look,
    has: (table: TableName, key: Key) =>
      sheetOf(table).records.has(key) || data(table).byKey.has(key),
    all: (table: TableName) => {
      const sheet = sheetOf(table);
      sheet.list ??= [...sheet.records.values()];
      return sheet.list;
    },
    where: (table: TableName, column: string, value: unknown) => {
      const sheet = sheetOf(table);
      const keys = indexOf(sheet, column).get(value);
      return keys ? [...keys].map((key) => sheet.records.get(key)) : [];
    },
    sum: (measure: AnyMeasure, bucket: string) => {
      const sheet = sheetOf(measure.table);
      let totals = sheet.sums.get(measure);
      if (!totals) {
        totals = new Map();
        sheet.sums.set(measure, totals);
        for (const record of sheet.records.values()) addUp(sheet, look, measure, totals, record, 1);
      }
      return totals.get(bucket) ?? 0;
    },
    insert: (table: TableName, record: AnyRecord & { key: Key }) => {
      if (work.has(table, record.key)) {
        throw new RangeError(`${table} already has a row ${record.key}`);
      }
      const full: Record<string, unknown> = { extra: record.extra ?? noExtra };
      for (const [id, column] of Object.entries(tableOf(table).columns)) {
        full[id] = record[id] ?? column.fallback;
      }
      const named = withNames(table, full, {}, namesake);
      put(table, record.key, named);
      sheetOf(table).touched.set(record.key, "inserted");
      return named;
    },
    update: (table: TableName, key: Key, changes: AnyRecord) => {
      const sheet = sheetOf(table);
      const before = sheet.records.get(key);
      if (!before) throw new RangeError(`${table} has no usable row ${key}`);
      const patch = withNames(table, changes, before, namesake);
      const after = { ...before, ...patch };
      put(table, key, after);
      const touched = sheet.touched.get(key);
      if (touched === undefined) sheet.touched.set(key, new Set(Object.keys(patch)));
      else if (touched instanceof Set) for (const id of Object.keys(patch)) touched.add(id);
      return after;
    },
    remove: (table: TableName, key: Key) => {
      const sheet = sheetOf(table);
      const before = sheet.records.get(key);
      const wasInserted = sheet.touched.get(key) === "inserted";
      sheet.records.delete(key);
      if (wasInserted) sheet.touched.delete(key);
      else sheet.touched.set(key, "removed");
      reindex(sheet, key, before);
    },
    touched: (table: TableName) => [...(sheets.get(table)?.touched.keys() ?? [])],
    report: (problem: Problem) => {
      reported.push(problem);
    },
    problems: () => reported,
    add: (effect: Effect) => {
      extras.push(effect);
    },
    writeTab: (tab: ReportTab) => {
      wanted = tab;
    },
    tab: () => wanted,
    mark: ({ key, copy, raw }: Row, table: TableName, column: string, text: string) => {
      const from = raw.cells[column] ?? "";
      if (sameCell(from, text)) return;
      const cells = { [column]: { from, to: text } };
      const at = extras.findIndex(
        (each) =>
          each.kind === "update" && each.table === table && each.key === key && each.copy === copy,
      );
      const earlier = extras[at];
      if (earlier?.kind !== "update") extras.push({ kind: "update", table, key, copy, cells });
      else extras[at] = { ...earlier, cells: { ...earlier.cells, ...cells } };
    },
    changes: (): Changeset => ({
      effects: [...sheets]
        .flatMap(([table, sheet]) => {
          sheet.effects ??= effectsOf(table, sheet, data(table), program);
          return sheet.effects;
        })
        .concat(extras),
    }),
  };
  return work as unknown as Work<T>;
}

function addUp(
  { records }: Sheet,
  look: Look,
  measure: AnyMeasure,
  totals: Map<string, number>,
  record: AnyRecord,
  sign: 1 | -1,
): void {
  const get = ((key: Key) => records.get(key)) as never;
  const bucket = measure.bucketOf(record as never, get, look);
  if (bucket === undefined) return;
  const amount = sign * measure.amountOf(record as never, get, look);
  totals.set(bucket, (totals.get(bucket) ?? 0) + amount);
}
