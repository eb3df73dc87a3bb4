import { IN_THE_SHEET } from "../activity/log-edits";
import { checkPlace } from "../invoices/place";
import { quoted } from "../kernel/cells";
import { sealOfKey } from "../kernel/keys";
import { say } from "../kernel/say";
import { changeReward } from "../rewards/change-reward";
import { isFinal, isLocked } from "../rewards/final";
import { isLegalMove, moveReward, needsReason } from "../rewards/status-moves";
import { typeAmount } from "../rewards/type-amount";
import type { Reward } from "../tables";
import type { Accepted } from "../tables/packed/accepted";
import { flatSum, provenTerms } from "./proven-terms";
import type { Taking, TypedOver } from "./typed-over";

type Columns = "terms" | "accepted" | "currency" | "partner" | "amount" | "status" | "invoice";

/** A legal status, an amount or partner before its invoice is final (EDIT-2, EDIT-3, EDIT-4). */
export const rewardsTyped: TypedOver<"rewards", Columns> = {
  table: "rewards",
  counted: (work, reward, { leaves }) => {
    const accepted = reward.accepted ?? firstAccepted(reward);
    const { invoice, firstInvoice, partner, acceptedFor } = reward;
    return {
      terms: leaves.includes("drips") && mayWait(reward) ? reward.terms : provenTerms(work, reward),
      accepted,
      // A line whose own currency nobody knows any more keeps its invoice's (EDIT-8).
      currency:
        acceptedFor?.currency ??
        work.get("invoices", invoice ?? firstInvoice)?.currency ??
        reward.currency,
      partner: acceptedFor?.partner ?? partner,
      amount: accepted.amount,
      status: accepted.status,
      ...(accepted.invoice !== null && { invoice: accepted.invoice || null }),
    };
  },
  final: (work, reward) => (isLocked(work, reward) ? "Its invoice is final." : undefined),
  columns: {
    terms: {},
    accepted: {},
    currency: {
      code: "AMOUNT_LOCKED",
      why: ({ row }) => `It is on an invoice in ${row.currency}.`,
    },
    partner: {
      code: "PARTNER_LOCKED",
      take: takePartner,
      instead:
        "To pay someone else, make one manual reward that takes it back and one that gives it.",
    },
    amount: { code: "AMOUNT_LOCKED", take: takeAmount },
    status: { code: "STATUS_ILLEGAL", take: takeStatus },
    invoice: { code: "CELL_LOCKED", take: takeInvoice },
  },
};

/** A row without a readable accepted status counts as it stands; but nothing is paid except by a payout. */
function firstAccepted({ key, status, amount, paidOn }: Reward): Accepted {
  const counted = status === "paid" && paidOn === null ? "pending" : status;
  return { amount, status: counted, invoice: null, firstInvoice: null, of: sealOfKey(key) };
}

/**
 * Whether a part's terms may wait for an act that reads its drip: not those that were cleared, for no amount can be worked out
 * again without them. A part of a flat amount never had any.
 */
const mayWait = ({ drip, terms, why }: Reward): boolean =>
  drip !== null && (terms !== null || (why?.by === "drip" && flatSum(why.sum) !== undefined));

/** An adjusting line is for the partner of its reward (TARGET-2). */
function takePartner({ work, row, typed: { partner } }: Taking<"rewards">) {
  if (row.adjusts !== null) return `It corrects ${quoted(row.adjusts)}.`;
  changeReward(work, row, { partner });
  return undefined;
}

/** On a final line the difference is offered by a line (TARGET-2e). */
function takeAmount({ work, row, typed, today, run }: Taking<"rewards">) {
  if (typed.currency !== row.currency) return "It was typed in another currency.";
  typeAmount(work, row, typed.amount, { on: today, today, run });
  const now = work.get("rewards", row.key) ?? row;
  return now.status === "declined" && now.amount !== typed.amount
    ? "It is declined, so what you typed counts once the reward is pending again."
    : undefined;
}

function takeStatus({ work, row, typed: { status }, today }: Taking<"rewards">) {
  if (!isLegalMove(row, status)) {
    return status === "paid"
      ? "Only a payout makes a reward paid."
      : `A reward can't change from ${row.status} to ${status}.`;
  }
  if (needsReason(status) && row.reason === null) {
    return say`Enter the reason first, then type ${status}.`;
  }
  moveReward(work, row, { status, reason: row.reason, by: IN_THE_SHEET, on: today });
  return undefined;
}

/** A person takes a reward off its invoice, or puts it on one in review, as in the sidebar (INVOICE-8). */
function takeInvoice({ work, row, typed: { invoice } }: Taking<"rewards">) {
  if (invoice !== null) {
    const on = work.get("invoices", invoice);
    if (!on || isFinal(on)) return say`No invoice ${quoted(invoice)} is in review.`;
    checkPlace(work, row, on);
  }
  changeReward(work, row, { invoice });
  return undefined;
}
