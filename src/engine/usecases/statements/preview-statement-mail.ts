import { refuseMail } from "../../kernel/email";
import { keyField, monthField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { sentMonths } from "../../reports/statements/sent-months";
import { statementMail } from "../../reports/statements/statement-mail";
import { statementsOfMonth } from "../../reports/statements/statements-of-month";
import { statementReads } from "../../reports/statements/whole-statement";
import { chosen } from "../shared/chosen";
import { mailHead } from "../shared/mail-head";
import { useCase } from "../shared/use-case";

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
  decide: (work, { partner: key, month }, env) => {
    const partner = chosen(work, "partners", key);
    const fault = refuseMail(partner.email);
    if (fault !== undefined) refuseInput("partner", fault);
    const statements = statementsOfMonth(work, month)(key);
    if (statements.length === 0) throw new DomainError("STATEMENT_EMPTY");
    return {
      ...statementMail(mailHead(work, env, key), partner, month, statements),
      /** False while a balance in it may still change: then it can't be sent yet. */
      final: statements.every(({ final }) => final),
      /** It went already; it goes again only when asked for. */
      sent: sentMonths(partner).includes(month),
    };
  },
});
