import { exponentOf, parseScaled } from "../../kernel/money";
import { rewardStatuses } from "../../kernel/vocabulary";
import { packed } from "./packed";
import {
  currency,
  day,
  integer,
  key,
  optional,
  record,
  type Shaped,
  text,
  typedKey,
  word,
} from "./shape";

const accepted = record({
  status: word(rewardStatuses),
  amount: integer,
  /** "" where it was on none; null, and not known, in a row that an earlier release changed last. */
  invoice: optional(key),
  firstInvoice: optional(key),
  /** By which another row's is told: `sealOfKey` of its own key; null in a row that an earlier release changed last. */
  of: optional(text),
});
/** A reward's status and amount (minor units), and the invoices that it was on, as the program last accepted them. */
export type Accepted = Shaped<typeof accepted>;

/** Before version 1: "held 20.00", in the reward's currency. */
export const acceptedField = packed(1, accepted, (text, context) => {
  const [status, decimal = ""] = text.split(" ");
  const amount = parseScaled(decimal, exponentOf(context.currency));
  return amount.ok ? { status, amount: amount.value } : undefined;
});

const acceptedFor = record({ key, currency, partner: typedKey, earnedOn: optional(day) });
/**
 * Whom a reward is for, in which currency, and on which day it was earned (null in a row that an earlier release made), as the
 * program last accepted it; and the key it was made with. Before version 1: "trx_1/trg_1 | USD ptn_1".
 */
export const acceptedForField = packed(1, acceptedFor, (text) => {
  const [, key, currency, partner] = /^(.+?) \| ([A-Z]{3}) (.+)$/.exec(text) ?? [];
  return { key, currency, partner };
});
