import type { Month } from "../../kernel/day";
import type { Env } from "../../kernel/env";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import type { Work } from "../../program/work";
import { statementMail } from "../../reports/statements/statement-mail";
import { statementsOfMonth } from "../../reports/statements/statements-of-month";
import type { StatementTables } from "../../reports/statements/whole-statement";
import { chosen } from "../shared/chosen";
import { mailHead } from "../shared/mail-head";

/** The mail with one partner's statements of a month, as it would go now. Throws PARTNER_UNKNOWN, STATEMENT_EMPTY. */
export function mailOfPartner(
  work: Work<StatementTables>,
  { partner: key, month }: { readonly partner: Key; readonly month: Month },
  env: Env,
) {
  const partner = chosen(work, "partners", key);
  const statements = statementsOfMonth(work, month)(key);
  if (statements.length === 0) throw new DomainError("STATEMENT_EMPTY");
  const mail = statementMail(mailHead(work, env, partner), partner, month, statements);
  return { partner, statements, mail };
}

/** The name of the PDF that goes with a month's mail. */
export const pdfName = (month: Month): string => `statement-${month}.pdf`;
