import type { PayoutMethod } from "../../kernel/vocabulary";
import type { Partner } from "../../tables";
import { looksLikeFormula } from "./csv";

/** Why a partner is not paid by this method, if so. */
export function refuseMethod({ payoutMethod }: Partner, wanted: PayoutMethod): string | undefined {
  if (payoutMethod === null) return "Its payout method is blank on Partners.";
  return payoutMethod === wanted ? undefined : `Its payout method is ${payoutMethod}.`;
}

/**
 * Why money can't be sent to what a cell says, if so: it is blank, or would be taken for a formula. Such a cell is
 * never altered on the way, since that would name another account.
 */
export function refuseTarget(column: string, text: string | null): string | undefined {
  if (text === null) return `Its ${column} is blank on Partners.`;
  return looksLikeFormula(text)
    ? `Its ${column} begins with “${text.charAt(0)}”, as a formula does. Correct it on Partners.`
    : undefined;
}
