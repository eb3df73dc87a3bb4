import type { Key } from "../../kernel/keys";
import { type MailContent, type MailHead, mailContent, textPart } from "../../kernel/mail-document";
import type { Effect } from "../../program/changeset";
import type { Partner } from "../../tables";

/** A mail of paragraphs to a partner, about the row with this key; `title` as in `mailContent`. */
export function mailOfTexts(
  head: MailHead,
  { email }: Pick<Partner, "email">,
  {
    about,
    title,
    texts,
  }: { readonly about: Key; readonly title: string; readonly texts: readonly string[] },
): Extract<Effect, { kind: "email" }> {
  const content = mailContent(head, title, texts.map(textPart));
  return emailOf(`mail_${about}`, email ?? "", content);
}

/** A mail as it goes. */
export const emailOf = (
  key: Key,
  to: string,
  { subject, text: body, html, replyTo }: MailContent,
): Extract<Effect, { kind: "email" }> => ({
  kind: "email",
  key,
  to,
  subject,
  body,
  html,
  ...(replyTo !== null && { replyTo }),
});

/** Part of what an act answers that mails: the door adds what the mail service refused after all, a sentence each. */
export const mailing: { readonly refusedMails?: readonly string[] } = {};
