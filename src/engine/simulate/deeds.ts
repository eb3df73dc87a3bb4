import type { Ledger } from "../judging/ledger";
import type { Day } from "../kernel/day";
import type { Key } from "../kernel/keys";
import { PROGRAM } from "../kernel/vocabulary";
import type { Program, TableData } from "../program/program";
import type { Work } from "../program/work";
import { moveReward } from "../rewards/status-moves";
import { isRefund } from "../sales/kept";
import type { RecordOf, Reward, TableName, Transaction } from "../tables";

/** Where a replay stands: what is made so far, and what is counted. */
export interface Replay {
  readonly work: Work;
  readonly ledger: Ledger;
  /** The keys of the sales and customers that are counted. */
  readonly counted: ReadonlySet<Key>;
}
/** Something that came about on a day without being an event: a refund, an archiving, a person's decision. */
export interface Deed {
  readonly on: Day;
  readonly do: (replay: Replay) => void;
}

export const recordsOf = <N extends TableName>(program: Program, name: N): readonly RecordOf<N>[] =>
  ((program.tables[name] as TableData<N> | undefined)?.rows ?? []).flatMap(
    ({ record }) => record ?? [],
  );

/** What came about, in the order of its days. */
export function deedsOf(program: Program, today: Day): readonly Deed[] {
  const deeds: Deed[] = [
    ...recordsOf(program, "transactions").filter(isRefund).map(refunded),
    ...(["transactions", "customers", "partners"] as const).flatMap((table) =>
      recordsOf(program, table)
        .filter(({ status }) => status === "archived")
        .map(({ key, archivedOn }) => archived(table, key, archivedOn ?? today)),
    ),
    ...recordsOf(program, "rewards").flatMap((reward) => decided(reward, today)),
  ];
  return deeds.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

const refunded = (refund: Transaction): Deed => ({
  on: refund.date.day,
  do: (replay) =>
    recount(replay, "transactions", refund.refundOf, () => {
      replay.work.insert("transactions", refund);
    }),
});

const archived = (table: "transactions" | "customers" | "partners", key: Key, on: Day): Deed => ({
  on,
  do: (replay) => {
    const archive = () => {
      if (replay.work.get(table, key)) {
        replay.work.update(table, key, { status: "archived", archivedOn: on });
      }
    };
    if (table === "partners") archive();
    else recount(replay, table, key, archive);
  },
});

/** A person's own rewards count for others; one that a person declined frees its limits (product.md §3). */
function decided(reward: Reward, today: Day): readonly Deed[] {
  const { key, source, status, decidedBy, reason } = reward;
  if (source === "manual") {
    return [{ on: reward.earnedOn, do: ({ work }) => void work.insert("rewards", reward) }];
  }
  if (status !== "declined" || source === "adjustment" || decidedBy === PROGRAM) return [];
  const on = reward.decidedOn ?? today;
  return [
    {
      on,
      do: ({ work }) => {
        const made = work.get("rewards", key);
        if (made) moveReward(work, made, { status, reason, by: decidedBy ?? "", on });
      },
    },
  ];
}

/** Changes a record, and what is counted of it where it is counted already. */
function recount(
  { work, ledger, counted }: Replay,
  table: "transactions" | "customers",
  key: Key | null,
  change: () => void,
): void {
  const add = (sign: 1 | -1) => {
    if (key === null || !counted.has(`${table} ${key}`)) return;
    if (table === "customers") {
      const customer = work.get("customers", key);
      if (customer) ledger.addCustomer(customer, sign);
    } else {
      const sale = work.get("transactions", key);
      if (sale) ledger.addSale(sale, sale.partner, sign);
    }
  };
  add(-1);
  change();
  add(1);
}
