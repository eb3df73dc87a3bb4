import { firstMonthToOpen } from "../../invoices/months";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { addToMonth, type Month } from "../../kernel/day";
import { refuseMail } from "../../kernel/email";
import { keyField, monthField, yesNoField } from "../../kernel/fields";
import { input, listInput } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { ownKey, sortBy } from "../../kernel/order";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { plural, say } from "../../kernel/say";
import type { Effect } from "../../program/changeset";
import type { Work } from "../../program/work";
import { sentMonths, withSentMonth } from "../../reports/statements/sent-months";
import { type StatementMail, statementMail } from "../../reports/statements/statement-mail";
import { statementsOfMonth } from "../../reports/statements/statements-of-month";
import { statementReads, type WholeStatement } from "../../reports/statements/whole-statement";
import { type Partner, tables } from "../../tables";
import { printCell } from "../../tables/table";
import { createPartnerDoubt } from "../../timeline/taken-key";
import { allChosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { mailHead } from "../shared/mail-head";
import { emailOf, mailing } from "../shared/mail-of-texts";
import { refuseRepeats, repeatInput } from "../shared/refuse-repeats";
import { useCase } from "../shared/use-case";
import { pdfName } from "./mail-of-partner";

/** A mail takes about a second, one with a PDF some more: so many a call keep it far from the six minutes (RUN-6). */
const MAILS_A_CALL = 50;
const WITH_PDF_A_CALL = 20;

/**
 * Mails the statements of a month, one mail a partner, each at most once: a partner who got it gets it again only when
 * named with `again`; with `confirmed` no, only says who waits. What can't go is listed; what the mail service takes no more today, or this call holds no more,
 * waits and goes next time. Throws PARTNER_UNKNOWN, and MAIL_OFF where it is confirmed.
 */
export const sendStatements = useCase({
  name: "send-statements",
  edits: "leave",
  inputs: {
    month: input("Month", monthField, { hint: "Blank means the last month that was opened." }),
    partners: listInput("Partners", keyField, {
      hint: "Their keys. Blank means all who have a statement.",
    }),
    again: input("Send again", yesNoField),
    pdf: input("Attach a PDF", yesNoField),
    confirmed: input("Confirmed", yesNoField),
    repeat: repeatInput,
  },
  reads: [...statementReads, "activity"],
  decide: (work, { month: asked, partners: keys, again, pdf, confirmed, repeat }, env) => {
    const off = !work.settings.mailPartners;
    if (off && confirmed) throw new DomainError("MAIL_OFF");
    if (again && keys === null) refuseInput("again", "Name the partners who get it again.");
    const month = asked ?? addToMonth(firstMonthToOpen(work), -1);
    const { ready, notSent } = sortOut(work, month, keys, again === true);
    const mailsLeft = ready.length === 0 ? 0 : Math.max(0, env.mailsLeft());
    const most = pdf ? WITH_PDF_A_CALL : MAILS_A_CALL;
    const going = ready.slice(0, confirmed ? Math.min(mailsLeft, most) : 0);
    refuseRepeats(env, again || repeat, {
      group: month,
      of: going.map(({ partner }) => [partner.key, partner.name]),
      what: ["mailed"],
    });
    for (const { partner, statements } of going) {
      const mail = statementMail(mailHead(work, env, partner), partner, month, statements);
      work.add({ ...mailOf(work, mail, partner, month), ...(pdf && { pdf: pdfName(month) }) });
      work.update("partners", partner.key, { statementsSent: withSentMonth(partner, month) });
    }
    if (going.length > 0) {
      logAct(work, env, {
        what: say`Mailed ${plural(going.length, "statement")}`,
        records: going.map(({ partner }) => partner.key),
        to: say`statement for ${{ month }}`,
      });
    }
    return {
      ...mailing,
      month,
      /** Mailing partners is turned off: nothing goes until it is turned on (MAIL-1). */
      off,
      sent: going.length,
      /** Those that are ready and go by the next call, or when the mail service allows more: nothing of them is lost. */
      waiting: ready.length - going.length,
      /** How many mails the mail service still takes today. */
      mailsLeft: mailsLeft - going.length,
      /** Who is among those that wait. */
      ready: capped(ready.slice(going.length), 20_000, ({ partner: { key, name, email } }) => ({
        partner: key,
        name: clip(name),
        to: email ?? "",
      })),
      notSent: capped(notSent, 20_000, (each) => each),
    };
  },
});

/**
 * How many statements of the last month are ready and not mailed yet, where the team mails them at all: they go before
 * notices (PARTNER-6e).
 */
export function statementsToCome(work: Work<Tables>): number {
  const month = addToMonth(firstMonthToOpen(work), -1);
  const months = [month, addToMonth(month, -1)];
  const isUsed = work
    .all("partners")
    .some((partner) => sentMonths(partner).some((each) => months.includes(each)));
  return isUsed ? sortOut(work, month, null, false).ready.length : 0;
}

type Tables = (typeof statementReads)[number];
/** Who gets a mail with which statements, and who gets none, and why, as a sentence. */
function sortOut(work: Work<Tables>, month: Month, keys: readonly Key[] | null, again: boolean) {
  const statementsOf = statementsOfMonth(work, month);
  const doubt = createPartnerDoubt(work);
  const partners = keys ? allChosen(work, "partners", keys) : sortBy(work.all("partners"), ownKey);
  const all = partners.flatMap((partner) => {
    const statements = statementsOf(partner.key);
    // Of all partners, those with nothing to read are not worth a line.
    if (keys === null && statements.length === 0) return [];
    return [{ partner, statements, why: reasonAgainst(partner, month, statements, again, doubt) }];
  });
  return {
    ready: all.filter(({ why }) => why === undefined),
    notSent: all.flatMap(({ partner: { key, name }, why }) =>
      why === undefined ? [] : [{ partner: key, name, why }],
    ),
  };
}

function reasonAgainst(
  partner: Partner,
  month: Month,
  statements: readonly WholeStatement[],
  again: boolean,
  doubt: (partner: Partner) => string | undefined,
): string | undefined {
  if (partner.test) return "This is a test partner.";
  if (partner.mails === "none") return "This partner wants no mails: see Mails on Partners.";
  if (statements.length === 0) return "There is nothing to report for that month.";
  if (sentMonths(partner).includes(month) && !again) return "It was already sent.";
  const fault = doubt(partner) ?? refuseMail(partner.email);
  if (fault !== undefined) return fault;
  const open = statements.filter(({ final }) => !final);
  if (open.length === 0) return undefined;
  return open.some(({ unreadable }) => unreadable > 0)
    ? "A row of Rewards or Payouts can't be read and may be missing in it. Correct that row first."
    : "It is not final yet: an invoice up to that month is in review, or not opened.";
}

function mailOf(
  work: Work<Tables>,
  mail: StatementMail,
  partner: Partner,
  month: Month,
): Extract<Effect, { kind: "email" }> {
  const marked = { ...partner, statementsSent: withSentMonth(partner, month) };
  const cellOf = (each: Partner) =>
    printCell(tables.partners, "statementsSent", each, work.program.context);
  return {
    ...emailOf(`mail_statement_${month}_${partner.key}`, mail.to, mail),
    ifRefused: {
      kind: "update",
      table: "partners",
      key: partner.key,
      copy: 0,
      cells: { statementsSent: { from: cellOf(marked), to: cellOf(partner) } },
    },
  };
}
