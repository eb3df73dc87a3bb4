import { cellText } from "../cells";
import { currencyField, keyField, monthField } from "../fields";
import { paymentEstimates } from "../invoicing/estimated-payment";
import { amountOf, balanceOf, type StatementOf } from "../invoicing/statement";
import { rewardsBelow } from "../invoicing/statement-below";
import { partsToCome } from "../invoicing/statement-drips";
import { isStatementFinal } from "../invoicing/statement-final";
import { invoiceKey, type Key } from "../keys";
import { DomainError } from "../problem";
import type { Reward } from "../tables";
import type { Work } from "../work";
import { capped } from "./capped";
import { showMoney } from "./show-money";
import {
  lineView,
  partView,
  payoutView,
  type StatementOutput,
  waitingView,
} from "./statement-views";
import { input, useCase } from "./use-case";

type Tables =
  | "settings"
  | "partners"
  | "rewards"
  | "invoices"
  | "payouts"
  | "drips"
  | "transactions";

/**
 * One partner's statement in one currency for one invoice month (product.md §6): opening + lines − payouts = closing,
 * and below it what is pending, held and to come. Throws PARTNER_UNKNOWN.
 */
export const showStatement = useCase({
  name: "show-statement",
  writes: false,
  inputs: {
    partner: input("Partner", keyField, { required: true }),
    month: input("Month", monthField, { required: true }),
    currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
  },
  reads: ["settings", "partners", "rewards", "invoices", "payouts", "drips", "transactions"],
  decide: (work: Work<Tables>, { partner: key, month, currency: asked }): StatementOutput => {
    const partner = work.get("partners", key);
    if (!partner) throw new DomainError("PARTNER_UNKNOWN");
    const currency = asked ?? work.settings.programCurrency;
    const of: StatementOf = { partner: key, currency, month };
    const money = (amount: number) => showMoney({ amount, currency });
    const unreadable = unreadableRows(work, key);
    const rewards = work.where("rewards", "partner", key);
    const balance = balanceOf(rewards, work.where("payouts", "partner", key), of);
    const invoice = invoiceKey(month, currency);
    return {
      partner: key,
      partnerName: partner.name,
      currency,
      month,
      invoice: work.has("invoices", invoice) ? invoice : null,
      final: unreadable === 0 && isStatementFinal(work, month, currency),
      unreadable,
      opening: money(balance.opening),
      lines: { ...capped(balance.lines, 30_000, lineView), total: money(balance.earned) },
      payouts: { ...capped(balance.payouts, 3_000, payoutView), total: money(balance.paidOut) },
      closing: money(balance.closing),
      below: belowOf(work, rewards, of),
    };
  },
});

function belowOf(
  work: Work<Tables>,
  rewards: readonly Reward[],
  of: StatementOf,
): StatementOutput["below"] {
  const { pending, held } = rewardsBelow(rewards, of);
  const coming = partsToCome(work, of);
  const estimate = paymentEstimates(work);
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

/** The rows of this partner, or of nobody, that can't be read. */
function unreadableRows({ program: { tables } }: Work<Tables>, partner: Key): number {
  const rows = [...(tables.rewards?.rows ?? []), ...(tables.payouts?.rows ?? [])];
  const unread = rows.filter(({ record, copy }) => !record && copy === 0);
  const whose = unread.map(({ raw }) => cellText(raw.cells.partner ?? "").trim());
  return whose.filter((each) => each === partner || each === "").length;
}
