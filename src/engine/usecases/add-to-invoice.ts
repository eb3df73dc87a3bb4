import type { Day } from "../day";
import { keyField } from "../fields";
import { isFinal, isOnFinal } from "../invoicing/locked";
import type { Key } from "../keys";
import { DomainError } from "../problem";
import type { Invoice, Reward } from "../tables";
import type { Work } from "../work";
import { chosenRewards, recordText, rewardsInput } from "./chosen-rewards";
import { follow } from "./follow";
import { logAct } from "./log-act";
import { type ShownMoney, showMoney } from "./show-money";
import { input, useCase } from "./use-case";

export interface InvoiceLinesOutput {
  /** The invoices whose lines changed, as they are now. */
  readonly invoices: readonly {
    readonly key: Key;
    readonly lines: number;
    readonly total: ShownMoney;
  }[];
  readonly rewards: readonly { readonly key: Key; readonly estimatedPayment: Day | null }[];
}

/**
 * Puts rewards on an invoice in review, also from another one in review (product.md §6). Throws
 * INVOICE_NOT_IN_REVIEW, INVOICE_OTHER_CURRENCY, REWARD_LOCKED or REWARD_NOT_INVOICEABLE.
 */
export const addToInvoice = useCase({
  name: "add-to-invoice",
  writes: true,
  inputs: {
    rewards: rewardsInput,
    invoice: input("Invoice", keyField, { required: true }),
  },
  reads: ["settings", "rewards", "invoices", "payouts", "drips", "activity"],
  decide: (work, { rewards: keys, invoice: key }, env): InvoiceLinesOutput => {
    const invoice = work.get("invoices", key);
    if (!invoice) throw new DomainError("INVOICE_UNKNOWN");
    if (isFinal(invoice)) throw new DomainError("INVOICE_NOT_IN_REVIEW");
    const rewards = chosenRewards(work, keys, env);
    for (const reward of rewards) check(work, reward, invoice);
    for (const reward of rewards) work.update("rewards", reward.key, { invoice: key });
    const before = rewards.map((reward) => reward.invoice);
    const chosen = rewards.map((reward) => reward.key);
    follow(work, chosen, before);
    logAct(work, env, {
      what: `Put ${chosen.length} ${chosen.length === 1 ? "reward" : "rewards"} on an invoice`,
      record: recordText(chosen),
      from: [...new Set(before.map((each) => each ?? "no invoice"))].join(", "),
      to: key,
    });
    return linesOutput(work, chosen, [...before, key]);
  },
});

function check(work: Work<"invoices">, reward: Reward, { currency }: Invoice): void {
  if (isOnFinal(work, reward)) throw new DomainError("REWARD_LOCKED");
  if (reward.status !== "pending" && reward.status !== "approved") {
    throw new DomainError("REWARD_NOT_INVOICEABLE");
  }
  if (reward.currency !== currency) throw new DomainError("INVOICE_OTHER_CURRENCY");
}

/** What an act on invoice lines replies. */
export function linesOutput(
  work: Work<"rewards" | "invoices">,
  rewards: readonly Key[],
  invoices: readonly (Key | null)[],
): InvoiceLinesOutput {
  const touched = [...new Set(invoices)].flatMap((key) => work.get("invoices", key) ?? []);
  return {
    invoices: touched.map(({ key, lines, total, currency }) => ({
      key,
      lines,
      total: showMoney({ amount: total, currency }),
    })),
    rewards: rewards.flatMap((each) => {
      const reward = work.get("rewards", each);
      return reward ? [{ key: reward.key, estimatedPayment: reward.estimatedPayment }] : [];
    }),
  };
}
