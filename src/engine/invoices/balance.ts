import type { Key } from "../kernel/keys";
import type { Currency } from "../kernel/money";
import type { Work } from "../program/work";
import { originOf } from "../rewards/origin";
import type { Reward } from "../tables";

/**
 * The lines of a partner and currency that stand on an invoice in review or were carried, and the write-offs that
 * wait for one: what the partner is owed, or owes, beside the payouts already made.
 */
export const linesOfBalance = (
  work: Work<"rewards">,
  partner: Key,
  currency: Currency,
): readonly Reward[] =>
  work
    .where("rewards", "partner", partner)
    .filter(({ status }) => status === "pending" || status === "approved")
    .filter((each) => each.currency === currency && each.payout === null)
    .filter((each) => {
      const isOn = each.invoice !== null || each.firstInvoice !== null;
      return isOn || originOf(each).source === "write-off";
    });
