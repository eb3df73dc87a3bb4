import { IN_THE_SHEET, logEdits, type NoticedEdit } from "../activity/log-edits";
import { quoted } from "../kernel/cells";
import type { Day } from "../kernel/day";
import type { Env } from "../kernel/env";
import type { Key } from "../kernel/keys";
import { toDecimal } from "../kernel/money";
import type { ProblemCode } from "../kernel/problem";
import type { Work } from "../program/work";
import { isLocked } from "../rewards/final";
import { accept } from "../rewards/grant";
import { isLegalMove, moveReward, needsReason } from "../rewards/status-moves";
import { typeAmount } from "../rewards/type-amount";
import type { Reward } from "../tables";
import type { Accepted } from "../tables/packed/accepted";
import { restoreTerms } from "./restore-terms";

type Tables = "rewards" | "invoices" | "drips" | "activity";

/**
 * Takes over what was typed over in rewards since the last run: a legal status, or an amount before its
 * invoice is final. What may not be is put back and reported (EDIT-2, EDIT-3, EDIT-4).
 */
export function acceptEdits(work: Work<Tables>, env: Env, run: string | null): void {
  const restored = work.all("rewards").flatMap((reward) => restoreTerms(work, reward) ?? []);
  const typed = work
    .all("rewards")
    .flatMap((reward) => acceptEdit(work, reward, env.today, run) ?? []);
  const edits = [...restored, ...typed];
  logEdits(work, env, run, "rewards", edits);
}

/** The same for one reward. Undefined where nothing was typed over. */
function acceptEdit(
  work: Work<Tables>,
  asTyped: Reward,
  today: Day,
  run: string | null,
): NoticedEdit | undefined {
  const reward = keepCurrency(work, asTyped);
  const owner = reward.acceptedFor?.partner ?? reward.partner;
  const isAsAccepted =
    reward.accepted?.status === reward.status && reward.accepted.amount === reward.amount;
  if (isAsAccepted && owner === reward.partner) return undefined;
  const accepted = reward.accepted ?? firstAccepted(reward);
  const before = work.update("rewards", reward.key, {
    ...accept(reward, accepted),
    ...typePartner(work, reward, owner),
  });
  const withAmount =
    reward.amount === accepted.amount
      ? before
      : takeAmount(work, before, reward.amount, today, run);
  const after =
    reward.status === accepted.status
      ? withAmount
      : typeStatus(work, withAmount, reward.status, today);
  const said = (of: Accepted | null, partner: Key): string => {
    const what =
      of && `${of.status} ${toDecimal({ amount: of.amount, currency: reward.currency })}`;
    return owner === reward.partner ? (what ?? "") : `${what ?? ""} for ${partner}`;
  };
  const [now, wanted] = [said(after.accepted, after.partner), said(reward, reward.partner)];
  const putBack = now === wanted ? "" : ` (typed ${wanted})`;
  return { key: reward.key, from: said(reward.accepted, owner), to: `${now}${putBack}` };
}

/** A line whose own currency nobody knows any more keeps its invoice's: another one is put back (EDIT-8). */
function keepCurrency(work: Work<Tables>, reward: Reward): Reward {
  const currency = work.get("invoices", reward.invoice ?? reward.firstInvoice)?.currency;
  if (currency === undefined || currency === reward.currency) return reward;
  report(
    work,
    reward,
    "AMOUNT_LOCKED",
    "Currency",
    `It is on an invoice in ${currency}, so the currency was restored.`,
  );
  return work.update("rewards", reward.key, { currency, ...reward.accepted });
}

/**
 * Another partner may be typed until its invoice is final: after that, its statement stands. An adjusting line is for
 * the partner of its reward (TARGET-2).
 */
function typePartner(
  work: Work<Tables>,
  reward: Reward,
  owner: Key,
): Partial<Pick<Reward, "partner" | "acceptedFor">> {
  if (owner === reward.partner) return {};
  const isLine = reward.adjusts !== null;
  if (!isLine && !isLocked(work, reward)) {
    const { key, currency, partner } = reward;
    return { acceptedFor: { key, currency, partner } };
  }
  const why = isLine ? `It corrects ${quoted(reward.adjusts ?? "")}` : "Its invoice is final";
  const message = `${why}, so it was set back to ${quoted(owner)}. To pay someone else, make one manual reward that takes it back and one that gives it.`;
  report(work, reward, "PARTNER_LOCKED", "Partner", message);
  return { partner: owner };
}

/** A row without a readable accepted status counts as it stands; but nothing is paid except by a payout. */
function firstAccepted({ status, amount, paidOn }: Reward): Accepted {
  return { amount, status: status === "paid" && paidOn === null ? "pending" : status };
}

/** Counts the amount as typed; on a final line it is put back, and the difference is offered by a line (TARGET-2e). */
function takeAmount(
  work: Work<Tables>,
  row: Reward,
  amount: number,
  today: Day,
  run: string | null,
): Reward {
  typeAmount(work, row, amount, { on: today, today, run });
  const now = work.get("rewards", row.key) ?? row;
  if (!isLocked(work, row) && now.status === "declined" && now.amount !== amount) {
    const message =
      "It is declined, so the amount was restored. What you typed counts once the reward is pending again.";
    report(work, row, "AMOUNT_LOCKED", "Amount", message);
  }
  if (isLocked(work, row)) {
    const money = (value: number) => toDecimal({ amount: value, currency: row.currency });
    const change = `${money(row.amount)} to ${money(amount)}`;
    const message = `Its invoice is final, so the amount was restored. The change from ${change} is offered as an adjusting reward, on hold for you to approve.`;
    report(work, row, "AMOUNT_LOCKED", "Amount", message);
  }
  return now;
}

function typeStatus(work: Work<Tables>, reward: Reward, status: Reward["status"], on: Day): Reward {
  const refuse = (message: string) => {
    report(work, reward, "STATUS_ILLEGAL", "Status", message);
    return reward;
  };
  if (isLocked(work, reward)) {
    return refuse(`Its invoice is final, so the status was set back to ${reward.status}.`);
  }
  if (!isLegalMove(reward, status)) {
    return refuse(
      status === "paid"
        ? "Only a payout makes a reward paid, so the status was restored."
        : `A reward can't change from ${reward.status} to ${status}, so the status was restored.`,
    );
  }
  if (needsReason(status) && reward.reason === null) {
    return refuse(`Enter the reason first, then type ${status}. The status was restored.`);
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
