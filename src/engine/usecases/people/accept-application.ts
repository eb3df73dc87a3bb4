import { recordMade } from "../../intake/import/made-rows";
import { partnerForm } from "../../intake/new-partner";
import { payoutInputs } from "../../intake/partner-details";
import { clip } from "../../kernel/cells";
import { codesIn } from "../../kernel/codes";
import { refuseMail } from "../../kernel/email";
import { yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import type { MailHead } from "../../kernel/mail-document";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import type { Effect } from "../../program/changeset";
import type { Partner } from "../../tables";
import { logAct } from "../shared/log-act";
import { mailHead } from "../shared/mail-head";
import { mailOfTexts } from "../shared/mail-of-texts";
import { useCase } from "../shared/use-case";
import { answerInputs, chosenAnswer, decidedWithEarlier } from "./application";

const { name, email, group, codes } = partnerForm.inputs;

/**
 * Accepts an application: a partner who joined today, with a key of the answer, so that accepting it twice is as once. The
 * earlier answers of the same mailbox are done with, too (PARTNER-7b). One line of Activity, by which it can be taken
 * back. Throws APPLICATION_CHANGED, APPLICATION_DECIDED, or as adding a partner does.
 */
export const acceptApplication = useCase({
  name: "accept-application",
  edits: "leave",
  inputs: {
    ...answerInputs,
    name,
    email,
    group,
    codes,
    ...payoutInputs,
    mailPartner: input("Mail a welcome", yesNoField, {
      hint: "With the codes and the link to the partner's page, in the program's name.",
    }),
  },
  reads: ["partners", "activity"],
  decide: (work, { answer, shown, mailPartner, ...says }, env) => {
    const state = chosenAnswer(work, env, { answer, shown });
    const { id } = state.answer;
    const there = work.get("partners", id);
    if (there && state.decided?.what === "accepted") return { key: id, wasThere: true };
    if (state.decided) throw new DomainError("APPLICATION_DECIDED");
    if (work.has("partners", id)) {
      refuseInput("name", `The partner of this answer is on Partners already, as ${id}.`);
    }
    const given = { ...says, key: id, joinedOn: env.today, formId: null };
    const { row } = partnerForm.make(work, given, env);
    if (mailPartner) {
      const refusal = refuseMail(row.email);
      if (refusal) refuseInput("email", refusal);
      work.add(welcome(mailHead(work, env, row, { isNew: true }), row));
    }
    const line = logAct(work, env, {
      what: "Accepted an application",
      records: [id],
      to: row.name,
      answers: decidedWithEarlier("accepted", state, env),
    });
    recordMade(work, line, { partners: [id] });
    return { key: id, wasThere: false };
  },
});

/** The mail that welcomes a partner, with the codes and the link to the page, where the program has pages (PARTNER-7b). */
function welcome(head: MailHead, partner: Partner): Extract<Effect, { kind: "email" }> {
  const joined = `You are a partner of ${clip(head.programName)} from today.`;
  const codes = codesIn(partner.codes ?? "");
  const texts = codes.length > 0 ? [joined, `Your codes: ${codes.join(", ")}`] : [joined];
  return mailOfTexts(head, partner, { about: partner.key, title: "welcome", texts });
}
