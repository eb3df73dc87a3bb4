import { refuseMail } from "../../kernel/email";
import type { Partner } from "../../tables";

/** Why a mail that is no statement can't go to a partner, as a sentence: unwanted (PARTNER-6f), or no address that takes mail. */
export function refusePartnerMail({ mails, email }: Partner): string | undefined {
  if (mails === null || mails === "all") return refuseMail(email);
  return `This partner wants ${mails === "none" ? "no mails" : mails}: see Mails on Partners.`;
}
