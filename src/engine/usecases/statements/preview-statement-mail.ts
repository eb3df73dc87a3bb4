import { keyField, monthField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { sentMonths } from "../../reports/statements/sent-months";
import { type StatementMail, statementMail } from "../../reports/statements/statement-mail";
import { statementsOfMonth } from "../../reports/statements/statements-of-month";
import { statementReads } from "../../reports/statements/whole-statement";
import { useCase } from "../shared/use-case";

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
  edits: "read only",
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
