import { invoiceKey } from "../../kernel/keys";
import type { Reward } from "../../tables";
import { byDayEarned, countedOn, type StatementOf } from "./statement";

/** The rewards that are not in the balance, as the rows are now. */
export interface Below {
  /** Pending, or approved and not invoiced up to this month. */
  readonly pending: readonly Reward[];
  readonly held: readonly Reward[];
}

/** The pending and held rewards below one statement's balance, by the day earned (STATEMENT-4). */
export function rewardsBelow(rewards: readonly Reward[], of: StatementOf): Below {
  const now = invoiceKey(of.month, of.currency);
  const own = rewards
    .filter(({ partner, currency }) => partner === of.partner && currency === of.currency)
    .filter(({ firstInvoice }) => firstInvoice === null)
    .sort(byDayEarned);
  const isLater = (reward: Reward): boolean => {
    const on = countedOn(reward);
    return on === null || on > now;
  };
  return {
    pending: own.filter(
      (reward) => reward.status === "pending" || (reward.status === "approved" && isLater(reward)),
    ),
    held: own.filter(({ status }) => status === "held"),
  };
}
