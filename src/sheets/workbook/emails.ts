import type { Problem } from "../../engine/kernel/problem";
import type { Changeset, Effect } from "../../engine/program/changeset";
import { rightsRefused } from "./rights";

export type EmailEffect = Extract<Effect, { kind: "email" }>;

export interface SentEmails {
  readonly problems: readonly Problem[];
  /** Changes to write for refused mails, so that they can be sent another time. */
  readonly reverted: readonly Effect[];
}

const UNMARKED = "Google refused to note in the sheet that it is sent.";

/**
 * Sends mails whose claim is in the flushed journal. A refused mail is reported (MAIL-3). A mail claimed by a run
 * that never cleared its journal must not be passed here: it may have been sent. One whose claim Google refused to
 * write is not sent.
 */
export function sendEmails(emails: readonly EmailEffect[], refused: Changeset): SentEmails {
  const problems: Problem[] = [];
  const reverted: Effect[] = [];
  const unmarked = new Set(refused.effects.map(({ key }) => key));
  for (const { to, subject, body, html, ifRefused } of emails) {
    try {
      if (ifRefused && unmarked.has(ifRefused.key)) throw new Error(UNMARKED);
      MailApp.sendEmail({ to, subject, body, ...(html === undefined ? {} : { htmlBody: html }) });
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const why = rightsRefused(said)?.message ?? said;
      const message = `The mail “${subject}” to ${to} was not sent: ${why}`;
      problems.push(mailProblem("MAIL_REFUSED", to, message));
      if (ifRefused) reverted.push(ifRefused);
    }
  }
  return { problems, reverted: reverted };
}

/** What a later run reports about mails that it finds claimed: they are never sent again automatically (MAIL-2). */
export function unconfirmedEmails(emails: readonly EmailEffect[]): readonly Problem[] {
  return emails.map(({ to, subject }) =>
    mailProblem(
      "MAIL_IN_DOUBT",
      to,
      `The mail “${subject}” to ${to} may have been sent. Please check.`,
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
