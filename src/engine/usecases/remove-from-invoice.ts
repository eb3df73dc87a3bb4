import { chosenRewards, rewardsInput } from "./chosen-rewards";
import { type InvoiceLinesOutput, placeRewards } from "./place-rewards";
import { takeOver } from "./take-over";
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
  first: takeOver,
  decide: (work, { rewards: keys }, env): InvoiceLinesOutput =>
    placeRewards(work, env, chosenRewards(work, keys), () => null, {
      doing: "Took",
      where: "off an invoice",
    }),
});
