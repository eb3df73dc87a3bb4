import { quoted } from "../../kernel/cells";
import { madeKeyField } from "../../kernel/fields";
import { listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError, type RefusalCode } from "../../kernel/problem";
import type { Work } from "../../program/work";
import type { RecordOf } from "../../tables";

const unknown = {
  partners: "PARTNER_UNKNOWN",
  customers: "CUSTOMER_UNKNOWN",
  transactions: "TRANSACTION_UNKNOWN",
  rewards: "REWARD_UNKNOWN",
  drips: "DRIP_UNKNOWN",
  invoices: "INVOICE_UNKNOWN",
  payouts: "PAYOUT_UNKNOWN",
} as const satisfies Readonly<Record<string, RefusalCode>>;
type Chosen = keyof typeof unknown;

/** The record with this key. Throws that it is unknown: PARTNER_UNKNOWN and so on. */
export function chosen<N extends Chosen>(work: Work<NoInfer<N>>, table: N, key: Key): RecordOf<N> {
  const record = work.get(table, key);
  if (!record) throw new DomainError(unknown[table]);
  return record;
}

/** The records with these keys. Throws that one is unknown, and names it. */
export function allChosen<N extends Chosen>(
  work: Work<NoInfer<N>>,
  table: N,
  keys: readonly Key[],
): readonly RecordOf<N>[] {
  return keys.map((key) => {
    const record = work.get(table, key);
    if (record) return record;
    throw new DomainError(
      unknown[table],
      `There is no usable ${table.slice(0, -1)} ${quoted(key)}.`,
    );
  });
}

/** One or many rewards of a person's act, by their keys. */
export const rewardsInput = listInput("Rewards", madeKeyField, { required: true });
