import { fingerprint } from "../../engine/kernel/keys";
import type { Problem } from "../../engine/kernel/problem";
import type { Changeset, Effect } from "../../engine/program/changeset";
import { isRefusal, unlessRefused } from "./refusal";
import { rightsRefused } from "./rights";

export type EmailEffect = Extract<Effect, { kind: "email" }>;

export interface SentEmails {
  readonly problems: readonly Problem[];
  /** Changes to write for mails that did not go, so that they can be sent another time. */
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
  const notSent: number[] = [];
  for (const [i, email] of emails.entries()) {
    const { to, subject, ifRefused } = email;
    try {
      if (ifRefused && unmarked.has(ifRefused.key)) throw new Error(UNMARKED);
      // Made first, which takes a while with a PDF: who is cut off there is sure that it did not go.
      const message = messageOf(email);
      noteBegun(emails, i, notSent);
      MailApp.sendEmail(message);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const why = rightsRefused(said)?.message ?? said;
      const message = `The mail “${subject}” to ${to} was not sent: ${why}`;
      problems.push(mailProblem("MAIL_REFUSED", to, message));
      notSent.push(i);
      if (ifRefused) reverted.push(ifRefused);
    }
  }
  if (emails.length > 1) unlessRefused(() => noteBegun(emails, emails.length, notSent));
  return { problems, reverted };
}

/** The mail as Google takes it; a PDF is made of its HTML alone (PARTNER-4a). */
function messageOf({ to, subject, body, html, replyTo, pdf }: EmailEffect) {
  const message = {
    to,
    subject,
    body,
    ...(html !== undefined && { htmlBody: html }),
    ...(replyTo !== undefined && { replyTo }),
  };
  if (html === undefined || pdf === undefined) return message;
  const blob = Utilities.newBlob(html, "text/html").getAs("application/pdf").setName(pdf);
  return { ...message, attachments: [blob] };
}

/**
 * How far the mails of one changeset have come: which mails, the one that was begun last, and which before it were refused.
 * It lies beside the sheets, and is written before each mail goes, so that of mails that are cut off only one is in doubt (MAIL-2).
 */
const PROGRESS = "tributary mails";
const store = () => PropertiesService.getDocumentProperties();
const nameOf = (emails: readonly EmailEffect[]): string =>
  fingerprint(JSON.stringify(emails.map(({ key, to, subject }) => [key, to, subject])));

/** The name of the mails that the note is of, and its numbers. */
const noted = (): readonly string[] => (store().getProperty(PROGRESS) ?? "").split(" ");

function noteBegun(emails: readonly EmailEffect[], at: number, notSent: readonly number[]): void {
  if (emails.length > 1) {
    store().setProperty(PROGRESS, [nameOf(emails), at, ...notSent].join(" "));
  }
}

/**
 * Says that none of these mails was begun; called before their claim is written. Where Google refuses that, the note of an
 * earlier mailing of the very same mails would tell of this one: then it throws, and nothing is claimed.
 */
export function noteClaim(emails: readonly EmailEffect[]): void {
  try {
    noteBegun(emails, -1, []);
  } catch (thrown) {
    if (!isRefusal(thrown) || noted()[0] === nameOf(emails)) throw thrown;
    console.warn(`Google refused: ${thrown.message}`);
  }
}

/**
 * What a later execution makes of mails that it finds claimed: the one that was just going may have been sent, and is never
 * sent again by itself (MAIL-2). Those after it, and those that were refused, go when a person mails again.
 */
export function cutOffEmails(emails: readonly EmailEffect[]): SentEmails {
  const [name, ...numbers] = noted();
  const isNoted = emails.length > 1 && name === nameOf(emails);
  const [at = 0, ...notSent] = isNoted ? numbers.map(Number) : [];
  const didNotGo = (i: number) => isNoted && (i > at || notSent.includes(i));
  const rest = emails.filter((_, i) => didNotGo(i));
  const doubtful = emails.filter((_, i) => !didNotGo(i) && (i === at || !isNoted));
  const problems = doubtful.map(({ to, subject }) =>
    mailProblem(
      "MAIL_IN_DOUBT",
      to,
      `The mail “${subject}” to ${to} may have been sent. Please check.`,
    ),
  );
  const [first] = rest;
  if (first) {
    const more = rest.length > 1 ? ` and ${rest.length - 1} more` : "";
    const message = `The mail “${first.subject}” to ${first.to}${more} did not go, since the mailing was cut off. Mail again to send what is left.`;
    problems.push(mailProblem("MAIL_IN_DOUBT", first.to, message));
  }
  return { problems, reverted: rest.flatMap(({ ifRefused }) => ifRefused ?? []) };
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
