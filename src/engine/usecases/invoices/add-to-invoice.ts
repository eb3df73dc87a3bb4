import { checkPlace } from "../../invoices/place";
import { keyField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { isFinal } from "../../rewards/final";
import { chosenRewards, rewardsInput } from "../shared/chosen-rewards";
import { useCase } from "../shared/use-case";
import { type InvoiceLinesOutput, placeRewards } from "./place-rewards";

/**
 * Puts rewards on an invoice in review, also from another one in review (INVOICE-8). Throws
 * INVOICE_NOT_IN_REVIEW, INVOICE_OTHER_CURRENCY, INVOICE_TOO_EARLY, REWARD_LOCKED or REWARD_NOT_INVOICEABLE.
 */
export const addToInvoice = useCase({
  name: "add-to-invoice",
  edits: "take over",
  inputs: {
    rewards: rewardsInput,
    invoice: input("Invoice", keyField, { required: true }),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys, invoice: key }, env): InvoiceLinesOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (isFinal(invoice)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    const rewards = chosenRewards(work, keys);
    for (const reward of rewards) checkPlace(work, reward, invoice);
    return placeRewards(work, env, rewards, () => key, { doing: "Put", where: "on an invoice" });
  },
});
