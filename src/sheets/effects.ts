import type { Effect } from "../engine/changeset";
import type { Problem } from "../engine/problem";

export type EmailEffect = Extract<Effect, { kind: "email" }>;

/**
 * Sends mails whose claim is in the journal and flushed. A mail that is refused is reported; one that was
 * claimed by a run that never cleared its journal is not for this function: it may have been sent.
 */
export function sendEmails(emails: readonly EmailEffect[]): readonly Problem[] {
  return emails.flatMap(({ to, subject, body }): Problem[] => {
    try {
      MailApp.sendEmail(to, subject, body);
      return [];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return [mailProblem(to, `The mail “${subject}” to ${to} was not sent: ${why}`)];
    }
  });
}

/** What a later run says of mails that it finds claimed: they are never sent again by themselves. */
export function doubtfulEmails(emails: readonly EmailEffect[]): readonly Problem[] {
  return emails.map(({ to, subject }) =>
    mailProblem(to, `The mail “${subject}” to ${to} was maybe sent. Please check.`),
  );
}

const mailProblem = (to: string, message: string): Problem => ({
  code: "MAIL_IN_DOUBT",
  at: { table: "Activity", row: to },
  message,
});
