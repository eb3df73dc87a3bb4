import { clip } from "../../kernel/cells";
import type { Env } from "../../kernel/env";
import type { MailHead } from "../../kernel/mail-document";
import type { Work } from "../../program/work";
import type { Partner } from "../../tables";

/** The most characters of a greeting and of a footer. */
const LONGEST_GREETING = 300;
const LONGEST_FOOTER = 3_000;

/**
 * What every mail to a partner says besides its content: the program's name and color, the team's greeting and footer, where
 * answers go, and the link to the partner's page if there is one (PARTNER-8). Of a partner who `isNew`, whom no run has seen,
 * it opens a page from the next run on.
 */
export function mailHead(
  { settings }: Work<"settings">,
  { pageLink }: Env,
  { key, name }: Pick<Partner, "key" | "name">,
  { isNew = false }: { readonly isNew?: boolean } = {},
): MailHead {
  const { partnerPageAddress: address, mailGreeting, mailFooter } = settings;
  return {
    programName: settings.programName,
    color: settings.partnerPageColor,
    link: address === null ? null : (pageLink?.(address, key, isNew) ?? null),
    greeting: clip(mailGreeting.split("{name}").join(clip(name)), LONGEST_GREETING),
    footer: mailFooter === null ? null : clip(mailFooter, LONGEST_FOOTER),
    replyTo: settings.repliesTo,
  };
}
