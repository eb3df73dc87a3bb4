import type { Driver } from "../../driver/driver";
import type { MailLine } from "../wire";
import { momentWriter } from "./moment-writer";

/** The outbox as the page lists it, the latest first. */
export function mailLines(host: Driver): readonly MailLine[] {
  const write = momentWriter(host);
  return [...host.outbox()]
    .reverse()
    .map(({ sentAt, to, cc, bcc, subject, body, attachments }) => ({
      sentAt: write(sentAt),
      to: [...to, ...cc, ...bcc].join(", "),
      subject,
      body,
      attachments: attachments.map(({ name }) => name),
    }));
}
