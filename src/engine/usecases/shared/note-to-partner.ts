import type { MailHead } from "../../kernel/mail-document";
import { format } from "../../kernel/money";
import type { Effect } from "../../program/changeset";
import type { Partner, Reward } from "../../tables";
import { mailOfTexts } from "./mail-of-texts";

/** The mail that tells a partner of a reward, and when it is expected to be paid (REWARD-19). */
export function noteToPartner(
  head: MailHead,
  partner: Partner,
  reward: Reward,
): Extract<Effect, { kind: "email" }> {
  const { key, description, estimatedPayment } = reward;
  const texts = [
    `You have a new reward of ${format(reward)}:\n${description ?? ""}`,
    ...(estimatedPayment ? [`Estimated payment: ${estimatedPayment}`] : []),
  ];
  return mailOfTexts(head, partner, { about: key, title: `a reward of ${format(reward)}`, texts });
}
