import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { currencyField, keyField, monthField } from "../../kernel/fields";
import { sumOf } from "../../kernel/group-by";
import { type InputOf, input } from "../../kernel/input";
import type { Work } from "../../program/work";
import { amountOf } from "../../reports/statements/statement";
import { statementTab } from "../../reports/statements/statement-tab";
import {
  statementReader,
  statementReads,
  type WholeStatement,
} from "../../reports/statements/whole-statement";
import type { Reward } from "../../tables";
import { chosen } from "../shared/chosen";
import { writeReport } from "../shared/log-act";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import { lineView, partView, payoutView, waitingView } from "./statement-views";

const inputs = {
  partner: input("Partner", keyField, { required: true }),
  month: input("Month", monthField, { required: true }),
  currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
};

/**
 * One partner's statement in one currency for one invoice month (STATEMENT-2): opening + lines − payouts = closing,
 * and below it what is pending, held, declined and to come. Throws PARTNER_UNKNOWN.
 */
export const showStatement = useCase({
  name: "show-statement",
  edits: "read only",
  inputs,
  reads: statementReads,
  decide: (work, given) => {
    const { name } = chosen(work, "partners", given.partner);
    return viewOf(clip(name), statementOf(work, given));
  },
});

/** Writes one statement, with all its lines, into a new tab (STATEMENT-5). Throws PARTNER_UNKNOWN. */
export const writeStatement = useCase({
  name: "write-statement",
  edits: "leave",
  inputs,
  reads: [...statementReads, "activity"],
  decide: (work, given, env) => {
    const { name } = chosen(work, "partners", given.partner);
    const tab = statementTab(statementOf(work, given), name, work.settings.programName, env.today);
    return writeReport(work, env, tab, { what: "Wrote a statement", records: [given.partner] });
  },
});

const statementOf = (
  work: Work<(typeof statementReads)[number]>,
  { partner, month, currency }: InputOf<typeof inputs>,
) =>
  statementReader(work)({
    partner,
    month,
    currency: currency ?? work.settings.programCurrency,
  });

function viewOf(partnerName: string, whole: WholeStatement) {
  const { of, invoice, final, unreadable, balance, code, estimate, payoutEstimate } = whole;
  const money = (amount: number) => showMoney({ amount, currency: of.currency });
  const line = (reward: Reward) => lineView(reward, estimate(reward));
  const lines = capped(balance.lines, 30_000, line);
  const payouts = capped(balance.payouts, 3_000, (each) => payoutView(each, payoutEstimate(each)));
  return {
    partner: of.partner,
    partnerName,
    currency: of.currency,
    month: of.month,
    invoice,
    /** False while its month, or an earlier one, is in review or not opened: the balance may still change. */
    final,
    /** Rows of Rewards and Payouts, of this partner or of nobody, that can't be read and so may be missing here; never final with any. */
    unreadable,
    /** Its code; null while it is not final, and where its balance says nothing. */
    code: code?.code ?? null,
    opening: money(balance.opening),
    lines: { ...lines, total: money(balance.earned) },
    payouts: { ...payouts, total: money(balance.paidOut) },
    closing: money(balance.closing),
    /** Outside the balance, as the rows are today. */
    below: belowOf(whole),
  };
}

function belowOf({ of, below, coming, estimate }: WholeStatement) {
  const { pending, held, declined } = below;
  const waiting = (reward: Reward) => waitingView(reward, estimate(reward));
  const total = (amount: number) => showMoney({ amount, currency: of.currency });
  return {
    pending: { ...capped(pending, 15_000, waiting), total: total(sumOf(pending, amountOf)) },
    held: { ...capped(held, 10_000, waiting), total: total(sumOf(held, amountOf)) },
    declined: {
      ...capped(declined, 10_000, waiting),
      total: total(sumOf(declined, amountOf)),
    },
    drips: { ...capped(coming, 15_000, partView), total: total(sumOf(coming)) },
  };
}
