import { dailyQuota } from "../../realm/daily-quota";
import type { HostState } from "../../realm/host-state";
import type { OutsideService } from "../../realm/outside-service";
import { requireScope } from "../../realm/require-scope";
import { ServiceError } from "../../workbook/base/service-error";
import { bufferOf } from "../utilities/bytes";
import { recipientsOf } from "./recipients";

/** Limits of a consumer account, the smaller ones (PLATFORM-70). */
const limits = {
  perDay: 100,
  recipients: 50,
  attachments: 250,
  attachedBytes: 25 * 1024 * 1024,
  bodyBytes: 200 * 1024,
  subject: 250,
} as const;

/** A file attached to a mail; `inline` is the name by which the HTML body shows it. */
export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly inline?: string;
}

/** A sent mail in the outbox. */
export interface SentMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | undefined;
  readonly name: string | undefined;
  readonly replyTo: string | undefined;
  readonly noReply: boolean;
  readonly attachments: readonly Attachment[];
  /** Virtual time in ms since 1970. */
  readonly sentAt: number;
}

/** All mails sent, the oldest first. */
export const outbox = (host: HostState): SentMail[] => host.slot<SentMail[]>("outbox", () => []);

const reject = (message: string): never => {
  throw new ServiceError(message);
};

const check = (mail: SentMail): void => {
  const people = mail.to.length + mail.cc.length + mail.bcc.length;
  if (people === 0) reject("Failed to send email: no recipient");
  if (people > limits.recipients) reject("Limit Exceeded: Email Recipients Per Message.");
  if (mail.subject.length > limits.subject) reject("Argument too large: subject");
  for (const text of [mail.body, mail.htmlBody ?? ""]) {
    if (Buffer.byteLength(text) > limits.bodyBytes) reject("Limit Exceeded: Email Body Size.");
  }
  if (mail.attachments.length > limits.attachments) {
    reject("Limit Exceeded: Email Attachments Per Message.");
  }
  const attached = mail.attachments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (attached > limits.attachedBytes) reject("Limit Exceeded: Email Total Attachments Size.");
};

const textOr = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** The host's half of MailApp: checks, quota, outbox. A mail is sent at once, even if the execution is killed. */
export const mail: OutsideService = (host) => {
  const quota = dailyQuota(host, "email", limits.perDay);
  return {
    "mail.left": () => {
      requireScope(host, "MailApp.getRemainingDailyQuota", "script.send_mail");
      return quota.left();
    },
    "mail.send": (to, cc, bcc, subject, body, html, name, replyTo, noReply, ...files) => {
      requireScope(host, "MailApp.sendEmail", "script.send_mail");
      const sent: SentMail = {
        from: host.user,
        to: recipientsOf(String(to)),
        cc: recipientsOf(String(cc)),
        bcc: recipientsOf(String(bcc)),
        subject: String(subject),
        body: String(body),
        htmlBody: textOr(html),
        name: textOr(name),
        replyTo: textOr(replyTo),
        noReply: noReply === true,
        attachments: files.map((file) => {
          const [bytes = [], fileName, contentType, inline] = file as readonly unknown[];
          return {
            bytes: bufferOf(bytes as number[]),
            name: textOr(fileName) ?? "Attachment",
            contentType: textOr(contentType) ?? "application/octet-stream",
            ...(typeof inline === "string" ? { inline } : {}),
          };
        }),
        sentAt: host.clock.now(),
      };
      check(sent);
      const people = sent.to.length + sent.cc.length + sent.bcc.length;
      if (!quota.take(people)) reject("Service invoked too many times for one day: email.");
      outbox(host).push(sent);
    },
  };
};
