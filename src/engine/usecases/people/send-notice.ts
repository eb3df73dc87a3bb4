import { envOfForm, formIdInput } from "../../intake/form-id";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { keyField, longTextField, textField, yesNoField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import { formKey, type Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Partner } from "../../tables";
import { createPartnerDoubt } from "../../timeline/taken-key";
import { allChosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { mailHead } from "../shared/mail-head";
import { mailing, mailOfTexts } from "../shared/mail-of-texts";
import { refusePartnerMail } from "../shared/refuse-partner-mail";
import { useCase } from "../shared/use-case";

/** The most partners in one confirmed call. Its line of Activity names each, so that a repeated call is recognized. */
export const NOTICES_A_CALL = 20;

/**
 * Mails chosen partners a notice that a person wrote, one mail each (PARTNER-6i); unless `confirmed`, only says who gets
 * it, who doesn't and why, and shows the first. A confirmed call takes 20 partners; one that comes again with the same
 * form sends nothing twice. Throws PARTNER_UNKNOWN, INPUT_INVALID, and MAIL_OFF where it is confirmed.
 */
export const sendNotice = useCase({
  name: "send-notice",
  edits: "leave",
  inputs: {
    partners: listInput("Partners", keyField, { required: true }),
    subject: input("Subject", textField, {
      required: true,
      longest: 150,
      hint: "The program's name stands before it.",
    }),
    text: input("Text", longTextField, {
      required: true,
      hint: "Your greeting stands above it, your footer below.",
    }),
    confirmed: input("Confirmed", yesNoField),
    formId: formIdInput,
  },
  reads: ["partners", "rewards", "drips", "activity"],
  decide: (work, { partners: keys, subject, text, confirmed, formId }, env) => {
    const off = !work.settings.mailPartners;
    if (off && confirmed) throw new DomainError("MAIL_OFF");
    if (confirmed && keys.length > NOTICES_A_CALL)
      refuseInput("partners", `Name at most ${NOTICES_A_CALL} partners in one call.`);
    const doubt = createPartnerDoubt(work);
    const sorted = allChosen(work, "partners", keys).map((partner) => ({
      partner,
      why: reasonAgainst(partner) ?? doubt(partner),
    }));
    const ready = sorted.flatMap(({ partner, why }) => (why === undefined ? [partner] : []));
    const mailOf = (partner: Partner) =>
      mailOfTexts(mailHead(work, env, partner), partner, {
        about: `notice_${partner.key}` as Key,
        title: subject,
        texts: [text],
      });
    const before = formId === null ? undefined : work.get("activity", formKey("log", formId))?.data;
    const mailed = before?.kind === "act" ? before.records : undefined;
    const mailsLeft = ready.length === 0 ? 0 : Math.max(0, env.mailsLeft());
    const going = confirmed && !mailed ? ready.slice(0, mailsLeft) : [];
    for (const partner of going) work.add(mailOf(partner));
    if (going.length > 0) {
      logAct(work, envOfForm(env, formId), {
        what: say`Mailed a notice to ${plural(going.length, "partner")}`,
        records: going.map(({ key }) => key),
        to: subject,
      });
    }
    const done = mailed ?? going.map(({ key }) => key);
    const [first] = ready;
    return {
      ...mailing,
      /** Mailing partners is turned off: nothing goes until it is turned on (MAIL-1). */
      off,
      /** How many of the partners can get it, before anything is sent. */
      ready: ready.length,
      /** How many mails the mail service still takes today. */
      mailsLeft: mailsLeft - going.length,
      /** The first mail as it goes; null where nobody can get it. */
      mail: first && !confirmed ? shown(mailOf(first)) : null,
      sent: confirmed ? done.length : 0,
      /** Those that could get it and that the mail service takes no more today. */
      waiting: confirmed ? ready.flatMap(({ key }) => (done.includes(key) ? [] : [key])) : [],
      notSent: capped(
        sorted.flatMap(({ partner: { key, name }, why }) =>
          why === undefined ? [] : [{ partner: key, name: clip(name), why }],
        ),
        20_000,
        (each) => each,
      ),
    };
  },
});

const shown = ({ to, subject, body, html }: ReturnType<typeof mailOfTexts>) => ({
  to,
  subject,
  text: body,
  html: html ?? "",
});

const reasonAgainst = (partner: Partner): string | undefined =>
  partner.test ? "This is a test partner." : refusePartnerMail(partner);
