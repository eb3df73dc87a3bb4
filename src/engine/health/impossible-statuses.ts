import { settledOf } from "../drips/skipped";
import { deriveTouched } from "../invoices/derive-touched";
import { quoted } from "../kernel/cells";
import { say } from "../kernel/say";
import type { Work } from "../program/work";
import { changeReward } from "../rewards/change-reward";
import { isFinal } from "../rewards/final";
import { needsReason } from "../rewards/status-moves";
import type { Invoice, Payout, Reward } from "../tables";
import { type Finding, finding, type HealthCheck, type Repair } from "./health-check";

const RESTORE = "Restore its row from the version history.";

/** Takes a reward that no payout pays off its invoice. */
export const takeOff: Repair = {
  label: "Remove it; it goes on the next invoice",
  act: (work, { key }) => {
    const before = work.get("rewards", key);
    if (!before) return "";
    changeReward(work, before, { invoice: null });
    deriveTouched(work);
    return say`Took ${key} off ${{ invoice: before.invoice ?? "" }}`;
  },
};
export const OR_TAKE = " Or remove the reward, and it goes on the next invoice.";

/** Statuses, and places on invoices and payouts, that can't be (REWARD-4, REWARD-5, REWARD-7). */
export const impossibleStatuses: HealthCheck = {
  label: "Impossible statuses",
  marks: true,
  find: (work) => [
    ...work.all("rewards").flatMap((reward) => ofReward(work, reward)),
    ...work.all("payouts").flatMap((payout) => ofPayout(work, payout)),
    ...work.all("invoices").flatMap(ofInvoice),
    ...work.all("drips").flatMap((drip) => {
      const { key, occurrences } = drip;
      const settled = settledOf(drip);
      if (settled <= occurrences) return [];
      const message = `${settled} occurrences are recorded as made or forfeited, of ${occurrences}. Restore the number from the version history.`;
      return [finding("drips", key, "settled", message)];
    }),
  ],
  repairs: {
    "take off": takeOff,
  },
};

function ofReward(work: Work, reward: Reward): readonly Finding[] {
  const { key, status, reason, invoice, payout, paidOn } = reward;
  const isFree = payout === null && reward.firstInvoice === null;
  const found: Finding[] = [];
  const say = (column: string, message: string, isSafe = false) =>
    found.push(finding("rewards", key, column, message, isSafe ? ["take off"] : []));
  if (invoice !== null && !work.has("invoices", invoice)) {
    const orTake = isFree ? OR_TAKE : "";
    say("invoice", `There is no invoice ${quoted(invoice)}. ${RESTORE}${orTake}`, isFree);
  }
  if (payout !== null && !work.has("payouts", payout)) {
    say("payout", `There is no payout ${quoted(payout)}. ${RESTORE}`);
  }
  if (status === "paid" && (payout === null || paidOn === null)) {
    say("status", `It is paid, but has no payout and payment day. ${RESTORE}`);
  }
  if (needsReason(status) && reason === null) {
    say("reason", `It is ${status} without a reason. Add one; the partner can see it.`);
  }
  const on = work.get("invoices", invoice);
  if (on && needsReason(status)) {
    const isSafe = isFree && !isFinal(on);
    say("invoice", `It is ${status} but is still on an invoice. Remove it.`, isSafe);
  }
  if (on && isFinal(on) && status === "pending") {
    say("status", `It is pending on a final invoice. ${RESTORE}`);
  }
  return found;
}

function ofPayout(
  work: Work,
  { key, invoice, currency, status, paidOn }: Payout,
): readonly Finding[] {
  if (!work.has("invoices", invoice)) {
    const message = `There is no invoice ${quoted(invoice)}. ${RESTORE}`;
    return [finding("payouts", key, "invoice", message)];
  }
  const other = work.get("invoices", invoice)?.currency;
  if (other !== undefined && other !== currency) {
    const message = `It is in ${currency}, its invoice in ${other}. Restore the currency.`;
    return [finding("payouts", key, "currency", message)];
  }
  return status === "paid" && paidOn === null
    ? [finding("payouts", key, "paidOn", "It is paid, but has no payment day. Enter the day.")]
    : [];
}

function ofInvoice({ key, openedOn, finalizedOn }: Invoice): readonly Finding[] {
  if (finalizedOn === null || finalizedOn >= openedOn) return [];
  const message = say`It became final on ${{ day: finalizedOn }}, before it was opened on ${{ day: openedOn }}. Restore the day from the version history.`;
  return [finding("invoices", key, "finalizedOn", message)];
}
