import { isOnFinal } from "../invoicing/locked";
import { DomainError } from "../problem";
import { type InvoiceLinesOutput, linesOutput } from "./add-to-invoice";
import { chosenRewards, recordText, rewardsInput } from "./chosen-rewards";
import { follow } from "./follow";
import { logAct } from "./log-act";
import { useCase } from "./use-case";

/**
 * Takes rewards off their invoice in review: they keep their status and earned date, and wait for the next
 * opening (product.md §6). Throws REWARD_LOCKED where the invoice is final.
 */
export const removeFromInvoice = useCase({
  name: "remove-from-invoice",
  writes: true,
  inputs: { rewards: rewardsInput },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys }, env): InvoiceLinesOutput => {
    const rewards = chosenRewards(work, keys, env);
    if (rewards.some((reward) => isOnFinal(work, reward))) throw new DomainError("REWARD_LOCKED");
    const on = rewards.filter(({ invoice }) => invoice !== null);
    for (const { key } of on) work.update("rewards", key, { invoice: null });
    const before = rewards.map(({ invoice }) => invoice);
    const chosen = rewards.map(({ key }) => key);
    follow(work, chosen, before);
    if (on.length > 0) {
      logAct(work, env, {
        what: `Took ${on.length} ${on.length === 1 ? "reward" : "rewards"} off an invoice`,
        record: recordText(on.map(({ key }) => key)),
        from: [...new Set(on.map(({ invoice }) => invoice))].join(", "),
        to: "the next invoice",
      });
    }
    return linesOutput(work, chosen, before);
  },
});
