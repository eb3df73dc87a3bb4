import { deriveAll } from "../../invoices/derive";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { isLocked } from "../../rewards/final";
import type { Customer, Drip, Reward, Transaction } from "../../tables";
import type { MadeRows } from "./made-rows";

const rowsOfPartners = [
  "customers",
  "transactions",
  "actions",
  "payouts",
  "drips",
  "rewards",
] as const;

/**
 * Takes the rows back that an import made, with the rewards and drips that they led to, while nothing of them is
 * final. A customer or partner stays that has other rows, among them what another tool owes, and so does the group to which one of
 * the rows moved a partner, with what that made (IMPORT-3). Answers how many rows go, by tab, and what stays, with the reason.
 */
export function takeBack(work: Work, made: MadeRows) {
  const removed = { transactions: 0, customers: 0, partners: 0, rewards: 0, drips: 0 };
  const stays: { tab: string; key: Key; why: string }[] = [];
  const remove = (table: keyof typeof removed, key: Key) => {
    work.remove(table, key);
    removed[table]++;
  };
  const stay = (tab: string, key: Key, why: string) => void stays.push({ tab, key, why });
  const clear = (rewards: readonly Reward[], drips: readonly Drip[]) => {
    for (const { key } of rewards) remove("rewards", key);
    for (const { key } of drips) remove("drips", key);
  };
  const moved: (Transaction | Customer)[] = [];
  const isFinal = (rewards: readonly Reward[]) => rewards.some((each) => isLocked(work, each));
  const staying = new Set<Key>();
  const rows = made.transactions.flatMap((key) => work.get("transactions", key) ?? []);
  for (const row of rows) {
    const { key, refundOf } = row;
    if (refundOf !== null) continue;
    const rewards = work.where("rewards", "transaction", key);
    if (isFinal(rewards)) {
      staying.add(key);
      stay("Transactions", key, "a reward of it is on a final invoice");
    } else {
      clear(rewards, work.where("drips", "transaction", key));
      moved.push(row);
      remove("transactions", key);
    }
  }
  for (const { key, refundOf } of rows) {
    if (refundOf === null) continue;
    // What was given back of a sale that stays was given back all the same.
    if (staying.has(refundOf)) stay("Transactions", key, `its sale “${refundOf}” stays`);
    else remove("transactions", key);
  }
  for (const key of made.rewards) {
    const reward = work.get("rewards", key);
    if (reward && isFinal([reward])) stay("Rewards", key, "it is on a final invoice");
    else if (reward) remove("rewards", key);
  }
  for (const key of made.drips) {
    const drip = work.get("drips", key);
    const rewards = work.where("rewards", "drip", key);
    if (drip && isFinal(rewards)) stay("Drips", key, "a reward of it is on a final invoice");
    else if (drip) clear(rewards, [drip]);
  }
  for (const key of made.customers) {
    const row = work.get("customers", key);
    if (!row) continue;
    const rewards = work.where("rewards", "customer", key);
    const drips = work.where("drips", "customer", key);
    const isUsed =
      work.where("transactions", "customer", key).length > 0 ||
      work.where("actions", "customer", key).length > 0 ||
      [...rewards, ...drips].some(({ trigger }) => trigger === null);
    if (isUsed) stay("Customers", key, "it has other rows");
    else if (isFinal(rewards)) stay("Customers", key, "a reward of it is on a final invoice");
    else {
      clear(rewards, drips);
      moved.push(row);
      remove("customers", key);
    }
  }
  for (const key of made.partners) {
    if (!work.get("partners", key)) continue;
    if (rowsOfPartners.some((table) => work.where(table, "partner", key).length > 0))
      stay("Partners", key, "it has other rows");
    else remove("partners", key);
  }
  for (const { key, partner, judgedAs } of moved) {
    const to = judgedAs?.by?.moved?.to;
    if (to && work.get("partners", partner))
      stay("Partners", partner as Key, `“${key}” moved it to ${to}: that and what it made stay`);
  }
  if (removed.rewards > 0 || removed.drips > 0) deriveAll(work);
  return { removed, stays };
}
