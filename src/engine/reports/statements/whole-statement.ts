import { paymentEstimates, payoutEstimate } from "../../invoices/estimated-payment";
import { cellText } from "../../kernel/cells";
import type { Day } from "../../kernel/day";
import { invoiceKey, type Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import type { Payout } from "../../tables";
import { balanceOf, type StatementOf } from "./statement";
import { rewardsBelow } from "./statement-below";
import { finalSince, statementCode } from "./statement-code";
import { partsToCome } from "./statement-drips";
import { isStatementFinal } from "./statement-final";

/** Everything that one statement says, uncut; amounts in minor units of its currency. */
export type WholeStatement = ReturnType<ReturnType<typeof statementReader>>;
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
export function statementReader(work: Work<StatementTables>) {
  const finalityOf = finalityReader(work);
  const estimate = paymentEstimates(work);
  return (of: StatementOf) => {
    const { partner, month, currency } = of;
    const { unreadable, finalOn } = finalityOf(of);
    const rewards = work.where("rewards", "partner", partner);
    const invoice = invoiceKey(month, currency);
    const balance = balanceOf(rewards, work.where("payouts", "partner", partner), of);
    return {
      of,
      invoice: work.has("invoices", invoice) ? invoice : null,
      /** False while its month, or an earlier one, is in review or not opened: the balance may still change. */
      final: finalOn !== undefined,
      /** Rows of Rewards and Payouts, of this partner or of nobody, that can't be read; never final with any. */
      unreadable,
      balance,
      /** Its code once it is final; null before, and where the balance says nothing (PARTNER-5). */
      code: statementCode(of, balance, finalOn ?? null),
      below: rewardsBelow(work, rewards, of),
      coming: partsToCome(work, of),
      /** When a reward is expected to be paid; once paid, the real date. */
      estimate,
      payoutEstimate: (payout: Payout) => payoutEstimate(work, payout),
    };
  };
}

/** Answers the code of a statement and its balance, without all else that is in it; null where it has none. */
export function codeReader(work: Work<CodeTables>) {
  const finalityOf = finalityReader(work);
  return (of: StatementOf) => {
    const { finalOn } = finalityOf(of);
    if (!finalOn) return null;
    const rewards = work.where("rewards", "partner", of.partner);
    const balance = balanceOf(rewards, work.where("payouts", "partner", of.partner), of);
    const code = statementCode(of, balance, finalOn);
    return code && { ...code, balance };
  };
}
type CodeTables = "settings" | "rewards" | "payouts" | "invoices";

/**
 * Answers whether a statement's balance can still change: how many rows may be missing in it, and since when it is final.
 * Null is a final one that no invoice of its currency is in; undefined one that is not final.
 */
function finalityReader(work: Work<CodeTables>) {
  const unread = unreadableOwners(work);
  const known = new Map<Key, Day | null | undefined>();
  return ({ partner, month, currency }: StatementOf) => {
    const unreadable = unread.filter((owner) => owner === partner || owner === "").length;
    const key = invoiceKey(month, currency);
    if (!known.has(key)) {
      const isFinal = isStatementFinal(work, month, currency);
      known.set(key, isFinal ? finalSince(work, month, currency) : undefined);
    }
    return { unreadable, finalOn: unreadable > 0 ? undefined : known.get(key) };
  };
}

/** Whose the rows are that can't be read; "" for nobody's. */
function unreadableOwners({ program: { tables } }: Work<CodeTables>): readonly Key[] {
  const rows = [...(tables.rewards?.rows ?? []), ...(tables.payouts?.rows ?? [])];
  const unread = rows.filter(({ record, copy }) => !record && copy === 0);
  return unread.map(({ raw }) => cellText(raw.cells.partner ?? "").trim());
}
