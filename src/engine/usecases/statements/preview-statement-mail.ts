import { refuseMail } from "../../kernel/email";
import { keyField, monthField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { refuseInput } from "../../kernel/refuse-input";
import { sentMonths } from "../../reports/statements/sent-months";
import { statementReads } from "../../reports/statements/whole-statement";
import { useCase } from "../shared/use-case";
import { mailOfPartner } from "./mail-of-partner";

/**
 * The mail with a partner's statements of a month, in all currencies, word for word as *send-statements* would send
 * it. Throws PARTNER_UNKNOWN, STATEMENT_EMPTY, or INPUT_INVALID where the partner has no e-mail address that takes mail.
 */
export const previewStatementMail = useCase({
  name: "preview-statement-mail",
  edits: "read only",
  inputs: {
    partner: input("Partner", keyField, { required: true }),
    month: input("Month", monthField, { required: true }),
  },
  reads: statementReads,
  decide: (work, given, env) => {
    const { partner, statements, mail } = mailOfPartner(work, given, env);
    const fault = refuseMail(partner.email);
    if (fault !== undefined) refuseInput("partner", fault);
    return {
      ...mail,
      /** False while a balance in it may still change: then it can't be sent yet. */
      final: statements.every(({ final }) => final),
      /** It went already; it goes again only when asked for. */
      sent: sentMonths(partner).includes(given.month),
      /** Mailing partners is turned off: it goes once that is turned on (MAIL-1). */
      off: !work.settings.mailPartners,
    };
  },
});
