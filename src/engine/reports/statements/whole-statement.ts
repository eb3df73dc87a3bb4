import { paymentEstimates, payoutEstimate } from "../../invoices/estimated-payment";
import { cellText } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { invoiceKey, type Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { Payout, Reward } from "../../tables";
import { type Balance, balanceOf, type StatementOf } from "./statement";
import { type Below, rewardsBelow } from "./statement-below";
import { type PartToCome, partsToCome } from "./statement-drips";
import { isStatementFinal } from "./statement-final";

/** Everything that one statement says, uncut; amounts in minor units of its currency. */
export interface WholeStatement {
  readonly of: StatementOf;
  readonly invoice: Key | null;
  /** False while its month, or an earlier one, is in review or not opened: the balance may still change. */
  readonly final: boolean;
  /** Rows of Rewards and Payouts, of this partner or of nobody, that can't be read; never final with any. */
  readonly unreadable: number;
  readonly balance: Balance;
  readonly below: Below;
  readonly coming: readonly PartToCome[];
  /** When a reward is expected to be paid; once paid, the real date. */
  readonly estimate: (reward: Reward) => Day | null;
  readonly payoutEstimate: (payout: Payout) => Day | null;
}
export const statementReads = [
  "settings",
  "partners",
  "rewards",
  "invoices",
  "payouts",
  "drips",
  "transactions",
] as const;
export type StatementTables = (typeof statementReads)[number];

/** Answers statements from the rows (STATEMENT-1); what serves all of them is calculated once. */
export function statementReader(work: Work<StatementTables>): (of: StatementOf) => WholeStatement {
  const unread = unreadableOwners(work);
  const estimate = paymentEstimates(work);
  return (of) => {
    const { partner, month, currency } = of;
    const unreadable = unread.filter((owner) => owner === partner || owner === "").length;
    const rewards = work.where("rewards", "partner", partner);
    const invoice = invoiceKey(month, currency);
    return {
      of,
      invoice: work.has("invoices", invoice) ? invoice : null,
      final: unreadable === 0 && isStatementFinal(work, month, currency),
      unreadable,
      balance: balanceOf(rewards, work.where("payouts", "partner", partner), of),
      below: rewardsBelow(work, rewards, of),
      coming: partsToCome(work, of),
      estimate,
      payoutEstimate: (payout) => payoutEstimate(work, payout),
    };
  };
}

/** Whose the rows are that can't be read; "" for nobody's. */
function unreadableOwners({ program: { tables } }: Work<StatementTables>): readonly Key[] {
  const rows = [...(tables.rewards?.rows ?? []), ...(tables.payouts?.rows ?? [])];
  const unread = rows.filter(({ record, copy }) => !record && copy === 0);
  return unread.map(({ raw }) => cellText(raw.cells.partner ?? "").trim());
}
