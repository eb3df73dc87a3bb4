import { cleanEmail, isDeliverable } from "../../kernel/email";
import { keyField, monthField, textField, yesNoField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import { say } from "../../kernel/say";
import { statementReads } from "../../reports/statements/whole-statement";
import { logAct } from "../shared/log-act";
import { emailOf, mailing } from "../shared/mail-of-texts";
import { useCase } from "../shared/use-case";
import { mailOfPartner, pdfName } from "./mail-of-partner";

/**
 * Sends the mail that a partner would get to whoever asks for it, and to nobody else (STATEMENT-11): nothing is marked as sent, so it works
 * also while mailing partners is off or the statement is not final. Throws PARTNER_UNKNOWN, STATEMENT_EMPTY, or INPUT_INVALID
 * at `to` where Google doesn't share the account's address.
 */
export const sendTestStatement = useCase({
  name: "send-test-statement",
  edits: "leave",
  inputs: {
    partner: input("Partner", keyField, { required: true }),
    month: input("Month", monthField, { required: true }),
    to: input("Your address", textField, { hint: "Blank means the account that you use here." }),
    pdf: input("Attach a PDF", yesNoField),
  },
  reads: [...statementReads, "activity"],
  decide: (work, { to: typed, pdf, ...of }, env) => {
    const { mail } = mailOfPartner(work, of, env);
    const to = cleanEmail(typed ?? env.user);
    if (!isDeliverable(to)) {
      refuseInput(
        "to",
        typed
          ? "Mail can't be sent to this address. Check it."
          : "Enter your address: Google doesn't share it with the program.",
      );
    }
    const attached = pdf ? { pdf: pdfName(of.month) } : {};
    const key = env.newId("mail_test");
    const test = { ...mail, subject: `Test: ${mail.subject}`, replyTo: null };
    work.add({ ...emailOf(key, to, test), ...attached });
    logAct(work, env, {
      what: "Sent a test of a statement",
      records: [of.partner],
      to: say`${to}: statement for ${{ month: of.month }}`,
    });
    return { ...mailing, to };
  },
});
