import type { Cell } from "../kernel/fields";
import { groupBy } from "../kernel/group-by";
import type { Key } from "../kernel/keys";
import { type TableName, tableOf } from "../tables";
import { noExtra, type RawRow, sameCell } from "../tables/table";
import { replaceTables, withCustomers } from "./customer-names";
import { createProgramTable, type Program, type Row, readRow, type TableData } from "./program";
import { withCauses } from "./reward-causes";

/** A cell's value expected before, and wanted after. */
export interface CellChange {
  readonly from: Cell;
  readonly to: Cell;
}
/** One thing that should happen. Rows are named by key; `copy` is 0 but for rows whose key is not theirs alone. */
export type Effect =
  | {
      readonly kind: "insert";
      readonly table: TableName;
      readonly key: Key;
      readonly cells: Readonly<Record<string, Cell>>;
      /** What it says in columns of the team's own, by header. */
      readonly extra?: Readonly<Record<string, Cell>>;
    }
  | {
      readonly kind: "update";
      readonly table: TableName;
      readonly key: Key;
      readonly copy: number;
      readonly cells: Readonly<Record<string, CellChange>>;
    }
  | { readonly kind: "remove"; readonly table: TableName; readonly key: Key }
  | {
      readonly kind: "notes";
      readonly table: TableName;
      readonly key: Key;
      readonly copy: number;
      /** What the notes of a row's cells say of problems, by column; "" takes our part of a note away. */
      readonly texts: Readonly<Record<string, string>>;
      /** Whether our part of the row's other notes goes. */
      readonly others: "clear" | "keep";
    }
  | {
      readonly kind: "email";
      readonly key: Key;
      readonly to: string;
      readonly subject: string;
      readonly body: string;
      /** The same as HTML, for readers that show it. */
      readonly html?: string;
      /** Where answers go; whoever sends it where it is left out. */
      readonly replyTo?: string;
      /** The name of a PDF that is made of the HTML and attached. */
      readonly pdf?: string;
      /** What is written where the mail service refuses it: the mark of having been sent is taken back. */
      readonly ifRefused?: Extract<Effect, { kind: "update" }>;
    };
/** What changes a row. */
export type RowEffect = Exclude<Effect, { kind: "email" | "notes" }>;

/** Which of the rows with its key an effect is about. */
export const copyOf = (effect: Exclude<Effect, { kind: "email" }>): number =>
  "copy" in effect ? effect.copy : 0;

/** What a use case wants to happen, as data. At most one effect a row, and one for its notes. */
export interface Changeset {
  readonly effects: readonly Effect[];
}

const idOf = (what: string, table: TableName, key: Key, copy = 0): string =>
  [what, table, key, copy].join("\u0001");
function identity(effect: Effect): string {
  if (effect.kind === "email") return `email\u0001${effect.key}`;
  const isCells = effect.kind === "insert" || effect.kind === "update";
  return idOf(isCells ? "row" : effect.kind, effect.table, effect.key, copyOf(effect));
}

/** One changeset that does what `first` and then `second` do: `apply(combine(x, y)) = apply(y) ∘ apply(x)`. */
export function combine(first: Changeset, second: Changeset): Changeset {
  const merged = new Map(first.effects.map((effect) => [identity(effect), effect]));
  for (const effect of second.effects) {
    if (effect.kind === "remove") {
      const row = idOf("row", effect.table, effect.key);
      const wasInserted = merged.get(row)?.kind === "insert";
      merged.delete(row);
      if (!wasInserted) merged.set(identity(effect), effect);
      continue;
    }
    const id = identity(effect);
    const earlier = merged.get(id);
    const joined = earlier ? join(earlier, effect) : effect;
    if (joined) merged.set(id, joined);
    else merged.delete(id);
  }
  return { effects: [...merged.values()] };
}

function join(earlier: Effect, later: Effect): Effect | undefined {
  if (later.kind !== "update") return later;
  if (earlier.kind === "insert") {
    const cells = { ...earlier.cells };
    for (const [id, change] of Object.entries(later.cells)) cells[id] = change.to;
    return { ...earlier, cells };
  }
  if (earlier.kind !== "update") return later;
  const cells = { ...earlier.cells };
  for (const [id, { from, to }] of Object.entries(later.cells)) {
    cells[id] = { from: earlier.cells[id]?.from ?? from, to };
    if (sameCell(cells[id].from, to)) delete cells[id];
  }
  return Object.keys(cells).length > 0 ? { ...earlier, cells } : undefined;
}

/** What a *Customer* cell means depends on these tables alone. */
const naming = ["customers", "transactions", "actions"] as const;

/** The program after a changeset. Notes and mails leave it as it is; applied twice, as once. */
export function apply(program: Program, { effects }: Changeset): Program {
  const ofRows = effects.filter((each) => each.kind !== "email" && each.kind !== "notes");
  const byTable = groupBy(ofRows, ({ table }) => table);
  const changed: Record<string, TableData | undefined> = {};
  for (const [name, list] of byTable) {
    const data = program.tables[name] as TableData | undefined;
    if (data) changed[name] = applyToTable(name, data, list, program);
  }
  const tables = replaceTables(program.tables, changed);
  const renames = naming.some((name) => byTable.has(name));
  const named = renames ? withCustomers(tables) : tables;
  return { ...program, tables: byTable.has("rewards") ? withCauses(named) : named };
}

function applyToTable(
  name: TableName,
  data: TableData,
  effects: readonly RowEffect[],
  program: Program,
): TableData {
  const touched = new Map(effects.map((effect) => [identity(effect), effect]));
  const keys = new Set(effects.map(({ key }) => key));
  const rows: Row[] = [];
  for (const row of data.rows) {
    if (!keys.has(row.key)) {
      rows.push(row);
      continue;
    }
    if (row.copy === 0 && touched.has(idOf("remove", name, row.key))) continue;
    const id = idOf("row", name, row.key, row.copy);
    const effect = touched.get(id);
    touched.delete(id);
    rows.push(
      effect ? readRow(name, row.key, changed(row.raw, effect), row.copy, program.context) : row,
    );
  }
  for (const effect of touched.values()) {
    if (effect.kind !== "insert") continue;
    rows.push(
      readRow(
        name,
        effect.key,
        { cells: inserted(name, effect.cells), extra: effect.extra ?? noExtra },
        0,
        program.context,
      ),
    );
  }
  return createProgramTable(rows, data);
}

function changed(raw: RawRow, effect: Effect): RawRow {
  if (effect.kind !== "update") return raw;
  const cells = { ...raw.cells };
  for (const [id, { to }] of Object.entries(effect.cells)) cells[id] = to;
  return { cells, extra: raw.extra };
}

function inserted(name: TableName, cells: Readonly<Record<string, Cell>>): Record<string, Cell> {
  const full: Record<string, Cell> = {};
  for (const id of Object.keys(tableOf(name).columns)) full[id] = cells[id] ?? "";
  return full;
}
