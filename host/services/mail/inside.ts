import type { Plain } from "../../realm/inside/bridge";
import type { ServiceClass } from "../../realm/inside/define-class";
import { exception } from "../../realm/inside/exception";
import type { InsideService } from "../../realm/inside/kit";
import type { BlobState } from "../utilities/blob";

type Options = Readonly<Record<string, unknown>>;

const known = "attachments bcc body cc htmlBody inlineImages name noReply replyTo subject to".split(
  " ",
);

const text = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") throw exception("Invalid argument: message");
  return String(value);
};

/** MailApp as a script sees it: sendEmail in its four forms, and the quota. */
export const mail: InsideService = (kit) => {
  const fileOf = (source: unknown, inline?: string): readonly Plain[] => {
    const blobs = kit.provided("Blob") as ServiceClass<BlobState>;
    const giver = source as { readonly getBlob?: () => unknown } | null;
    const blob = blobs.stateOf(source) ?? blobs.stateOf(giver?.getBlob?.());
    if (blob === undefined) throw exception("Invalid argument: attachments");
    return [blob.bytes, blob.name, blob.contentType, inline ?? null];
  };
  const send = (message: Options): void => {
    for (const name of Object.keys(message)) {
      if (!known.includes(name)) throw exception(`Invalid argument: ${name}`);
    }
    const { attachments = [], inlineImages = {} } = message;
    const files = [
      ...(attachments as readonly unknown[]).map((each) => fileOf(each)),
      ...Object.entries(inlineImages as Options).map(([name, each]) => fileOf(each, name)),
    ];
    const parts = ["to", "cc", "bcc", "subject", "body", "htmlBody", "name", "replyTo"];
    const texts = parts.map((part) => text(message[part]));
    kit.ask("mail.send", ...texts, message.noReply === true, ...files);
  };
  const service = kit.define<undefined>("MailApp", {
    getRemainingDailyQuota: () => kit.ask("mail.left"),
    sendEmail: (_state, first: string | Options, ...rest: unknown[]) => {
      if (typeof first === "object" && first !== null) return send(first);
      const [second, third, fourth] = rest;
      if (typeof fourth === "string") {
        return send({ to: first, replyTo: second, subject: third, body: fourth });
      }
      send({ ...(fourth as Options | undefined), to: first, subject: second, body: third });
    },
  });
  return { MailApp: service.make(undefined) };
};
