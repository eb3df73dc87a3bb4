import { quoted } from "../../kernel/cells";
import { looksLikeFormula } from "../../kernel/csv";
import { isDeliverable } from "../../kernel/email";
import { type PayoutMethod, payoutTargets } from "../../kernel/vocabulary";
import type { Partner } from "../../tables";
import { looksLikeIban, suitsItsCheckDigits } from "./iban";

/** Why a partner is not paid by this method, if so. */
export function refuseMethod({ payoutMethod }: Partner, wanted: PayoutMethod): string | undefined {
  if (payoutMethod === null) return "Its payout method is blank on Partners.";
  return payoutMethod === wanted ? undefined : `Its payout method is ${payoutMethod}.`;
}

/** The columns of Partners that name where money goes, in the words of a sentence. */
const targetNames = {
  paymentEmail: "payment e-mail",
  accountReference: "account reference",
} as const;
type TargetId = keyof typeof targetNames;
type Targets = Pick<Partner, TargetId | "payoutMethod">;

/** Invisible characters, and digits or letters in another width: no bank reads them as what they look like. */
const ODD = /[\p{Cf}\p{Cc}\uff01-\uff5e]|(?!\d)\p{Nd}/u;

/**
 * What is wrong with where money should go, as the rest of a sentence; undefined where nothing is (PAYOUT-8). Such a
 * cell is never altered on the way, since that would name another account.
 */
function faultOf(id: TargetId, text: string): string | undefined {
  if (/^[=+\-@]/.test(text) && looksLikeFormula(text)) {
    return `begins with “${text.charAt(0)}”, as a formula does`;
  }
  if (looksLikeFormula(text)) return `${quoted(text)} may be taken for a formula`;
  if (id === "paymentEmail") {
    return isDeliverable(text) ? undefined : `${quoted(text)} is not an address that can be paid`;
  }
  if (ODD.test(text)) return `${quoted(text)} has a character that banks don't take`;
  if (!/\d/.test(text)) return `${quoted(text)} has no number in it`;
  return looksLikeIban(text) && !suitsItsCheckDigits(text)
    ? `${quoted(text)} has a slip: its check digits don't fit`
    : undefined;
}

/** What is wrong with where this partner's money should go, by column; a blank cell is not. An account is told only where it is used. */
export function faultsOfTargets(partner: Targets): readonly (readonly [TargetId, string])[] {
  const { payoutMethod } = partner;
  const isPaidThere = payoutMethod !== null && payoutTargets[payoutMethod] === "accountReference";
  const ids = ["paymentEmail", "accountReference"] as const;
  return ids.flatMap((id) => {
    const text = id === "accountReference" && !isPaidThere ? null : partner[id];
    const fault = text === null ? undefined : faultOf(id, text);
    return fault === undefined ? [] : [[id, `Its ${targetNames[id]} ${fault}.`] as const];
  });
}

/** Why money can't be sent to what a partner's cell says, if so: it is blank or faulty. */
export function refuseTarget(id: TargetId, partner: Partner): string | undefined {
  const text = partner[id];
  if (text === null) return `Its ${targetNames[id]} is blank on Partners.`;
  const fault = faultOf(id, text);
  return fault && `Its ${targetNames[id]} ${fault}. Correct it on Partners.`;
}
