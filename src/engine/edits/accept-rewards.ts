import { IN_THE_SHEET, logEdits, type NoticedEdit } from "../activity/log-edits";
import { quoted } from "../kernel/cells";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import { adjustmentKey, type Key } from "../kernel/keys";
import { toDecimal } from "../kernel/money";
import type { ProblemCode } from "../kernel/problem";
import type { Work } from "../program/work";
import { proposeAdjustment } from "../rewards/adjustments";
import { isLocked } from "../rewards/final";
import { accept } from "../rewards/grant";
import { isLegalMove, moveReward, needsReason } from "../rewards/status-moves";
import type { Reward } from "../tables";
import {
  type Accepted,
  printAccepted,
  printAcceptedFor,
  readAccepted,
  readAcceptedFor,
} from "../tables/packed/accepted";

type Tables = "rewards" | "invoices" | "activity";

/**
 * Takes over what was typed over in rewards since the last run: a legal status, or an amount before its
 * invoice is final. What may not be is put back and reported (product.md §5, typed over). The keys of those rewards.
 */
export function acceptEdits(work: Work<Tables>, env: Env, run: string | null): readonly Key[] {
  const edits = work
    .all("rewards")
    .flatMap((reward) => acceptEdit(work, reward, env.today, run) ?? []);
  if (edits.length > 0) logEdits(work, env, run, edits);
  return edits.map(({ key }) => key);
}

/** The same for one reward. Undefined where nothing was typed over. */
function acceptEdit(
  work: Work<Tables>,
  asTyped: Reward,
  today: Day,
  run: string | null,
): NoticedEdit | undefined {
  const reward = keepCurrency(work, asTyped);
  const owner = readAcceptedFor(reward.acceptedFor, reward.key)?.partner ?? reward.partner;
  const typed = printAccepted(reward, reward.currency);
  if (typed === reward.accepted && owner === reward.partner) return undefined;
  const accepted = readAccepted(reward.accepted, reward.currency) ?? firstAccepted(reward);
  const before = work.update("rewards", reward.key, {
    ...accept(reward, accepted),
    ...typePartner(work, reward, owner),
  });
  const withAmount =
    reward.amount === accepted.amount
      ? before
      : typeAmount(work, before, reward.amount, today, run);
  const after =
    reward.status === accepted.status
      ? withAmount
      : typeStatus(work, withAmount, reward.status, today);
  const said = (text: string | null, partner: Key) =>
    owner === reward.partner ? (text ?? "") : `${text ?? ""} for ${partner}`;
  const [now, wanted] = [said(after.accepted, after.partner), said(typed, reward.partner)];
  const putBack = now === wanted ? "" : ` (typed ${wanted})`;
  return { key: reward.key, from: said(reward.accepted, owner), to: `${now}${putBack}` };
}

/** A line whose own currency nobody knows any more keeps its invoice's: another one is put back (product.md §6). */
function keepCurrency(work: Work<Tables>, reward: Reward): Reward {
  const currency = work.get("invoices", reward.invoice ?? reward.firstInvoice)?.currency;
  if (currency === undefined || currency === reward.currency) return reward;
  report(
    work,
    reward,
    "AMOUNT_LOCKED",
    "Currency",
    `It stands on an invoice in ${currency}, so the currency was put back.`,
  );
  const accepted = readAccepted(reward.accepted, currency);
  return work.update("rewards", reward.key, { currency, ...accepted });
}

/** Another partner may be typed until its invoice is final: after that, its statement stands. */
function typePartner(
  work: Work<Tables>,
  reward: Reward,
  owner: Key,
): Partial<Pick<Reward, "partner" | "acceptedFor">> {
  if (owner === reward.partner) return {};
  if (!isLocked(work, reward)) return { acceptedFor: printAcceptedFor(reward) };
  report(
    work,
    reward,
    "PARTNER_LOCKED",
    "Partner",
    `Its invoice is final, so it was put back to ${quoted(owner)}. To pay somebody else, make a manual reward that takes it back and one that gives it.`,
  );
  return { partner: owner };
}

/** A row without a readable accepted status counts as it stands; but nothing is paid except by a payout. */
function firstAccepted({ status, amount, paidOn }: Reward): Accepted {
  return { amount, status: status === "paid" && paidOn === null ? "pending" : status };
}

function typeAmount(
  work: Work<Tables>,
  reward: Reward,
  amount: number,
  today: Day,
  run: string | null,
): Reward {
  if (!isLocked(work, reward)) {
    const worked = reward.calculated ?? reward.amount;
    return work.update("rewards", reward.key, {
      ...accept(reward, { amount }),
      calculated: worked === amount ? null : worked,
    });
  }
  const money = (value: number) => toDecimal({ amount: value, currency: reward.currency });
  const change = `${money(reward.amount)} to ${money(amount)}`;
  proposeAdjustment(work, reward, {
    key: adjustmentKey(`typed ${today} ${money(amount)}`, reward.key),
    amount: amount - reward.amount,
    earnedOn: today,
    description: `Correction of ${reward.description ?? reward.key}`,
    reason: `changed by hand from ${change} after its invoice was final`,
    refund: null,
    why: { typed: change },
    run,
  });
  report(
    work,
    reward,
    "AMOUNT_LOCKED",
    "Amount",
    `Its invoice is final, so the amount was put back. The change from ${change} is offered as an adjusting reward, held for you to approve.`,
  );
  return reward;
}

function typeStatus(work: Work<Tables>, reward: Reward, status: Reward["status"], on: Day): Reward {
  const refuse = (message: string) => {
    report(work, reward, "STATUS_ILLEGAL", "Status", message);
    return reward;
  };
  if (isLocked(work, reward)) {
    return refuse(`Its invoice is final, so the status was put back to ${reward.status}.`);
  }
  if (!isLegalMove(reward, status)) {
    return refuse(
      status === "paid"
        ? "A reward becomes paid by its payout only, so the status was put back."
        : `A reward can't go from ${reward.status} to ${status}, so the status was put back.`,
    );
  }
  if (needsReason(status) && reward.reason === null) {
    return refuse(`Write the reason first, then type ${status}. The status was put back.`);
  }
  return moveReward(work, reward, { status, reason: reward.reason, by: IN_THE_SHEET, on });
}

function report(
  work: Work<Tables>,
  { key }: Reward,
  code: ProblemCode,
  column: string,
  message: string,
): void {
  work.report({ code, at: { table: "Rewards", row: key, column }, message });
}
