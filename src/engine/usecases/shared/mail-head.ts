import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import type { MailHead } from "../../kernel/mail-document";
import type { Work } from "../../program/work";

/** What a mail to a partner says besides its content: the program's name and color, and the link to the partner's page if there is one. */
export function mailHead(
  { settings }: Work<"settings">,
  { pageLink }: Env,
  partner: Key,
): MailHead {
  const { programName, partnerPageColor: color, partnerPageAddress: address } = settings;
  const link = address === null ? null : (pageLink?.(address, partner) ?? null);
  return { programName, color, link };
}
