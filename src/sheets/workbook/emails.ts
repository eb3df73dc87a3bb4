import type { Problem } from "../../engine/kernel/problem";
import type { Effect } from "../../engine/program/changeset";

export type EmailEffect = Extract<Effect, { kind: "email" }>;

export interface SentEmails {
  readonly problems: readonly Problem[];
  /** What is to be written for the mails that were refused, so that they can go another time. */
  readonly takenBack: readonly Effect[];
}

/**
 * Sends mails whose claim is in the journal and flushed. A mail that is refused is reported (MAIL-3); one that was
 * claimed by a run that never cleared its journal is not for this function: it may have been sent.
 */
export function sendEmails(emails: readonly EmailEffect[]): SentEmails {
  const problems: Problem[] = [];
  const takenBack: Effect[] = [];
  for (const { to, subject, body, html, ifRefused } of emails) {
    try {
      MailApp.sendEmail({ to, subject, body, ...(html === undefined ? {} : { htmlBody: html }) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The mail “${subject}” to ${to} was not sent: ${why}`;
      problems.push(mailProblem("MAIL_REFUSED", to, message));
      if (ifRefused) takenBack.push(ifRefused);
    }
  }
  return { problems, takenBack };
}

/** What a later run says of mails that it finds claimed: they are never sent again by themselves (MAIL-2). */
export function doubtfulEmails(emails: readonly EmailEffect[]): readonly Problem[] {
  return emails.map(({ to, subject }) =>
    mailProblem(
      "MAIL_IN_DOUBT",
      to,
      `The mail “${subject}” to ${to} was maybe sent. Please check.`,
    ),
  );
}

const mailProblem = (
  code: "MAIL_IN_DOUBT" | "MAIL_REFUSED",
  to: string,
  message: string,
): Problem => ({
  code,
  at: { table: "Activity", row: to },
  message,
});
