import { clip } from "../../kernel/cells";
import { type MailHead, mailContent } from "../../kernel/mail-document";
import { format } from "../../kernel/money";
import type { Effect } from "../../program/changeset";
import type { Partner, Reward } from "../../tables";

/** The mail that tells a partner of a reward, and when it is expected to be paid (REWARD-19). */
export function noteToPartner(
  head: MailHead,
  { name, email }: Partner,
  reward: Reward,
): Extract<Effect, { kind: "email" }> {
  const { key, description, estimatedPayment } = reward;
  const said = [
    `Hello ${clip(name)},\n\nyou have a new reward of ${format(reward)}:\n${description ?? ""}`,
    ...(estimatedPayment ? [`Expected payment: ${estimatedPayment}`] : []),
  ];
  const parts = said.map((text) => ({ kind: "text", text }) as const);
  const { subject, text, html } = mailContent(head, `a reward of ${format(reward)}`, parts);
  return { kind: "email", key: `mail_${key}`, to: email ?? "", subject, body: text, html };
}
