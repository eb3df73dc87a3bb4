import { type Currency, exponentOf, parseScaled, toDecimal } from "../money";
import type { Reward } from "../tables";
import type { ParsedRow } from "../tables/table";
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

const TYPED_OVER: readonly (string | undefined)[] = ["Status", "Amount"];

/**
 * A reward whose status or amount was typed over with something unreadable counts as last accepted, so that
 * no sum changes by a slip. Undefined where other cells are bad, or nothing was accepted yet.
 */
export function recoverReward(parsed: ParsedRow): Reward | undefined {
  const record = parsed.record as unknown as Reward;
  if (!parsed.problems.every(({ at }) => TYPED_OVER.includes(at.column))) return undefined;
  if (parsed.problems.length === 0) return record;
  const accepted = readAccepted(record.accepted, record.currency);
  if (!accepted) return undefined;
  const bad = new Set(parsed.problems.map(({ at }) => at.column));
  return {
    ...record,
    status: bad.has("Status") ? accepted.status : record.status,
    amount: bad.has("Amount") ? accepted.amount : record.amount,
  };
}
