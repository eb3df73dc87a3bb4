import { firstMonthToOpen } from "../../invoices/months";
import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { addToMonth, type Day } from "../../kernel/day";
import { currencyField, keyField, longTextField, monthField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { type Key, readInvoiceKey } from "../../kernel/keys";
import { refuseInput } from "../../kernel/refuse-input";
import type { Work } from "../../program/work";
import { compareText } from "../../reports/statements/compare-text";
import type { StatementOf } from "../../reports/statements/statement";
import { type FoundCode, finalSince, findCodes } from "../../reports/statements/statement-code";
import { statementsOfMonth } from "../../reports/statements/statements-of-month";
import {
  codeReader,
  type StatementTables,
  statementReader,
  statementReads,
  type WholeStatement,
} from "../../reports/statements/whole-statement";
import { chosen } from "../shared/chosen";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";

/** What the rows say of a code that a partner has: "unknown" if no statement has it now, until the partner and the month are named. */
type CodeVerdict = "as issued" | "replaced" | "in review" | "differs" | "unknown";

/**
 * Checks a statement that a partner has, by its code or by the pasted text of its mail (PARTNER-5): whether the rows still
 * give it as it was issued, a later one replaced it, its invoice is in review again, or what differs. Throws INPUT_INVALID
 * where there is no code, PARTNER_UNKNOWN.
 */
export const checkStatement = useCase({
  name: "check-statement",
  edits: "read only",
  inputs: {
    text: input("Code, or the mail's text", longTextField, { required: true }),
    partner: input("Partner", keyField, { hint: "Needed if no statement has this code now." }),
    month: input("Month", monthField, { hint: "Needed if no statement has this code now." }),
    currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
  },
  reads: [...statementReads, "activity"],
  decide: (work, { text, partner, month, currency }) => {
    const codes = findCodes(text);
    if (codes.length === 0) {
      refuseInput(
        "text",
        "This text has no statement code. A code looks like 9J4K-7K2Q-M8XP-31TD.",
      );
    }
    if (partner !== null) chosen(work, "partners", partner);
    const read = statementReader(work);
    const asked = partner && month ? statementsOfMonth(work, month)(partner) : [];
    const codeOf = codeReader(work);
    const issued = codes.map((code) => findIssued(work, codeOf, code, partner));
    const others = asked.filter(({ of }) => !issued.some((each) => each && isSame(each, of)));
    return {
      checks: codes.map((code, i) => {
        const own = issued[i];
        const wanted = currencyIn(text, code.at) ?? currency ?? work.settings.programCurrency;
        const whole = own ? read(own) : others.find(({ of }) => of.currency === wanted);
        const verdict: CodeVerdict = own
          ? "as issued"
          : whole
            ? verdictOf(work, code.finalOn, whole)
            : "unknown";
        return {
          code: code.code,
          verdict,
          statement: whole ? viewOf(work, whole, text, code) : null,
        };
      }),
    };
  },
});
type Tables = StatementTables | "activity";

/** The currency of the last amount before a code; undefined where the code was pasted alone. */
const currencyIn = (text: string, codeAt: number): string | undefined =>
  [...text.slice(0, codeAt).matchAll(/\d ([A-Z]{3})\b/g)].pop()?.[1];

const isSame = (a: StatementOf, b: StatementOf): boolean =>
  a.partner === b.partner && a.month === b.month && a.currency === b.currency;

/** The statement that has the code now, among those that became final on the day in it. */
function findIssued(
  work: Work<Tables>,
  codeOf: ReturnType<typeof codeReader>,
  { code, finalOn }: FoundCode,
  asked: Key | null,
): StatementOf | undefined {
  const partners = asked === null ? work.all("partners").map(({ key }) => key) : [asked];
  const end = firstMonthToOpen(work);
  for (const { month: first, currency } of work.where("invoices", "finalizedOn", finalOn)) {
    // A month without an invoice of its own is final with the one before.
    for (let month = first; month < end; month = addToMonth(month, 1)) {
      if (finalSince(work, month, currency) !== finalOn) break;
      const of = partners
        .map((partner) => ({ partner, month, currency }))
        .find((each) => codeOf(each)?.code === code);
      if (of) return of;
    }
  }
  return undefined;
}

function verdictOf(work: Work<Tables>, finalOn: Day, { code, of }: WholeStatement): CodeVerdict {
  if (code === null) return "in review";
  const isOfIt = (key: Key): boolean => {
    const invoice = readInvoiceKey(key);
    return invoice?.currency === of.currency && invoice.month <= of.month;
  };
  const isReopened = work
    .all("activity")
    .some(
      ({ data, when }) =>
        data?.kind === "act" && data.reopens && when.day >= finalOn && data.records.some(isOfIt),
    );
  return finalOn < code.finalOn || isReopened ? "replaced" : "differs";
}

function viewOf(work: Work<Tables>, whole: WholeStatement, text: string, { at }: FoundCode) {
  const { of, balance, code } = whole;
  const { partner, month, currency } = of;
  const money = (amount: number) => showMoney({ amount, currency });
  const { missing, extra } = compareText(whole, text, at);
  const said = (line: string) => clip(line, 400);
  return {
    partner,
    partnerName: clip(chosen(work, "partners", partner).name),
    month,
    currency,
    code: code?.code ?? null,
    finalOn: code?.finalOn ?? null,
    opening: money(balance.opening),
    /** How many rewards are in it, and their sum. */
    lines: balance.lines.length,
    earned: money(balance.earned),
    paidOut: money(balance.paidOut),
    closing: money(balance.closing),
    /** Lines of the statement that the pasted text has not, and figures of the text that the statement has not. */
    missing: capped(missing, 10_000, said),
    extra: capped(extra, 5_000, said),
  };
}
