import { exponentOf, parseScaled } from "../../kernel/money";
import { rewardStatuses } from "../../kernel/vocabulary";
import { packed } from "./packed";
import { currency, integer, key, record, type Shaped, typedKey, word } from "./shape";

const accepted = record({ status: word(rewardStatuses), amount: integer });
/** A reward's status and amount (minor units) as the program last accepted them. */
export type Accepted = Shaped<typeof accepted>;

/** Before version 1: "held 20.00", in the reward's currency. */
export const acceptedField = packed(1, accepted, (text, context) => {
  const [status, decimal = ""] = text.split(" ");
  const amount = parseScaled(decimal, exponentOf(context.currency));
  return amount.ok ? { status, amount: amount.value } : undefined;
});

/**
 * Whom a reward is for, and in which currency, as the program last accepted it; and the key it was made with. Before
 * version 1: "trx_1/trg_1 | USD ptn_1".
 */
export const acceptedForField = packed(1, record({ key, currency, partner: typedKey }), (text) => {
  const [, key, currency, partner] = /^(.+?) \| ([A-Z]{3}) (.+)$/.exec(text) ?? [];
  return { key, currency, partner };
});
