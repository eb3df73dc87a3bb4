import { takeOver } from "../../edits/take-over";
import { chosenRewards, rewardsInput } from "../shared/chosen-rewards";
import { useCase } from "../shared/use-case";
import { type InvoiceLinesOutput, placeRewards } from "./place-rewards";

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
