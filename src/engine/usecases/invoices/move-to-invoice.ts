import { nextInReview } from "../../invoices/pay-or-carry";
import { checkPlace } from "../../invoices/place";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { isFinal } from "../../rewards/final";
import { chosenRewards, rewardsInput } from "../shared/chosen-rewards";
import { useCase } from "../shared/use-case";
import { type InvoiceLinesOutput, placeRewards } from "./place-rewards";

/**
 * Moves rewards to another invoice in review, or to the next one: a later month's that is in review, else the one
 * that opens next (INVOICE-8). Moved back, all is as before. Throws as add-to-invoice does.
 */
export const moveToInvoice = useCase({
  name: "move-to-invoice",
  edits: "take over",
  inputs: {
    rewards: rewardsInput,
    invoice: input("Invoice", keyField, { hint: "Blank means the next invoice." }),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys, invoice: key }, env): InvoiceLinesOutput => {
    const target = work.get("invoices", key);
    if (key !== null && !target) throw new DomainError("INVOICE_UNKNOWN");
    if (target && isFinal(target)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    const rewards = chosenRewards(work, keys);
    if (target) for (const reward of rewards) checkPlace(work, reward, target);
    const placeOf = (on: string | null) => {
      const present = work.get("invoices", on);
      return present ? nextInReview(work, present) : null;
    };
    return placeRewards(work, env, rewards, (each) => key ?? placeOf(each.invoice), {
      doing: "Moved",
      where: key === null ? "to the next invoice" : "to another invoice",
    });
  },
});
