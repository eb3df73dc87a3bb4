import type { Month } from "../../kernel/day";
import type { Partner } from "../../tables";

/**
 * The months whose statement was mailed to a partner, as *Statements sent* on Partners keeps them: a mail has all
 * currencies of a partner and month in it, and a month may have no payout on whose row it could be kept.
 */
export const sentMonths = ({ statementsSent }: Partner): readonly Month[] => statementsSent ?? [];

/** The same with one month more. */
export const withSentMonth = (partner: Partner, month: Month): readonly Month[] =>
  [...new Set([...sentMonths(partner), month])].sort();
