import type { Key } from "../keys";
import { type Currency, exponentOf, parseCurrency, parseScaled, toDecimal } from "../money";
import { type RewardStatus, rewardStatuses } from "../vocabulary";

/** A reward's status and amount (minor units) as the program last accepted them (product.md §5, typed over). */
export interface Accepted {
  readonly status: RewardStatus;
  readonly amount: number;
}

export function printAccepted({ status, amount }: Accepted, currency: Currency): string {
  return `${status} ${toDecimal({ amount, currency })}`;
}

/** The accepted status and amount, or undefined where the cell is blank or broken. */
export function readAccepted(text: string | null, currency: Currency): Accepted | undefined {
  const [word, decimal] = (text ?? "").split(" ");
  const status = rewardStatuses.find((each) => each === word);
  const amount = parseScaled(decimal ?? "", exponentOf(currency));
  return status && amount.ok ? { status, amount: amount.value } : undefined;
}

/** Whom a reward is for, and in which currency, as the program last accepted it. */
export interface AcceptedFor {
  readonly currency: Currency;
  readonly partner: Key;
}

export const printAcceptedFor = ({ currency, partner }: AcceptedFor): string =>
  `${currency} ${partner}`;

/** The accepted currency and partner, or undefined where the cell is blank or broken. */
export function readAcceptedFor(text: string | null): AcceptedFor | undefined {
  const [code = "", ...partner] = (text ?? "").split(" ");
  const currency = parseCurrency(code);
  return currency && partner.length > 0 ? { currency, partner: partner.join(" ") } : undefined;
}
