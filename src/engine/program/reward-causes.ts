import { eventIn, type Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import { tables as definitions, type Reward, type Transaction } from "../tables";
import type { RawRow } from "../tables/table";
import { replaceTables } from "./customer-names";
import { lockedCell } from "./made-row";

/** What of a program's tables tells a reward's cause. */
interface RewardRow {
  readonly key: Key;
  readonly raw: RawRow;
  readonly record: Reward | null;
  readonly problems: readonly Problem[];
  readonly putBack: readonly string[];
}
interface Rows<R> {
  readonly byKey: ReadonlyMap<Key, { readonly record: R | null }>;
}
interface Tables {
  readonly rewards?: {
    readonly rows: readonly RewardRow[];
    readonly byKey: ReadonlyMap<Key, RewardRow>;
  };
  readonly drips?: Rows<Cause>;
  readonly transactions?: Rows<Judged>;
  readonly actions?: Rows<Judged>;
  readonly customers?: Rows<unknown>;
}
/** What a reward takes over from its cause, and its own cells don't prove. */
type Cause = Pick<Reward, "customer" | "transaction">;
const columns = ["customer", "transaction"] as const;
const nobody: Cause = { customer: null, transaction: null };

/** Whom a sale or an action was judged for, else whom it is about. */
type Judged = Pick<Transaction, "judgedAs"> & { readonly customer: Key | null };
const judgedFor = (row: { readonly record: Judged | null } | undefined): Key | null =>
  row?.record?.judgedAs?.row?.Customer ?? row?.record?.customer ?? null;

/** The columns that can't be read, and that nothing in the row proves. */
const unreadIn = ({ problems, putBack }: RewardRow) =>
  problems.length === 0
    ? []
    : columns.filter((id) => {
        const { header } = definitions.rewards.columns[id];
        return !putBack.includes(id) && problems.some(({ at }) => at.column === header);
      });

/** What a reward's drip, the reward that it corrects, or its event says; blank where that is gone. */
function causeOf(tables: Tables, { key, adjusts, drip, trigger, why, ...row }: Reward): Cause {
  // Where only some columns were read, those of the others are undefined.
  if (drip) return tables.drips?.byKey.get(drip)?.record ?? nobody;
  // A line's key names its reward, so it is the longer one: rows that name each other end here.
  if (adjusts && adjusts.length < key.length) {
    const of = tables.rewards?.byKey.get(adjusts);
    return (of && withCause(tables, {}, of).record) ?? nobody;
  }
  const isOfSale = why?.by === "trigger" && why.kind === "transaction created";
  const transaction = row.transaction ?? (isOfSale ? why.event : null);
  const event = transaction ?? (trigger ? eventIn(key, trigger) : undefined);
  if (event === undefined) return nobody;
  const rows = transaction ? tables.transactions : tables.actions;
  const customer = judgedFor(rows?.byKey.get(event));
  return { customer: customer ?? (tables.customers?.byKey.has(event) ? event : null), transaction };
}

/**
 * The customer and the sale that a reward was earned with, where they are certain: by its drip's row, the reward that it
 * corrects, or its event, while that still names the customer for whom it was judged.
 */
function provenCause(tables: Tables, reward: Reward): Partial<Cause> | null | undefined {
  const { key, drip, adjusts, transaction, trigger, source } = reward;
  if (drip) return tables.drips?.byKey.get(drip)?.record;
  if (adjusts) {
    const of = adjusts.length < key.length ? tables.rewards?.byKey.get(adjusts) : undefined;
    const record = of && withCause(tables, tables, of).record;
    return record && { customer: record.customer };
  }
  const event = source === "trigger" && trigger ? (transaction ?? eventIn(key, trigger)) : null;
  if (!event) return undefined;
  const row = (transaction ? tables.transactions : tables.actions)?.byKey.get(event)?.record;
  if (!row) return tables.customers?.byKey.has(event) ? { customer: event } : undefined;
  const customer = row.judgedAs?.row?.Customer;
  return customer && customer === row.customer ? { customer } : undefined;
}

/** What is typed over them. Nothing is known of a column that was not read. */
function typedIn(tables: Tables, reward: Reward) {
  const cause = provenCause(tables, reward);
  return columns.flatMap((id) => {
    const [now, proven] = [reward[id], cause?.[id]];
    return now === undefined || proven === undefined || now === proven
      ? []
      : [[id, proven] as const];
  });
}

function withCause(tables: Tables, known: Tables, row: RewardRow): RewardRow {
  const { record, key, raw } = row;
  if (!record) return row;
  const unread = unreadIn(row);
  const typed = typedIn(known, record).filter(([id]) => !unread.includes(id));
  if (unread.length + typed.length === 0) return row;
  const cause = unread.length > 0 ? causeOf(tables, record) : nobody;
  const said = Object.fromEntries([...unread.map((id) => [id, cause[id]]), ...typed]);
  const told = typed.map(([id, kept]) => lockedCell(definitions.rewards, key, raw, id, kept ?? ""));
  return {
    ...row,
    record: { ...record, ...said },
    problems: [...row.problems, ...told],
    putBack: [...row.putBack, ...typed.map(([id]) => id)],
  };
}

/**
 * The tables with the customer and the sale of each reward as its cause says, where its own cell can't be read: so it still
 * counts toward that customer's limits, and its sale's refunds reach it (CELL-2d). Where the tables `known` tell them for
 * certain, what is typed over them counts for nothing (EDIT-8).
 */
export function withCauses<T extends Tables>(tables: T, known: Tables = tables): T {
  const { rewards } = tables;
  if (!rewards) return tables;
  const rows = rewards.rows.map((row) => withCause(tables, known, row));
  if (rows.every((row, at) => row === rewards.rows[at])) return tables;
  const standing = new Map(rewards.rows.map((row, at) => [row, rows[at] ?? row]));
  const byKey = new Map([...rewards.byKey].map(([key, row]) => [key, standing.get(row) ?? row]));
  return replaceTables(tables, { rewards: { ...rewards, rows, byKey } });
}
