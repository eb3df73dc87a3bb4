import { keyField, monthField } from "../fields";
import { statementReads } from "../invoicing/whole-statement";
import { DomainError } from "../problem";
import { sentMonths } from "../statements/sent-months";
import { type StatementMail, statementMail } from "../statements/statement-mail";
import { statementsOfMonth } from "../statements/statements-of-month";
import { refuseInput } from "./refuse-input";
import { input, useCase } from "./use-case";

export interface PreviewStatementMailOutput extends StatementMail {
  /** False while a balance in it may still change: then it can't be sent yet. */
  readonly final: boolean;
  /** It went already; it goes again only when asked for. */
  readonly sent: boolean;
}

/**
 * The mail with a partner's statements of a month, in all currencies, word for word as *send-statements* would send
 * it. Throws PARTNER_UNKNOWN, STATEMENT_EMPTY, or INPUT_INVALID where the partner has no e-mail address.
 */
export const previewStatementMail = useCase({
  name: "preview-statement-mail",
  writes: false,
  inputs: {
    partner: input("Partner", keyField, { required: true }),
    month: input("Month", monthField, { required: true }),
  },
  reads: statementReads,
  decide: (work, { partner: key, month }): PreviewStatementMailOutput => {
    const partner = work.get("partners", key);
    if (!partner) throw new DomainError("PARTNER_UNKNOWN");
    if (partner.email === null)
      refuseInput("partner", "This partner has no e-mail address. Add one on Partners.");
    const statements = statementsOfMonth(work, month)(key);
    if (statements.length === 0) throw new DomainError("STATEMENT_EMPTY");
    return {
      ...statementMail(work.settings.programName, partner, month, statements),
      final: statements.every(({ final }) => final),
      sent: sentMonths(partner).includes(month),
    };
  },
});
