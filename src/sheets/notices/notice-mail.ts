import type { Env } from "../../engine/kernel/env";
import type { MailContent } from "../../engine/kernel/mail-document";
import type { Work } from "../../engine/program/work";
import type { PartnerNotice, TeamNotice } from "../../engine/reports/notices/due-notices";
import { mailHead } from "../../engine/usecases/shared/mail-head";
import { wordsIn } from "../page/partner-words";
import type { Book } from "../workbook/book";
import { partnerMail } from "./partner-mail";
import { teamMail } from "./team-mail";

/** A notice as a mail: words are made here, in the partner's locale or the spreadsheet's. */
export interface NoticeMail extends MailContent {
  readonly to: string;
}

export function mailOf(
  { locale, spreadsheet }: Book,
  work: Work,
  env: Env,
  notice: PartnerNotice | TeamNotice,
): NoticeMail {
  const { programName, noticesToTeam, partnerLocale } = work.settings;
  if (isTeam(notice)) {
    const nameOf = (partner: string) => work.get("partners", partner)?.name ?? partner;
    const words = wordsIn(locale);
    const content = teamMail(programName, spreadsheet.getUrl(), notice.news, nameOf, words);
    return { to: noticesToTeam ?? "", ...content };
  }
  const words = wordsIn(partnerLocale ?? locale);
  const content = partnerMail(mailHead(work, env, notice.to), notice.news, words);
  return { to: notice.to.email ?? "", ...content };
}

const isTeam = (notice: PartnerNotice | TeamNotice): notice is TeamNotice => notice.to === "team";

/** Sends a mail; throws what Google refuses. */
export function sendMail({ to, subject, text, html, replyTo }: NoticeMail): void {
  MailApp.sendEmail({ to, subject, body: text, htmlBody: html, ...(replyTo ? { replyTo } : {}) });
}
