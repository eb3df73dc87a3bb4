import { ok } from "../../kernel/field";
import { type Field, longTextField } from "../../kernel/fields";
import { type Currency, toDecimal } from "../../kernel/money";
import { currency, integer, optional, type Shaped, text, union, word } from "./shape";

/** Amounts are in minor units of the reward's currency. */
export const holdReason = union("cause", {
  "late event": {},
  "possible self-referral": {},
  /** Its limits are in another currency than it is (LIMIT-10). */
  "limit currency": { limit: currency },
  "over its limit": {},
  "changed after approval": {},
  /** The reward's target is another than what stands; `refunded` of `sold` came back of its sale. */
  target: {
    calculated: integer,
    typed: optional(integer),
    refunded: integer,
    sold: integer,
    act: optional(word(["judged again", "run undone"])),
  },
  /** It may have been paid before its row was deleted. */
  restored: {},
  /** A person's own words. */
  words: { said: text },
});

/** Why a reward, or each of a drip's, is held: for the program to know, and for the partner to read. */
export type HoldReason = Shaped<typeof holdReason>;
/** What the program says of a reward whose amount should be looked at; each takes another's place (TARGET-4c). */
export type HoldCause = Extract<
  HoldReason,
  { readonly cause: "over its limit" | "changed after approval" | "target" }
>;

const RESTORED = "restored after its row was deleted";
const LIMIT_IS_IN = "limit is in ";
const BETWEEN = "; ";

/** The reasons as a cell lists them (TARGET-2b, TARGET-5, TARGET-6); null for none. */
export const holdInWords = (reasons: readonly HoldReason[], of: Currency): string | null =>
  reasons.map((each) => oneInWords(each, of)).join(BETWEEN) || null;

/** The cell that says these reasons, and what a reward keeps beside it as data. */
export function heldFor(reasons: readonly HoldReason[], of: Currency) {
  const said = holdInWords(reasons, of);
  return { reason: said, hold: { reasons, said } };
}

function oneInWords(reason: HoldReason, of: Currency): string {
  switch (reason.cause) {
    case "limit currency":
      return LIMIT_IS_IN + reason.limit;
    case "restored":
      return RESTORED;
    case "words":
      return reason.said;
    case "target":
      return targetInWords(reason, of);
    default:
      return reason.cause;
  }
}

function targetInWords(
  { calculated, typed, refunded, sold, act }: Extract<HoldReason, { readonly cause: "target" }>,
  of: Currency,
): string {
  const money = (amount: number) => toDecimal({ amount, currency: of });
  const byHand =
    typed === null ? [] : [`calculated ${money(calculated)}`, `by hand ${money(typed)}`];
  const back = refunded === 0 ? [] : [`${shareOf(refunded, sold, money)} was refunded`];
  const said = [...(act === null ? [] : [act]), ...byHand, ...back];
  return said.length === 0 ? `calculated ${money(calculated)}` : said.join(", ");
}

const shareOf = (part: number, whole: number, money: (amount: number) => string): string =>
  part === whole ? "all" : part * 2 === whole ? "half" : `${money(part)} of ${money(whole)}`;

/**
 * What a cell says, where nothing beside it keeps it as data (UPGRADE-16): reasons that the program words without amounts;
 * anything else is a person's words.
 */
export function readHoldReasons(said: string): readonly HoldReason[] {
  const reasons = said.split(BETWEEN).map(readOne);
  return reasons.every((each) => each !== undefined) ? reasons : [{ cause: "words", said }];
}

function readOne(said: string): HoldReason | undefined {
  switch (said) {
    case "late event":
    case "possible self-referral":
    case "over its limit":
    case "changed after approval":
      return { cause: said };
    case RESTORED:
      return { cause: "restored" };
    default: {
      const limit = said.startsWith(LIMIT_IS_IN) ? said.slice(LIMIT_IS_IN.length) : "";
      return /^[A-Z]{3}$/.test(limit)
        ? { cause: "limit currency", limit: limit as Currency }
        : undefined;
    }
  }
}

/** The reasons for which a drip's rewards are put on hold. */
export const holdReasonsField: Field<readonly HoldReason[]> = {
  ...longTextField,
  parse: (cell, context) => {
    const read = longTextField.parse(cell, context);
    return read.ok ? ok(readHoldReasons(read.value)) : read;
  },
  print: (reasons, context) => holdInWords(reasons, context.currency) ?? "",
};
