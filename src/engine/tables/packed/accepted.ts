import type { Key } from "../../kernel/keys";
import {
  type Currency,
  exponentOf,
  parseCurrency,
  parseScaled,
  toDecimal,
} from "../../kernel/money";
import { type RewardStatus, rewardStatuses } from "../../kernel/vocabulary";

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

/** Whom a reward is for, and in which currency, as the program last accepted it; and the key it was made with. */
export interface AcceptedFor {
  readonly key: Key;
  readonly currency: Currency;
  readonly partner: Key;
}

export const printAcceptedFor = ({ key, currency, partner }: AcceptedFor): string =>
  `${key} | ${currency} ${partner}`;

const ACCEPTED_FOR = /^([A-Z]{3}) (.+)$/;

/** The accepted currency and partner, or undefined where the cell is blank, broken, or names another row. */
export function readAcceptedFor(text: string | null, key: Key): AcceptedFor | undefined {
  if (!text?.startsWith(`${key} | `)) return undefined;
  const [, code = "", partner = ""] = ACCEPTED_FOR.exec(text.slice(key.length + 3)) ?? [];
  const currency = parseCurrency(code);
  return currency && partner !== "" ? { key, currency, partner } : undefined;
}

/** The key of the row that the cell was written for, whichever row it stands in. */
export const keyInAcceptedFor = (text: string | null): Key | undefined =>
  /^(.+?) \| [A-Z]{3} ./.exec(text ?? "")?.[1];
