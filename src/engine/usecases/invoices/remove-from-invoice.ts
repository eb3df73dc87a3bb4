import { chosenRewards, rewardsInput } from "../shared/chosen-rewards";
import { useCase } from "../shared/use-case";
import { type InvoiceLinesOutput, placeRewards } from "./place-rewards";

/**
 * Takes rewards off their invoice in review: they keep their status and earned date, and wait for the next
 * opening (INVOICE-8). Throws REWARD_LOCKED where the invoice is final.
 */
export const removeFromInvoice = useCase({
  name: "remove-from-invoice",
  edits: "take over",
  inputs: { rewards: rewardsInput },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys }, env): InvoiceLinesOutput =>
    placeRewards(work, env, chosenRewards(work, keys), () => null, {
      doing: "Took",
      where: "off an invoice",
    }),
});
