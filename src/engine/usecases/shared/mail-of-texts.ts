import type { Key } from "../../kernel/keys";
import { type MailHead, mailContent } from "../../kernel/mail-document";
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
  const parts = texts.map((text) => ({ kind: "text", text }) as const);
  const { subject, text, html } = mailContent(head, title, parts);
  return { kind: "email", key: `mail_${about}`, to: email ?? "", subject, body: text, html };
}
