import { capped } from "../../kernel/capped";
import { clip } from "../../kernel/cells";
import { currencyField, keyField, monthField } from "../../kernel/fields";
import { input } from "../../kernel/input";
import { DomainError } from "../../kernel/problem";
import { amountOf } from "../../reports/statements/statement";
import {
  statementReader,
  statementReads,
  type WholeStatement,
} from "../../reports/statements/whole-statement";
import type { Reward } from "../../tables";
import { showMoney } from "../shared/show-money";
import { useCase } from "../shared/use-case";
import {
  lineView,
  partView,
  payoutView,
  type StatementOutput,
  waitingView,
} from "./statement-views";

export const statementInputs = {
  partner: input("Partner", keyField, { required: true }),
  month: input("Month", monthField, { required: true }),
  currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
};

/**
 * One partner's statement in one currency for one invoice month (STATEMENT-2): opening + lines − payouts = closing,
 * and below it what is pending, held and to come. Throws PARTNER_UNKNOWN.
 */
export const showStatement = useCase({
  name: "show-statement",
  edits: "read only",
  inputs: statementInputs,
  reads: statementReads,
  decide: (work, { partner: key, month, currency: asked }): StatementOutput => {
    const partner = work.get("partners", key);
    if (!partner) throw new DomainError("PARTNER_UNKNOWN");
    const currency = asked ?? work.settings.programCurrency;
    return viewOf(clip(partner.name), statementReader(work)({ partner: key, currency, month }));
  },
});

function viewOf(partnerName: string, whole: WholeStatement): StatementOutput {
  const { of, invoice, final, unreadable, balance, estimate, payoutEstimate } = whole;
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
    final,
    unreadable,
    opening: money(balance.opening),
    lines: { ...lines, total: money(balance.earned) },
    payouts: { ...payouts, total: money(balance.paidOut) },
    closing: money(balance.closing),
    below: belowOf(whole),
  };
}

function belowOf({ of, below, coming, estimate }: WholeStatement): StatementOutput["below"] {
  const { pending, held } = below;
  const waiting = (reward: Reward) => waitingView(reward, estimate(reward));
  const total = (amounts: readonly number[]) =>
    showMoney({ amount: amounts.reduce((sum, each) => sum + each, 0), currency: of.currency });
  return {
    pending: { ...capped(pending, 15_000, waiting), total: total(pending.map(amountOf)) },
    held: { ...capped(held, 10_000, waiting), total: total(held.map(amountOf)) },
    drips: {
      ...capped(coming, 20_000, partView),
      total: total(coming.map(({ amount }) => amount)),
    },
  };
}
