import { eventIn, type Key } from "../kernel/keys";
import type { Problem } from "../kernel/problem";
import { tables as definitions, type Reward, type Transaction } from "../tables";
import { replaceTables } from "./customer-names";

/** What of a program's tables tells a reward's cause. */
interface RewardRow {
  readonly key: Key;
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
    return (of && withCause(tables, of).record) ?? nobody;
  }
  const isOfSale = why?.by === "trigger" && why.kind === "transaction created";
  const transaction = row.transaction ?? (isOfSale ? why.event : null);
  const event = transaction ?? (trigger ? eventIn(key, trigger) : undefined);
  if (event === undefined) return nobody;
  const rows = transaction ? tables.transactions : tables.actions;
  const customer = judgedFor(rows?.byKey.get(event));
  return { customer: customer ?? (tables.customers?.byKey.has(event) ? event : null), transaction };
}

function withCause(tables: Tables, row: RewardRow): RewardRow {
  const { record } = row;
  const unread = record ? unreadIn(row) : [];
  if (!record || unread.length === 0) return row;
  const cause = causeOf(tables, record);
  const known = Object.fromEntries(unread.map((id) => [id, cause[id]]));
  return { ...row, record: { ...record, ...known } };
}

/**
 * The tables with the customer and the sale of each reward as its cause says, where its own cell can't be read: so it still
 * counts toward that customer's limits, and its sale's refunds reach it (CELL-2d).
 */
export function withCauses<T extends Tables>(tables: T): T {
  const { rewards } = tables;
  if (!rewards?.rows.some((row) => unreadIn(row).length > 0)) return tables;
  const rows = rewards.rows.map((row) => withCause(tables, row));
  const standing = rows.filter(({ key }, at) => rewards.byKey.get(key) === rewards.rows[at]);
  const byKey = new Map(standing.map((row) => [row.key, row]));
  return replaceTables(tables, { rewards: { ...rewards, rows, byKey } });
}
