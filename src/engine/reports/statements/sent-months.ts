import { type Month, parseMonth } from "../../kernel/day";
import type { Partner } from "../../tables";

/**
 * The months whose statement was mailed to a partner, as *Statements sent* on Partners keeps them: a mail has all
 * currencies of a partner and month in it, and a month may have no payout on whose row it could be kept.
 */
export const sentMonths = ({ statementsSent }: Partner): readonly Month[] =>
  (statementsSent ?? "").split(",").flatMap((each) => parseMonth(each.trim()) ?? []);

/** The cell with one more month in it. */
export const withSentMonth = (partner: Partner, month: Month): string =>
  [...new Set([...sentMonths(partner), month])].sort().join(", ");
